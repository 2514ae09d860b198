import type { Actor } from '#kernel'
import type { Database } from '#platform/database'
import type { Analytics } from '#platform/analytics'
import type { FileStore } from '#platform/files'
import type { AnyAction } from './define.ts'
import type { ReadContext } from './context.ts'

/** What a job works with. It opens its own short transactions: no heavy work inside one. */
export type JobContext = {
  readonly actor: Actor
  readonly jobId: string
  readonly input: unknown
  /** A short read transaction as the job's actor. */
  readonly read: <T>(work: (context: ReadContext) => Promise<T>) => Promise<T>
  /** Runs an action as the job's actor, with an entry. */
  readonly act: <T = unknown>(action: AnyAction, input: unknown, options?: { readonly entryId?: string }) => Promise<T>
  readonly database: Database
  readonly files: FileStore
  readonly analytics: Analytics
  /** Tells the progress (0–1) and what it is doing; throws when somebody asked to cancel. */
  readonly progress: (share: number, message: string) => Promise<void>
}
export type JobDefinition = {
  readonly kind: string
  readonly title: string
  /** Gives way at its next step to any other job that waits, and goes on afterwards: its run must take up what an earlier one left. */
  readonly patient?: boolean
  readonly run: (context: JobContext) => Promise<unknown>
  /** Removes what a cancelled or broken run left behind. */
  readonly clean?: (context: JobContext) => Promise<void>
}
