import { type Actor, type AsOf, Problem } from '#kernel'
import { type AnyAction, asOfNow, cancelled, type JobContext, type JobDefinition, readContext, type ReadContext, runAction, scopeOf, type Services } from '#platform/actions'
import { type JobRow, jobStore } from './job.store.ts'

export type WorkerOptions = {
  readonly services: Services
  readonly definitions: ReadonlyMap<string, JobDefinition>
  readonly communes: () => Promise<readonly string[]>
  /** The actor of an account as it is now: a job of somebody who lost the office no longer runs. */
  readonly actorOf: (commune: string, accountId: string) => Promise<Actor | undefined>
  readonly log: (reference: string, error: unknown, where: string) => void
}
const IDLE_MS = 1500

/** One worker per process: takes jobs in order, runs them as their actor, reports progress and obeys cancellation. */
export const startWorker = (options: WorkerOptions) => {
  let stopped = false
  let wake: () => void = () => undefined
  const loop = async () => {
    while (!stopped) {
      const worked = await turn(options).catch((error) => {
        if (!stopped) options.log('worker', error, 'jobs')
        return false
      })
      if (!worked && !stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, IDLE_MS)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    }
  }
  const running = loop()
  return {
    /** A job was queued: do not wait for the next look. */
    wake: () => wake(),
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}

const systemScope = (commune: string) => ({ commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: [] })

const turn = async (options: WorkerOptions): Promise<boolean> => {
  for (const commune of await options.communes()) {
    const job = await options.services.database.write(systemScope(commune), (tx) => jobStore(tx).take())
    if (job) {
      await runOne(options, commune, job)
      return true
    }
  }
  return false
}

const runOne = async (options: WorkerOptions, commune: string, job: JobRow): Promise<void> => {
  const { services } = options
  const store = <T>(work: (jobs: ReturnType<typeof jobStore>) => Promise<T>) => services.database.write(systemScope(commune), (tx) => work(jobStore(tx)))
  const definition = options.definitions.get(job.kind)
  const actor = await options.actorOf(commune, job.account_id)
  let last = 0
  const context = (who: Actor): JobContext => ({
    actor: who,
    jobId: job.id,
    input: job.input,
    database: services.database,
    files: services.files,
    read: <T>(work: (context: ReadContext) => Promise<T>, asOf: AsOf = asOfNow(services.clock)) => services.database.read(scopeOf(who), (tx) => work(readContext(services, tx, who, asOf))),
    act: async <T>(action: AnyAction, input: unknown, given: { readonly entryId?: string } = {}) => (await runAction<T>(services, who, action, input, given)).result,
    progress: async (share, message) => {
      const now = performance.now()
      if (share < 1 && now - last < 150) return
      last = now
      const row = await store((jobs) => jobs.beat(job.id, share, message))
      if (row?.cancel_requested) throw cancelled({})
    },
  })
  try {
    if (!definition) throw new Error(`No existe el trabajo ${job.kind}`)
    if (!actor) throw new Problem('trabajo/sin-cargo', 'permission', 'Quien pidió el trabajo ya no tiene el cargo', 'La cuenta no tiene un cargo vigente.', 'Pídalo de nuevo con una cuenta vigente.', undefined)
    const result = await definition.run(context(actor))
    await store((jobs) => jobs.finish(job.id, 'done', result, null))
  } catch (error) {
    const wasCancelled = error instanceof Problem && error.id === cancelled.definition.id
    if (definition?.clean && actor) await definition.clean(context(actor)).catch((failure) => options.log(job.id, failure, `clean ${job.kind}`))
    if (!(error instanceof Problem)) options.log(job.id.slice(0, 8), error, job.kind)
    const problem = error instanceof Problem ? { title: error.title, detail: error.detail, remedy: error.remedy, facts: error.facts, errors: error.errors } : { title: 'Falló algo del sistema', detail: `Referencia ${job.id.slice(0, 8)}.`, remedy: 'Intente de nuevo; si se repite, entregue la referencia a Informática.' }
    await store((jobs) => jobs.finish(job.id, wasCancelled ? 'cancelled' : 'failed', null, problem))
  }
}
