/** Bare node http and driver: the same role and commune transaction and the same statements, nothing else. */
import { createServer } from 'node:http'
import { join } from 'node:path'

const [pagesText, folder, url] = process.argv.slice(2)
const pages = JSON.parse(pagesText)
const SETTINGS = "select set_config('role','secplan_app',true), set_config('secplan.commune',$1,true), set_config('secplan.account',$2,true), set_config('secplan.clearances',$3,true)"
const VALUES = ['99001', '00000000-0000-4000-8000-000000000000', 'public,council,internal,restricted']

const onServer = async () => {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  return async (statements) => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      await client.query(SETTINGS, VALUES)
      let rows = []
      for (const { text, parameters } of statements) rows = rows.concat((await client.query(text, parameters)).rows)
      await client.query('COMMIT')
      return rows
    } finally {
      client.release()
    }
  }
}
const onEmbedded = async () => {
  const { PGlite } = await import('@electric-sql/pglite')
  const database = await PGlite.create({ dataDir: join(folder, 'base') })
  return (statements) =>
    database.transaction(async (tx) => {
      await tx.query(SETTINGS, VALUES)
      let rows = []
      for (const { text, parameters } of statements) rows = rows.concat((await tx.query(text, parameters)).rows)
      return rows
    })
}
const run = url ? await onServer() : await onEmbedded()
const server = createServer(async (request, response) => {
  const page = pages[request.url.slice(1)]
  const body = JSON.stringify(await run(page.statements))
  response.writeHead(200, { 'content-type': 'application/json' }).end(body)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ address: `http://127.0.0.1:${server.address().port}/` })}\n`))
