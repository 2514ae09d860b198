/** What both engines offer. Everything above speaks to these types and never to PGlite or pg. */
export type Answer<T> = { readonly rows: T[]; readonly count: number }
export type Connection = {
  readonly query: <T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]) => Promise<Answer<T>>
  /** Several statements without parameters (migrations). */
  readonly script: (text: string) => Promise<void>
}
/** Whether a transaction wrote, and when it must be on disk: `later` is with the next commit that waits, which carries all those before it. */
export type Wrote = boolean | 'later'
export type Engine = {
  readonly kind: 'embedded' | 'server'
  /**
   * Runs work inside one transaction; commits when it resolves and rolls back when it throws. `settings` is SQL sent with
   * the BEGIN, in the same round trip. The connection refuses statements once its transaction ended or its worker was replaced.
   */
  readonly transaction: <T>(settings: string | undefined, wrote: Wrote, work: (connection: Connection) => Promise<T>) => Promise<T>
  /** Runs work on one connection as the owner, outside a transaction (migrations, checkpoints). */
  readonly direct: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>
  /** Calls when a NOTIFY would be useful are unnecessary: one process owns the queue. Flushes everything to disk. */
  readonly checkpoint: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Class 22 messages quote the offending value, which may be personal: the log must not hold it. */
const withoutValues = (message: string, code: string | undefined): string => (code?.startsWith('22') ? message.replace(/"[^"]*"/g, '"…"') : message)

/** A failure of the engine, reduced to what rules can use. Never holds the engine's own error object nor a person's value. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  constructor(
    message: string,
    readonly code: string | undefined,
    readonly constraint: string | undefined,
    readonly table: string | undefined,
  ) {
    super(withoutValues(message, code))
  }
}

/** A statement sent by somebody who kept the connection after its transaction ended: it would run as the owner, unfenced. */
export const transactionOver = (): DatabaseError => new DatabaseError('La transacción ya terminó', '25P01', undefined, undefined)
/** COMMIT answered ROLLBACK: a statement had failed and its error was swallowed. Nothing was saved, so nobody may be told otherwise. */
export const brokenCommit = (): DatabaseError => new DatabaseError('La transacción había fallado y no se guardó', '25P02', undefined, undefined)

/** A text as an SQL literal for statements without parameters. NUL cannot be stored and is dropped. */
export const literal = (text: string): string => {
  const escaped = text.replaceAll('\0', '').replaceAll("'", "''")
  return escaped.includes('\\') ? `E'${escaped.replaceAll('\\', '\\\\')}'` : `'${escaped}'`
}
