import { randomUUID } from 'node:crypto'
import type { Actor } from '#kernel'
import { asOfNow, type JobContext, type JobDefinition, readContext, runAction, scopeOf, type Services } from '#platform/actions'

/** Runs a job here and now as its actor, without the queue: for past facts and the command line. `onProgress` may throw to stop it. */
export const runHere = async <T>(services: Services, actor: Actor, job: JobDefinition, input: unknown, onProgress: (share: number, message: string) => void = () => undefined): Promise<T> => {
  const context: JobContext = {
    actor, jobId: randomUUID(), input, database: services.database, files: services.files, analytics: services.analytics,
    read: (work) => services.database.read(scopeOf(actor), (tx) => work(readContext(services, tx, actor, asOfNow(services.clock)))),
    act: async <R>(action: Parameters<JobContext['act']>[0], given: unknown) => (await runAction<R>(services, actor, action, given)).result,
    progress: (share, message) => Promise.resolve(onProgress(share, message)),
  }
  return (await job.run(context)) as T
}
