import { Problem } from '#kernel'
import type { Actor } from '#kernel'
import { scopeOf } from '#platform/actions'
import { type JobRow, jobStore, startWorker } from '#platform/jobs'
import type { System } from '../system.ts'

const LOOK_MS = 60

/** A queue worker for the time of a command; every job runs as the command's actor. */
export const withWorker = async <T>(system: System, actor: Actor, work: (finished: (jobId: string, tell?: (text: string) => void) => Promise<unknown>) => Promise<T>): Promise<T> => {
  const worker = startWorker({ services: system.services, definitions: system.jobs, communes: async () => [actor.commune], actorOf: async () => actor, log: system.log })
  system.onEnqueue = () => worker.wake()
  const look = (id: string) => system.database.read(scopeOf(actor), (tx) => jobStore(tx).get(id))
  try {
    return await work(async (id, tell) => {
      let said = ''
      for (;;) {
        const job: JobRow | undefined = await look(id)
        if (!job) throw new Error(`El trabajo ${id} no existe`)
        if (tell && job.message && job.message !== said) tell((said = job.message))
        if (job.state === 'done') return job.result
        if (job.state === 'failed' || job.state === 'cancelled') throw problemOf(job)
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      }
    })
  } finally {
    await worker.stop()
  }
}

const problemOf = (job: JobRow): Problem => {
  const told = (job.problem ?? {}) as { title?: string; detail?: string; remedy?: string; errors?: { pointer: string; message: string }[] }
  return new Problem('linea/trabajo', 'conflict', told.title ?? 'El trabajo no terminó', told.detail ?? job.title, told.remedy ?? 'Revise y repita.', undefined, told.errors ?? [])
}
