import type { Connection, Engine } from '#platform/database'
import { isCurrent, type Reach, type Spooled, spoolTable } from './spool.ts'
import { type TableFacts, tablesInOrder } from './tables.ts'

const MAX_ROUNDS = 6
const UTC = "set local time zone 'UTC'"
type Progress = (share: number, message: string) => void

/** A PostgreSQL server gives one instant to a whole transaction without making anybody wait. */
const onServer = (engine: Engine, folder: string, progress: Progress): Promise<Spooled[]> =>
  engine.transaction('set transaction isolation level repeatable read, read only', false, async (connection) => {
    await connection.query(UTC)
    const copies: Spooled[] = []
    const tables = await tablesInOrder(connection)
    for (const [index, table] of tables.entries()) {
      progress(index / tables.length, table.name)
      copies.push(await spoolTable((work) => work(connection), table, folder))
    }
    return copies
  })

/** Position of the write-ahead log: when it has not moved, nobody wrote. */
const position = (connection: Connection): Promise<string> => connection.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at').then(({ rows }) => rows[0]?.at ?? '')

/**
 * The embedded engine has one connection: a long transaction would make everybody wait. Tables are copied in short
 * transactions; then each copy is compared with its table, and those that moved are copied again, until a whole round of
 * comparisons passes without anybody writing. After some rounds the few that keep moving are copied in one transaction.
 */
const onEmbedded = async (engine: Engine, folder: string, progress: Progress): Promise<Spooled[]> => {
  const reach: Reach = (work) => engine.transaction(UTC, false, work)
  const tables = await reach(tablesInOrder)
  const copies = new Map<string, Spooled>()
  const copy = async (moved: readonly TableFacts[], by: Reach) => {
    for (const [index, table] of moved.entries()) {
      progress(index / moved.length, table.name)
      copies.set(table.name, await spoolTable(by, table, folder))
    }
  }
  const moved = async (by: Reach): Promise<TableFacts[]> => {
    const found: TableFacts[] = []
    for (const table of tables) {
      const known = copies.get(table.name)
      if (!known || !(await by((connection) => isCurrent(connection, known)))) found.push(table)
    }
    return found
  }
  await copy(tables, reach)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = await reach(position)
    const late = await moved(reach)
    if (late.length === 0 && (await reach(position)) === before) return [...copies.values()]
    await copy(late, reach)
  }
  await engine.transaction(UTC, false, async (connection) => {
    const here: Reach = (work) => work(connection)
    await copy(await moved(here), here)
  })
  return [...copies.values()]
}

/** Copies of all tables as they were at one instant, in files of `folder`. */
export const spoolAll = (engine: Engine, folder: string, progress: Progress): Promise<Spooled[]> => (engine.kind === 'embedded' ? onEmbedded(engine, folder, progress) : onServer(engine, folder, progress))
