import { randomUUID } from 'node:crypto'
import type { Actor } from '#kernel'
import { asOfNow, cancelled, type JobContext, type JobDefinition, readContext, runAction, scopeOf } from '#platform/actions'
import type { Town } from '../../../../tests/town.ts'

/** Runs a job at once as somebody, as the worker does. `cancelAt` asks it to stop at that share of its progress. */
export const runJob = async <T>(town: Town, actor: Actor, definition: JobDefinition, input: unknown, options: { readonly cancelAt?: number } = {}): Promise<T> => {
  const { services } = town.system
  const context: JobContext = {
    actor, jobId: randomUUID(), input: JSON.parse(JSON.stringify(input)), database: services.database, files: services.files, analytics: services.analytics,
    read: (work) => services.database.read(scopeOf(actor), (tx) => work(readContext(services, tx, actor, asOfNow(services.clock)))),
    act: async <R>(action: Parameters<JobContext['act']>[0], given: unknown, how: { entryId?: string } = {}) => (await runAction<R>(services, actor, action, given, how)).result,
    progress: async (share) => { if (options.cancelAt !== undefined && share >= options.cancelAt) throw cancelled({}) },
  }
  try {
    return (await definition.run(context)) as T
  } catch (error) {
    await definition.clean?.(context)
    throw error
  }
}
