import type { Actor, AsOf, Clock, Day, Law, Visibility } from '#kernel'
import type { Tx } from '#platform/database'
import type { Analytics } from '#platform/analytics'
import type { FileStore } from '#platform/files'

/** What a query knows: who asks, as of when, under which law, and the hands of the stores. */
export type ReadContext = {
  readonly tx: Tx
  readonly actor: Actor
  readonly law: Law
  readonly clock: Clock
  readonly today: Day
  readonly asOf: AsOf
  /** Last ledger number known at `asOf.knownOn`; a very large number when that is today or later. */
  readonly knownSeq: () => Promise<number>
  readonly files: FileStore
}

/** What an action has before its transaction: short reads of its own, and time for slow work. */
export type PrepareContext = {
  readonly actor: Actor
  readonly files: FileStore
  /** The statistics engine: only outside a transaction, for it may take seconds. */
  readonly analytics: Analytics
  readonly read: <T>(work: (context: ReadContext) => Promise<T>) => Promise<T>
}

/** A reference to a record anywhere in the system. */
export type RecordRef = { readonly kind: string; readonly id: string }
export type Edge = { readonly from: RecordRef; readonly relation: string; readonly to: RecordRef }
export type SearchLine = RecordRef & { readonly title: string; readonly subtitle?: string; readonly href: string; readonly visibility?: Visibility }
export type JobRequest = { readonly kind: string; readonly title: string; readonly input: unknown }

/** What an action may do besides its own tables: all of it in its own transaction. */
export type ActionContext = ReadContext & {
  /** Id of the entry this action will leave; rows it writes carry it. */
  readonly entryId: string
  /** Keeps the version of a record after this action (never personal values). */
  readonly keep: (record: RecordRef & { version: number; data: unknown }) => Promise<void>
  readonly link: (edge: Edge) => Promise<void>
  readonly unlink: (edge: Edge) => Promise<void>
  readonly index: (line: SearchLine) => Promise<void>
  readonly enqueue: (job: JobRequest) => Promise<{ id: string }>
}

/** What happened, for the ledger. `summary` is a Spanish sentence without personal values. */
export type EntryDraft = {
  readonly name: string
  readonly summary: string
  readonly effectiveOn?: Day
  readonly record?: RecordRef
  /** Other records this same act speaks of: the entry is in the history of each. */
  readonly also?: readonly RecordRef[]
  readonly undoes?: number
  /** Counts, digests and references; hashed into the chain. */
  readonly facts?: Readonly<Record<string, unknown>>
}
export type PostedEntry = { readonly seq: number; readonly id: string; readonly hash: string }
