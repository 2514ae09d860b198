import type { Visibility } from '#kernel'
import { type Connection, type Engine, literal, type Wrote } from './engine.ts'
import { translateViolation } from './violations.ts'
import { compile, type Query } from './sql.ts'

/** Whose rows a transaction may touch. `owner` is only for migrations, backup and the start of the program. */
export type Scope = { readonly commune: string; readonly accountId: string; readonly clearances: readonly Visibility[] }

/** The hands of a store inside one transaction. */
export type Tx = {
  readonly all: <T>(query: Query<T>) => Promise<T[]>
  readonly one: <T>(query: Query<T>) => Promise<T | undefined>
  /** Number of rows changed. */
  readonly run: (query: Query<unknown>) => Promise<number>
  /** Text and parameters written by hand: bulk loads and benches. */
  readonly raw: Connection['query']
  readonly commune: string
}

/** Goes on in the same transaction behind the fences, as an account of a commune; there is no way back. */
export type Become = (scope: Scope) => Promise<Tx>

export type Database = {
  readonly engine: Engine
  readonly read: <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly write: <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** A write that nobody counts on until a later `write` is saved: steps of a batch that is posted at its end. A power cut before that may lose it, whole. */
  readonly stage: <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** As the owner of the tables, without row-level security. */
  readonly asOwner: <T>(work: (tx: Tx, become: Become) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Role, commune, account and clearances of a transaction as one statement, sent with its BEGIN. */
const settingsOf = ({ commune, accountId, clearances }: Scope): string =>
  `select set_config('role','secplan_app',true), set_config('secplan.commune',${literal(commune)},true), set_config('secplan.account',${literal(accountId)},true), set_config('secplan.clearances',${literal(clearances.join(','))},true)`

const over = (connection: Connection, commune: string): Tx => {
  const execute = async <T>(query: Query<T>) => {
    const { text, parameters } = compile(query)
    try {
      return await connection.query<T>(text, parameters)
    } catch (error) {
      throw translateViolation(error)
    }
  }
  return {
    all: async (query) => (await execute(query)).rows,
    one: async (query) => (await execute(query)).rows[0],
    run: async (query) => (await execute(query)).count,
    raw: connection.query,
    commune,
  }
}

/** Transactions with the role, commune, account and clearances set in the same round trip as their start. */
export const databaseOver = (engine: Engine): Database => {
  const scoped = <T>(scope: Scope, wrote: Wrote, work: (tx: Tx) => Promise<T>): Promise<T> =>
    engine.transaction(settingsOf(scope), wrote, (connection) => work(over(connection, scope.commune)))
  return {
    engine,
    read: (scope, work) => scoped(scope, false, work),
    write: (scope, work) => scoped(scope, true, work),
    stage: (scope, work) => scoped(scope, 'later', work),
    asOwner: (work) =>
      engine.transaction(undefined, true, (connection) =>
        work(over(connection, ''), async (scope) => {
          await connection.query(settingsOf(scope))
          return over(connection, scope.commune)
        })),
    close: () => engine.close(),
  }
}
