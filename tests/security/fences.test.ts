import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOfNow, scopeOf } from '#platform/actions'
import { sql } from '#platform/database'
import { jobStore } from '#platform/jobs'
import { evidence, ledger, ledgerStore, threadStore } from '#evidence'
import { addPerson } from '#registry'
import { COMMUNE, everybody, rosa, stranger, visita } from '../cast.ts'
import { engines, freshDatabase } from '../setup/engines.ts'
import { openTown, type Town } from '../town.ts'
import { expectIndexed } from './explain.ts'

const ID = '33333333-0000-4000-8000-000000000001'
const SECRET = 'Licitación reservada de la plaza'

describe.each(engines)('las cercas del motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
    await town.system.database.write(scopeOf(rosa), async (tx) => {
      const entry = { action: 'prueba.anotar', accountId: rosa.accountId, office: undefined, effectiveOn: '2026-07-01', recordedAt: '2026-07-01T12:00:00Z', body: '{}' }
      await ledger.append(tx, { ...entry, id: ID, draft: { name: 'noted', summary: SECRET, record: { kind: 'project', id: 'p1' } } })
      await ledger.keep(tx, ID, '2026-07-01', { kind: 'project', id: 'p1', version: 1, data: { title: SECRET } })
      await ledger.link(tx, ID, { from: { kind: 'objective', id: 'o1' }, relation: 'contains', to: { kind: 'project', id: 'p1' } })
      await ledger.index(tx, { kind: 'project', id: 'p1', title: SECRET, href: '/p1', visibility: 'restricted' })
      await tx.run(sql`insert into evidence.files (commune, hash, name, media_type, size, visibility, uploaded_by, uploaded_at) values (${COMMUNE}, ${'a'.repeat(64)}, ${SECRET}, 'x', 1, 'restricted', ${rosa.accountId}, now())`)
      await tx.run(sql`insert into evidence.sources (commune, id, kind, title, visibility) values (${COMMUNE}, ${ID}, 'act', ${SECRET}, 'restricted')`)
      await tx.run(sql`insert into evidence.attachments (commune, id, record_kind, record_id, title, file_hash, visibility, entry_id, attached_on) values (${COMMUNE}, ${ID}, 'project', 'p1', ${SECRET}, ${'a'.repeat(64)}, 'restricted', ${ID}, '2026-07-01')`)
      await tx.run(sql`insert into evidence.access_log (commune, id, at, kind, what) values (${COMMUNE}, ${ID}, now(), 'read', 'x')`)
      await addPerson(tx, { values: { name: 'Persona Reservada', email: 'p@v.example' }, offices: [{ role: 'control', title: 'Control', from: '2020-01-01' as never }], passwordHash: 'x' })
      await jobStore(tx).add(rosa.accountId, { kind: 'x', title: SECRET, input: {} })
    })
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  const tables = (labelled: boolean) =>
    town.system.database.asOwner((tx) => tx.all<{ name: string }>(sql`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_%'
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'commune')
        and ${labelled ? sql`exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'visibility')` : sql`true`} order by 1`))
  /** Tables anybody may read, and why. */
  const PUBLIC = new Set(['registry.communes']) // the sign-in page lists the communes installed here

  test('desde otra comuna, ninguna tabla ni vista deja ver una fila de ésta', async () => {
    const filled: string[] = []
    for (const { name } of await tables(false)) {
      if (PUBLIC.has(name)) continue
      const count = async (scope: Parameters<Town['system']['database']['read']>[0] | undefined) => {
        const text = `select count(*) as n from ${name} where commune = '${COMMUNE}'`
        const run = scope ? town.system.database.read(scope, (tx) => tx.raw<{ n: number }>(text)) : town.system.database.asOwner((tx) => tx.raw<{ n: number }>(text))
        return (await run.catch((error: { code?: string }) => { if (error.code === '42501') return { rows: [{ n: 0 }] }; throw error })).rows[0]?.n
      }
      if ((await count(undefined)) ?? 0) filled.push(name)
      expect(await count(scopeOf(stranger)), name).toBe(0)
      expect(await count({ ...scopeOf(rosa), commune: '' }), `${name} sin comuna`).toBe(0)
    }
    expect(filled).toEqual(expect.arrayContaining(['evidence.entries', 'evidence.files', 'evidence.search_lines', 'evidence.edges', 'registry.accounts', 'registry.person_keys', 'platform.jobs']))
  })
  test('sin la habilitación, las filas con etiqueta no existen: ni se ven, ni se cuentan', async () => {
    const names = (await tables(true)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['evidence.files', 'evidence.sources', 'evidence.attachments', 'evidence.search_lines']))
    for (const name of names) {
      const rows = await town.system.database.read({ ...scopeOf(rosa), clearances: [] }, (tx) => tx.raw<{ n: number }>(`select count(*) as n from ${name}`))
      expect(rows.rows[0]?.n, name).toBe(0)
    }
  })
  test('nadie escribe con una etiqueta que no puede ver, ni en otra comuna', async () => {
    const attempt = (commune: string, visibility: string) => town.system.database.write({ ...scopeOf(rosa), clearances: ['public'] }, (tx) => tx.run(sql`insert into evidence.sources (commune, id, kind, title, visibility) values (${commune}, gen_random_uuid(), 'act', 'x', ${visibility})`))
    await expect(attempt(COMMUNE, 'restricted')).rejects.toThrow()
    await expect(attempt(stranger.commune, 'public')).rejects.toThrow()
    expect(await attempt(COMMUNE, 'public')).toBe(1)
  })
  test('la búsqueda, la historia, el hilo, los documentos y los trabajos no filtran nada a otra comuna', async () => {
    const query = (name: string) => evidence.queries?.find((known) => known.name === name) ?? (() => { throw new Error(name) })()
    const all = JSON.stringify([
      await town.as(stranger).asks(query('evidence.search'), { text: 'licitación' }), await town.as(stranger).asks(query('evidence.record-history'), { kind: 'project', id: 'p1' }),
      await town.as(stranger).asks(query('evidence.record-documents'), { kind: 'project', id: 'p1' }), await town.as(stranger).reads(({ tx }) => threadStore(tx).around('project', 'p1', 1e9)),
      await town.as(stranger).reads(({ tx }) => jobStore(tx).recent(50)), await town.as(stranger).reads(({ tx }) => ledgerStore(tx).list({ knownSeq: 1e9, size: 50 })),
    ])
    expect(all).not.toContain('reservada')
    expect(all).not.toContain('p1')
    expect((await town.as(stranger).refused(query('evidence.file'), { hash: 'a'.repeat(64) })).status).toBe(404)
    const mine = await town.as(rosa).asks<{ hits: unknown[] }>(query('evidence.search'), { text: 'licitación' })
    expect(mine.hits).toHaveLength(1)
  })
  test('dentro de la comuna, quien no tiene la habilitación no encuentra lo reservado ni por la búsqueda ni por sus documentos', async () => {
    const search = evidence.queries?.find(({ name }) => name === 'evidence.search')
    const documents = evidence.queries?.find(({ name }) => name === 'evidence.record-documents')
    if (!search || !documents) throw new Error('faltan consultas')
    for (const actor of [...everybody.filter((one) => one.commune === COMMUNE && !one.clearances.includes('restricted')), visita]) {
      expect(await town.as(actor).asks(search, { text: 'licitación' }), actor.name).toEqual({ hits: [], counts: [], atLeast: false, pages: 0 })
      expect(await town.as(actor).asks(documents, { kind: 'project', id: 'p1' }), actor.name).toEqual({ documents: [] })
    }
  })
  test('con 50.000 filas, las listas usan su índice bajo la seguridad por filas', async () => {
    await town.system.database.asOwner((tx) => tx.run(sql`insert into registry.suppliers (commune, id, rut, name, kind, sort_key) select ${COMMUNE}, gen_random_uuid(), n::text, 'Proveedor ' || n, 'legal', lpad(n::text, 6, '0') from generate_series(1, 50000) n`))
    await town.system.database.engine.direct((connection) => connection.script('analyze registry.suppliers'))
    const scope = scopeOf(rosa)
    await expectIndexed(town, scope, sql`select id, rut, name from registry.suppliers where commune = ${COMMUNE} and (sort_key, id) > (${'000100'}, ${ID}::uuid) order by sort_key, id limit 50`, ['suppliers'])
    await expectIndexed(town, scope, sql`select id from registry.suppliers where commune = ${COMMUNE} and rut = ${'77'}`, ['suppliers'])
    await expect(expectIndexed(town, scope, sql`select count(*) from registry.suppliers where name like ${'%9%'}`, ['suppliers'])).rejects.toThrow('recorre entera')
    expect(asOfNow(town.system.clock).knownOn).toBe('2026-07-22')
  })
})
