import { type Actor, type AsOf, Problem } from '#kernel'
import { type AnyAction, asOfNow, cancelled, defect, type JobContext, type JobDefinition, readContext, type ReadContext, runAction, scopeOf, type Services, systemActor } from '#platform/actions'
import { type JobRow, jobStore } from './job.store.ts'
import { keptProblem, officeEnded, runLost } from './problems.ts'

export const SYSTEM_ACCOUNT = '00000000-0000-4000-8000-000000000000'
export type RunOptions = {
  readonly services: Services
  readonly definitions: ReadonlyMap<string, JobDefinition>
  /** The actor of an account as it is now: a job of somebody who lost the office no longer runs. */
  readonly actorOf: (commune: string, accountId: string) => Promise<Actor | undefined>
  readonly log: (reference: string, error: unknown, where: string) => void
}
/** Kinds that give way to every other job. */
export const patientKinds = (definitions: ReadonlyMap<string, JobDefinition>): readonly string[] => [...definitions.values()].filter(({ patient }) => patient).map(({ kind }) => kind)
const BEAT_MS = 20_000
const TELL_MS = 150
export const systemScope = (commune: string) => ({ commune, accountId: SYSTEM_ACCOUNT, clearances: [] })

/** Scheduled runs have a slot and act as the system; everything else as the account that asked, with an office today. */
const actorFor = async (options: RunOptions, commune: string, job: JobRow): Promise<Actor | undefined> => {
  if (job.slot && job.account_id === SYSTEM_ACCOUNT) return systemActor(commune, ['system.operate'])
  const actor = await options.actorOf(commune, job.account_id)
  return actor?.offices.length ? actor : undefined
}
const problemOf = (error: unknown, id: string) => keptProblem(error instanceof Problem ? error : defect({ reference: id.slice(0, 8) }))
const isProblem = (error: unknown, factory: { definition: { id: string } }): boolean => error instanceof Problem && error.id === factory.definition.id

/** Runs a taken job to its end and writes how it ended. `stopping` says that the program closes: the job is given back. */
export const runJob = async (options: RunOptions, commune: string, job: JobRow, stopping: () => boolean): Promise<void> => {
  const { services } = options
  const store = <T>(work: (jobs: ReturnType<typeof jobStore>) => Promise<T>) => services.database.write(systemScope(commune), (tx) => work(jobStore(tx)))
  const definition = options.definitions.get(job.kind)
  const actor = await actorFor(options, commune, job)
  let told = 0
  /** Cleaning after a cancellation must not be cancelled too. */
  let cleaning = false
  let yielding = false
  const progress = async (share: number, message: string) => {
    if (cleaning) return
    if (stopping()) throw runLost({})
    const now = performance.now()
    if (share < 1 && now - told < TELL_MS) return
    told = now
    const row = await store((jobs) => jobs.beat(job, { share, message }))
    if (!row) throw runLost({})
    if (row.cancel_requested) throw cancelled({})
    if (definition?.patient && (await store((jobs) => jobs.others(job, patientKinds(options.definitions))))) { yielding = true; throw runLost({}) }
  }
  const context = (who: Actor): JobContext => ({
    actor: who, jobId: job.id, input: job.input, database: services.database, files: services.files, analytics: services.analytics, progress,
    read: <T>(work: (context: ReadContext) => Promise<T>, asOf: AsOf = asOfNow(services.clock)) => services.database.read(scopeOf(who), (tx) => work(readContext(services, tx, who, asOf))),
    act: async <T>(action: AnyAction, input: unknown, given: { readonly entryId?: string } = {}) => (await runAction<T>(services, who, action, input, given)).result,
  })
  // Long steps without progress are alive too.
  const pulse = setInterval(() => void store((jobs) => jobs.beat(job)).catch(() => undefined), BEAT_MS)
  pulse.unref()
  try {
    if (!definition) throw new Error(`No existe el trabajo ${job.kind}`)
    if (!actor) throw officeEnded({})
    if (job.cancel_requested) throw cancelled({})
    const result = await definition.run(context(actor))
    await store((jobs) => jobs.finish(job, 'done', result, null))
  } catch (error) {
    const lost = isProblem(error, runLost)
    if (lost && !stopping() && !yielding) return // another attempt owns the job, and what this one staged
    cleaning = true
    if (definition?.clean && actor) await definition.clean(context(actor)).catch((failure) => options.log(job.id.slice(0, 8), failure, `clean ${job.kind}`))
    if (lost) return void (await store((jobs) => jobs.giveBack(job)))
    if (!(error instanceof Problem)) options.log(job.id.slice(0, 8), error, job.kind)
    await store((jobs) => jobs.finish(job, isProblem(error, cancelled) ? 'cancelled' : 'failed', null, problemOf(error, job.id)))
  } finally {
    clearInterval(pulse)
  }
}
