import pg from 'pg'
import { brokenCommit, type Connection, DatabaseError, type Engine, transactionOver } from './engine.ts'
import { engineStuck, serverUnreachable } from './problems.ts'
import { serverTypes } from './server-types.ts'

/** SQLSTATE classes and system codes that mean «the server is not there», and what each asks of the person. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nada responde en esa dirección', ENOTFOUND: 'el nombre del equipo no existe', EAI_AGAIN: 'el nombre del equipo no se pudo resolver', ETIMEDOUT: 'no respondió a tiempo',
  ECONNRESET: 'la conexión se cortó', EPIPE: 'la conexión se cortó', '28P01': 'la contraseña no corresponde', '28000': 'el usuario no puede entrar', '3D000': 'esa base de datos no existe',
  '57P01': 'el servidor se está apagando', '57P02': 'el servidor se cayó', '57P03': 'el servidor está partiendo', '53300': 'no quedan conexiones libres',
}
const QUERY_CANCELLED = '57014'

const translated = (error: unknown): Error => {
  if (!(error instanceof Error)) return new DatabaseError(String(error), undefined, undefined, undefined)
  const { code, constraint, table, errors } = error as Error & { code?: string; constraint?: string; table?: string; errors?: readonly { code?: string }[] }
  const known = code ?? errors?.[0]?.code
  const reason = UNREACHABLE[known ?? ''] ?? (known?.startsWith('08') || /Connection terminated|timeout exceeded/.test(error.message) ? 'la conexión se cortó' : undefined)
  if (reason) return serverUnreachable({ reason })
  if (known === QUERY_CANCELLED) return engineStuck({})
  return new DatabaseError(error.message, known, constraint, table)
}

/** Statements over one client until `end`: afterwards they would run outside their transaction, unfenced. */
const connectionOver = (client: pg.PoolClient) => {
  let open = true
  const send = async (query: string | pg.QueryConfig): Promise<pg.QueryResult> => {
    if (!open) throw transactionOver()
    try {
      return await client.query(query)
    } catch (error) {
      throw translated(error)
    }
  }
  const connection: Connection = {
    query: async <T>(text: string, parameters: readonly unknown[] = []) => {
      const answer = await send({ text, values: [...parameters] })
      return { rows: answer.rows as T[], count: answer.rowCount ?? 0 }
    },
    script: async (text) => void (await send(text)),
  }
  return { connection, send, end: () => { open = false } }
}

/** A PostgreSQL server (15 or newer) through a pool. */
export const openServer = (url: string, size = 10): Engine => {
  const pool = new pg.Pool({ connectionString: url, max: size, types: serverTypes, statement_timeout: 60_000, connectionTimeoutMillis: 15_000, application_name: 'secplan' })
  pool.on('error', () => undefined) // an idle client that drops is replaced by the pool at the next use
  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((error) => {
      throw translated(error)
    })
    let lost = false
    const drop = () => { lost = true }
    client.on('error', drop)
    try {
      return await work(client)
    } finally {
      client.off('error', drop)
      client.release(lost)
    }
  }
  return {
    kind: 'server',
    transaction: (settings, wrote, work) =>
      withClient(async (client) => {
        const { connection, send, end } = connectionOver(client)
        try {
          await send(['BEGIN', ...(wrote === 'later' ? ['SET LOCAL synchronous_commit = off'] : []), ...(settings ? [settings] : [])].join('; '))
          const value = await work(connection)
          const answer = await send('COMMIT')
          if (answer.command === 'ROLLBACK') throw brokenCommit()
          return value
        } catch (error) {
          // A client that cannot roll back may still hold the transaction: it must not serve anybody else.
          await client.query('ROLLBACK').catch(() => client.emit('error', new Error('sin ROLLBACK')))
          throw error
        } finally {
          end()
        }
      }),
    direct: (work) =>
      withClient((client) => {
        const { connection, end } = connectionOver(client)
        return work(connection).finally(end)
      }),
    checkpoint: async () => undefined,
    close: () => pool.end(),
  }
}
