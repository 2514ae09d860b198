import { jobStore } from './job.store.ts'
import { patientKinds, runJob, type RunOptions, systemScope } from './run-job.ts'

export type WorkerOptions = RunOptions & {
  readonly communes: () => Promise<readonly string[]>
  /** Milliseconds between looks at an idle queue; 1500 unless told (tests). */
  readonly idleMs?: number
}
const IDLE_MS = 1500

/** One worker per process: takes jobs in order, runs them as their actor, reports progress and obeys cancellation. */
export const startWorker = (options: WorkerOptions) => {
  const { database } = options.services
  let stopped = false
  let woken = false
  let wake: () => void = () => undefined

  const turn = async (): Promise<boolean> => {
    for (const commune of await options.communes()) {
      if (stopped) return false
      const job = await database.write(systemScope(commune), (tx) => jobStore(tx).take(patientKinds(options.definitions)))
      if (job) {
        await runJob(options, commune, job, () => stopped)
        return true
      }
    }
    return false
  }
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, options.idleMs ?? IDLE_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = async () => {
    // The lock of the folder says that nobody else works here: what was running died with its process.
    if (database.engine.kind === 'embedded') for (const commune of await options.communes()) await database.write(systemScope(commune), (tx) => jobStore(tx).reclaim())
    while (!stopped) {
      woken = false
      const worked = await turn().catch((error) => {
        if (!stopped) options.log('worker', error, 'jobs')
        return false
      })
      if (!worked && !stopped && !woken) await rest()
    }
  }
  const running = loop().catch((error) => options.log('worker', error, 'jobs'))
  return {
    /** A job was queued: do not wait for the next look. */
    wake: () => {
      woken = true
      wake()
    },
    /** Ends after giving back the job at hand at its next step. */
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}
