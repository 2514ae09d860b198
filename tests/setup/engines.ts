import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Address of a fresh database on the test server, or undefined when there is no server. `drop` removes it. */
export const freshDatabase = async (): Promise<{ url: string; drop: () => Promise<void> } | undefined> => {
  const server = process.env['SECPLAN_TEST_DATABASE']
  if (!server) return undefined
  const name = `town_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.toString(),
    drop: async () => {
      const again = new pg.Client({ connectionString: server })
      await again.connect()
      await again.query(`drop database if exists ${name} with (force)`)
      await again.end()
    },
  }
}
/** Both engines when a server is at hand, else the embedded one. */
export const engines: readonly ('embedded' | 'server')[] = process.env['SECPLAN_TEST_DATABASE'] ? ['embedded', 'server'] : ['embedded']
