import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Connection, type Engine, ensureTemplate, openEmbedded, openServer, sql } from '#platform/database'
import { hashPassword } from '#platform/identity'
import { addCommune, addDefaultRoles, addPerson, addUnit } from '#registry'
import { serveSystem } from '../src/app/server.ts'
import { openSystem } from '../src/app/system.ts'

/** `seed` fills a data folder or a database and ends; `serve` answers on a free port. Speaks JSON lines on standard output. */
const [mode = '', folder = '', url = ''] = process.argv.slice(2)
const COMMUNE = '99001'
const PASSWORD = 'frase de la medición 1'
const SUPPLIERS = 50_000
const CHUNK = 10_000
const tell = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

/** Statements of the requests while `seen` is set: what the baseline must run too. */
let seen: { text: string; parameters: readonly unknown[] }[] | undefined
const watched = (engine: Engine): Engine => ({
  ...engine,
  transaction: (settings, wrote, work) =>
    engine.transaction(settings, wrote, (connection) => {
      if (!seen) return work(connection)
      const watching: Connection = {
        script: connection.script,
        query: (text, parameters = []) => {
          seen?.push({ text, parameters })
          return connection.query(text, parameters)
        },
      }
      return work(watching)
    }),
})
const engine = watched(url ? openServer(url) : await openEmbedded({ folder: join(folder, 'base'), template: await ensureTemplate() }))
const configuration = { dataFolder: folder, databaseUrl: url || undefined, host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false }
const system = await openSystem(configuration, { engine })
const scope = { commune: COMMUNE, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public' as const, 'internal' as const] }

const seed = async () => {
  await system.database.asOwner((tx) => addCommune(tx, { code: COMMUNE, name: 'Villa Medida', municipality: 'Municipalidad de Villa Medida', region: 'La Araucanía', province: 'Cautín' }))
  const passwordHash = await hashPassword(PASSWORD)
  await system.database.write(scope, async (tx) => {
    await addDefaultRoles(tx)
    for (let n = 0; n < 40; n++) await addUnit(tx, { code: `U${n}`, name: `Unidad ${n}`, kind: 'direction' })
    await addPerson(tx, { values: { name: 'Directora de prueba', email: 'd@medida.example' }, offices: [{ role: 'planning_director', title: 'Directora', from: '2020-01-01' as never }], passwordHash })
    await tx.run(sql`insert into evidence.files (commune, hash, name, media_type, size, visibility, uploaded_by, uploaded_at) values (${COMMUNE}, ${'a'.repeat(64)}, 'x.pdf', 'application/pdf', 1, 'internal', ${scope.accountId}, now())`)
  })
  for (let at = 0; at < SUPPLIERS; at += CHUNK) {
    await system.database.write(scope, (tx) => tx.run(sql`insert into registry.suppliers (commune, id, rut, name, kind, sort_key)
      select ${COMMUNE}, gen_random_uuid(), n::text, 'Proveedor ' || n, 'legal', 'proveedor ' || lpad(n::text, 6, '0') from generate_series(${at + 1}::int, ${at + CHUNK}::int) n`))
  }
  await engine.direct((connection) => connection.script('analyze'))
}
const serve = async () => {
  const { address } = await serveSystem(system, configuration)
  const signed = await fetch(new URL('/api/identity/sign-in', address), { method: 'POST', body: JSON.stringify({ commune: COMMUNE, email: 'd@medida.example', password: PASSWORD }) })
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? ''
  const pages: Record<string, unknown> = {}
  const paths = { list: '/api/registry/list-suppliers?size=50', record: `/api/evidence/file?hash=${'a'.repeat(64)}` }
  for (const [name, path] of Object.entries(paths)) {
    const ask = () => fetch(new URL(path, address), { headers: { cookie } })
    await (await ask()).text()
    seen = []
    const answer = await ask()
    const body = await answer.text()
    const statements = seen
    seen = undefined
    // Never another page in its place: a cheaper one would pass for it.
    if (answer.status !== 200 || statements.length === 0) throw new Error(`${path} respondió ${answer.status}`)
    pages[name] = { path, statements, bytes: body.length }
  }
  tell({ address, cookie, pages, id: randomUUID() })
}
if (mode === 'seed') {
  await seed()
  await system.close()
} else await serve()
process.on('SIGTERM', () => process.exit(0))
