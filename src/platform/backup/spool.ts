import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection } from '#platform/database'
import type { TableMark } from './manifest.ts'
import { rowDigest } from './row-digest.ts'
import { chunkOf, type TableFacts } from './tables.ts'

const CHUNK_ROWS = 2000
export type Spooled = TableMark & {
  /** First transaction number not yet seen when the copy began: rows with this number or a later one are newer than the copy. */
  readonly since: number
}
/** How a chunk reaches the database: in its own short transaction, or in one that is already open. */
export type Reach = <T>(work: (connection: Connection) => Promise<T>) => Promise<T>

export const spoolPath = (folder: string, table: string): string => join(folder, `${table}.ndjson`)

/** Copies a table to a file of JSON lines, chunk by chunk. */
export const spoolTable = async (reach: Reach, table: TableFacts, folder: string): Promise<Spooled> => {
  const handle = await open(spoolPath(folder, table.name), 'w')
  try {
    const since = await reach(async (connection) => (await connection.query<{ at: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as at')).rows[0]?.at)
    const hash = createHash('sha256')
    const digest = rowDigest()
    let rows = 0
    let after: readonly string[] | undefined
    for (;;) {
      const chunk = await reach((connection) => chunkOf(connection, table, after, CHUNK_ROWS))
      if (chunk.lines.length) {
        const bytes = Buffer.from(`${chunk.lines.join('\n')}\n`)
        hash.update(bytes)
        for (const line of chunk.lines) digest.add(line)
        rows += chunk.lines.length
        await handle.appendFile(bytes)
      }
      if (chunk.lines.length < CHUNK_ROWS) break
      after = chunk.last
    }
    return { name: table.name, rows, hash: hash.digest('hex'), rowsHash: digest.hex(), since: Number(since) }
  } finally {
    await handle.close()
  }
}

/** Whether a copy is what the table holds now: as many rows, none written since it began (a deletion lowers the count, an insertion or change is newer). */
export const isCurrent = async (connection: Connection, copy: Spooled): Promise<boolean> => {
  const { rows } = await connection.query<{ n: number; newest: number }>(`select count(*) as n, coalesce(max(xmin::text::bigint), 0) as newest from ${copy.name}`)
  return rows[0]?.n === copy.rows && rows[0].newest < copy.since
}
