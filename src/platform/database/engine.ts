/** What both engines offer. Everything above speaks to these types and never to PGlite or pg. */
export type Answer<T> = { readonly rows: T[]; readonly count: number }
export type Connection = {
  readonly query: <T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]) => Promise<Answer<T>>
  /** Several statements without parameters (migrations). */
  readonly script: (text: string) => Promise<void>
}
export type Settings = { readonly text: string; readonly parameters: readonly unknown[] }
export type Engine = {
  readonly kind: 'embedded' | 'server'
  /** Runs work inside one transaction; commits when it resolves and rolls back when it throws. */
  readonly transaction: <T>(settings: Settings | undefined, wrote: boolean, work: (connection: Connection) => Promise<T>) => Promise<T>
  /** Runs work on one connection as the owner, outside a transaction (migrations, checkpoints). */
  readonly direct: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>
  /** Calls when a NOTIFY would be useful are unnecessary: one process owns the queue. Flushes everything to disk. */
  readonly checkpoint: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A failure of the engine, reduced to what rules can use. Never holds the engine's own error object. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  constructor(
    message: string,
    readonly code: string | undefined,
    readonly constraint: string | undefined,
    readonly table: string | undefined,
  ) {
    super(message)
  }
}
