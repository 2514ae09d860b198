import pg from 'pg'
import { type Connection, DatabaseError, type Engine } from './engine.ts'

const bigInteger = (text: string): number | bigint => {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}
const instant = (text: string): string => {
  const iso = text.replace(' ', 'T')
  return new Date(/[+-]\d\d$/.test(iso) ? `${iso}:00` : iso).toISOString()
}
/** The same shapes as the embedded engine: days as text, big integers as safe numbers, instants as ISO text. */
const parsers = new Map<number, (text: string) => unknown>([
  [20, bigInteger],
  [1700, Number],
  [1082, (text) => text],
  [1184, instant],
])
const types = { getTypeParser: ((oid: number, format?: 'text' | 'binary') => parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser }

const connectionOver = (client: pg.PoolClient): Connection => ({
  query: async <T>(text: string, parameters: readonly unknown[] = []) => {
    try {
      const answer = await client.query({ text, values: [...parameters] })
      return { rows: answer.rows as T[], count: answer.rowCount ?? 0 }
    } catch (error) {
      throw translated(error)
    }
  },
  script: async (text) => {
    try {
      await client.query(text)
    } catch (error) {
      throw translated(error)
    }
  },
})
const translated = (error: unknown): Error => {
  if (!(error instanceof Error)) return new DatabaseError(String(error), undefined, undefined, undefined)
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string }
  return new DatabaseError(error.message, code, constraint, table)
}

/** A PostgreSQL server (15 or newer) through a pool. */
export const openServer = (url: string, size = 10): Engine => {
  const pool = new pg.Pool({ connectionString: url, max: size, types, statement_timeout: 60_000, application_name: 'secplan' })
  pool.on('error', () => undefined) // an idle client that drops is replaced by the pool at the next use
  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  }
  return {
    kind: 'server',
    transaction: (settings, _wrote, work) =>
      withClient(async (client) => {
        await client.query('BEGIN')
        try {
          if (settings) await client.query({ name: 'secplan-settings', text: settings.text, values: [...settings.parameters] })
          const value = await work(connectionOver(client))
          await client.query('COMMIT')
          return value
        } catch (error) {
          await client.query('ROLLBACK').catch(() => undefined)
          throw error
        }
      }),
    direct: (work) => withClient((client) => work(connectionOver(client))),
    checkpoint: async () => undefined,
    close: () => pool.end(),
  }
}
