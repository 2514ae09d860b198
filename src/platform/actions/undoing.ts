import type { ReadContext, RecordRef } from './context.ts'

/** An entry of the ledger as its module sees it to say how it is taken back. */
export type UndoableEntry = { readonly id: string; readonly seq: number; readonly name: string; readonly record: RecordRef; readonly facts: Readonly<Record<string, unknown>> }

/**
 * How the entries of some names are taken back from the history of their record. Who may, the term and that it was not undone before
 * are asked by the history; the action itself refuses, with its dependants, what can no longer be undone.
 */
export type Undoing = {
  /** Names of the entries. */
  readonly of: readonly string[]
  /** Name of the action that takes them back. */
  readonly action: string
  /** What happens then, for whoever is about to do it. */
  readonly says: string
  /** It wants its reason in words. */
  readonly reason: boolean
  /** Only the newest of them can be taken back: those before no longer rule. */
  readonly newest?: true
  /** What the action needs; undefined when the record is no longer as the entry left it. */
  readonly input: (entry: UndoableEntry, context: ReadContext) => Promise<Readonly<Record<string, unknown>> | undefined>
}
