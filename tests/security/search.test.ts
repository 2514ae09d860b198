import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Day, Visibility } from '#kernel'
import { type AnyQuery, scopeOf, type SearchLine } from '#platform/actions'
import { sql } from '#platform/database'
import { bulkEvidence, evidence, ledger, type SearchAnswer, readTextsJob } from '#evidence'
import { runJob, upload } from '../../src/modules/budget/testing/run-job.ts'
import { alcaldesa, berta, carla, COMMUNE, dario, everybody, ivan, marcela, OTHER_COMMUNE, person, rosa, stranger, tomas, visita } from '../cast.ts'
import { engines, freshDatabase } from '../setup/engines.ts'
import { openTown, type Town } from '../town.ts'

const definition = (name: string): AnyQuery => evidence.queries?.find((known) => known.name === name) ?? (() => { throw new Error(name) })()
const [search, history, documents, file] = ['evidence.search', 'evidence.record-history', 'evidence.record-documents', 'evidence.file'].map(definition) as [AnyQuery, AnyQuery, AnyQuery, AnyQuery]
/** Works for data protection: clearance for internal rows, no permission to read the plan, the budget or the projects. */
const dpo = person('00000000-0000-4000-8000-000000000021', 'Paula Dato', 'Encargada de datos', ['dpo'])
const SECRET = 'Licitación reservada del balneario'

describe.each(engines)('la búsqueda en el motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  let [secretFile, openFile] = ['', '']
  const line = (kind: string, id: string, title: string, subtitle: string, visibility: Visibility = 'internal'): SearchLine => ({ kind, id, title, subtitle, href: `/${kind}/${id}`, visibility })
  const asks = (actor: Actor, text: string, more: Record<string, unknown> = {}, asOf?: { effectiveOn: Day; knownOn: Day }) => town.as(actor).asks<SearchAnswer>(search, { text, ...more }, asOf)
  const found = async (actor: Actor, text: string, more: Record<string, unknown> = {}) => (await asks(actor, text, more)).hits.map(({ record_id }) => record_id)
  /** Posts an entry and does work under it. */
  const under = (actor: Actor, recordedAt: string, work: (tx: Parameters<typeof ledger.index>[0], entryId: string) => Promise<unknown>, undoes?: number): Promise<number> =>
    town.system.database.write({ ...scopeOf(actor), clearances: ['public', 'council', 'internal', 'restricted'] }, async (tx) => {
      const id = randomUUID()
      await work(tx, id)
      return (await ledger.append(tx, { id, action: 'evidence.attach-document', accountId: actor.accountId, office: undefined, effectiveOn: recordedAt.slice(0, 10), recordedAt, body: '{}', draft: { name: 'document-attached', summary: 'Se adjuntó', ...(undoes ? { undoes } : {}) } })).seq
    })
  const attach = (recordKind: string, recordId: string, title: string, hash: string) => (tx: Parameters<typeof ledger.index>[0], entryId: string) => import('#evidence').then(({ attachmentRows }) =>
    attachmentRows(tx).add({ id: randomUUID(), record: { kind: recordKind, id: recordId }, title, fileHash: hash, visibility: 'internal', entryId, on: '2026-07-01' }))

  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
    const put = (actor: Actor, lines: readonly SearchLine[]) => town.system.database.write({ ...scopeOf(actor), clearances: ['public', 'council', 'internal', 'restricted'] }, async (tx) => { for (const one of lines) await ledger.index(tx, one) })
    await put(rosa, [
      line('project', 'p1', 'Recambio de luminarias en Ñancul', 'BIP 40012345-0 · Diseño · 2026', 'council'), line('project', 'p2', 'Pavimentación de la calle Ñuñoa', 'BIP 40054321 · Idea', 'council'), line('project', 'p3', 'Plaza de Armas', 'Ejecución · 2025', 'council'),
      line('supplier', 's1', 'Constructora del Sur Ltda.', '76.543.210-3 · obras'), line('budget-account', 'a1', '215.31.02.004 Obras civiles', 'Cuenta de la municipalidad'),
      line('session', 'c1', 'Sesión ordinaria N.º 12/2026', 'Concejo Municipal', 'council'), line('tender', 't1', SECRET, 'Obra nueva', 'restricted'), line('report', 'r1', 'Minuta de la plaza vieja', 'Armas guardadas'),
    ])
    await put(stranger, [line('project', 'x1', 'Luminarias de Otro Pueblo', 'BIP 40099999-1', 'council')])
    secretFile = await upload(town, rosa, 'bases balneario.txt', Buffer.from('El balneario secreto se licita por trato reservado. Palabraúnica.'))
    openFile = await upload(town, rosa, 'acta.txt', Buffer.from('Se acuerda contratar el recambio de las luminarias del sector Ñancul, según decreto 1.234.'))
    await under(rosa, '2026-07-01T12:00:00Z', attach('tender', 't1', 'Bases del balneario', secretFile))
    await under(rosa, '2026-07-10T12:00:00Z', attach('project', 'p1', 'Acta de acuerdo', openFile))
    await runJob(town, rosa, readTextsJob, {})
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })

  test.each([
    ['LUMINARIA', ['p1']], ['recambiar luminarias', ['p1']], ['nancul', ['p1']], ['Nunoa', ['p2']], ['pavimentar', ['p2']], ['pavi', ['p2']],
    ['40012345-0', ['p1']], ['400123450', ['p1']], ['40012345', ['p1']], ['40054321-7', ['p2']], ['76543210-3', ['s1']], ['76.543.210', ['s1']], ['215-31-02', ['a1']], ['2153102004', ['a1']], ['12/2026', ['c1']],
  ])('«%s» encuentra lo mismo en los dos motores', async (text, ids) => {
    expect((await found(rosa, text, { kind: undefined })).filter((id) => id.length < 10)).toEqual(ids)
  })
  test('el título pesa más que la segunda línea, y la frase entre comillas respeta su orden', async () => {
    expect(await found(rosa, 'plaza armas')).toEqual(['p3', 'r1'])
    expect(await found(rosa, '"plaza de armas"')).toEqual(['p3'])
    expect(await found(rosa, '"armas plaza"')).toEqual([])
  })
  test('un error de tecleo se corrige y se dice', async () => {
    const answer = await asks(rosa, 'luminrias')
    expect(answer.corrected).toEqual({ from: 'luminrias', to: 'luminarias' })
    expect(answer.hits.map(({ record_id }) => record_id)).toContain('p1')
  })
  test('el texto de un archivo aparece con su trozo marcado y el registro de que cuelga', async () => {
    const [hit] = (await asks(rosa, 'decreto 1.234 luminarias')).hits
    expect(hit).toMatchObject({ kind: 'file', record_id: openFile, title: 'Acta de acuerdo', of: { kind: 'project', id: 'p1' } })
    expect(hit?.snippet?.filter((piece) => piece.hit).map(({ text }) => text)).toEqual(['luminarias', 'decreto', '1.234'])
  })
  test('los filtros y las páginas cuentan sólo lo que se ve', async () => {
    // The word is in both titles: equal weight, so by the alphabet: «Minuta…», «Plaza…».
    expect(await found(rosa, 'plaza', { kind: 'project' })).toEqual(['p3'])
    expect(await found(rosa, 'plaza', { year: 2025 })).toEqual(['p3'])
    const first = await asks(rosa, 'plaza', { size: 1 })
    expect(first).toMatchObject({ pages: 2, counts: [{ kind: 'project', count: 1 }, { kind: 'report', count: 1 }] })
    expect((await asks(rosa, 'plaza', { size: 1, page: 2 })).hits.map(({ record_id }) => record_id)).toEqual(['p3'])
  })
  test('lo reservado no existe para quien no puede saberlo: ni fila, ni cuenta, ni trozo, ni corrección, ni historia', async () => {
    expect((await found(rosa, 'balneario')).sort()).toEqual([secretFile, 't1'].sort())
    for (const actor of [...everybody.filter((one) => !one.clearances.includes('restricted') || one.commune !== COMMUNE), dpo, visita]) {
      for (const text of ['balneario', 'palabraunica', 'balneraio', 'licitación reservada', 'Bases', '"trato reservado"']) {
        expect(await asks(actor, text), `${actor.name}: ${text}`).toEqual({ hits: [], counts: [], atLeast: false, pages: 0 })
      }
      for (const query of [history, documents]) expect(JSON.stringify(await town.as(actor).asks(query, { kind: 'tender', id: 't1' })), actor.name).not.toMatch(/balneario|Bases|[0-9a-f]{64}/i)
      expect((await town.as(actor).refused(file, { hash: secretFile })).status, actor.name).toBe(404)
    }
  })
  test('quien no puede leer un módulo no encuentra sus registros aunque su etiqueta lo permita', async () => {
    expect(await found(dpo, 'luminarias')).toEqual([])
    expect(await found(dpo, 'obras civiles')).toEqual([])
    expect(await found(dpo, 'constructora')).toEqual(['s1'])
    expect(await found(marcela, 'luminarias', { kind: 'project' })).toEqual(['p1'])
    for (const actor of [tomas, ivan, berta, carla, alcaldesa]) expect(await found(actor, 'recambio', { kind: 'project' }), actor.name).toEqual(['p1'])
    expect(await found(dario, 'recambio')).toEqual([])
  })
  test('cada comuna encuentra sólo lo suyo', async () => {
    expect(await found(stranger, 'luminarias')).toEqual(['x1'])
    expect(await found(rosa, 'Otro Pueblo luminarias')).toEqual([])
    const unset = await town.system.database.read({ ...scopeOf(rosa), commune: '' }, (tx) => tx.all(sql`select * from evidence.find_lines('''~luminari''', null, '{}', null, null, 9007199254740991, 'infinity', 100, 100, 0, 100)`))
    expect(unset).toEqual([])
  })
  test('conocido al día anterior, el archivo y el registro nuevos no están; lo deshecho deja de estar desde que se deshizo', async () => {
    const on = (day: string) => ({ effectiveOn: day as Day, knownOn: day as Day })
    const files = async (day: string) => (await asks(rosa, 'acuerda contratar', {}, on(day))).hits.map(({ record_id }) => record_id)
    expect(await files('2026-07-09')).toEqual([])
    expect(await files('2026-07-10')).toEqual([openFile])
    const hash = await upload(town, rosa, 'efimero.txt', Buffer.from('Transitorio documento de paso.'))
    const seq = await under(rosa, '2026-07-11T12:00:00Z', attach('project', 'p3', 'De paso', hash))
    await under(rosa, '2026-07-12T12:00:00Z', async () => undefined, seq)
    expect(await found(rosa, 'efimero')).toEqual([])
    expect((await asks(rosa, 'efimero', {}, on('2026-07-11'))).hits.map(({ record_id }) => record_id)).toEqual([hash])
    await under(rosa, '2026-07-15T12:00:00Z', async (tx, entryId) => { await ledger.index(tx, line('project', 'p9', 'Sombreadero nuevo', '')); await ledger.keep(tx, entryId, '2026-07-15', { kind: 'project', id: 'p9', version: 1, data: {} }) })
    expect((await asks(rosa, 'sombreadero', {}, on('2026-07-14'))).hits).toEqual([])
    expect((await asks(rosa, 'sombreadero', {}, on('2026-07-15'))).hits).toHaveLength(1)
  })
  test('con decenas de miles de filas las dos funciones usan su índice: ningún recorrido entero', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => line('supplier', `m${index}`, `Proveedor ${index} de ${['áridos', 'obras', 'aseo', 'salud'][index % 4]}`, `RUT ${index}`))
    for (let from = 0; from < lines.length; from += 2000) await town.system.database.write(scopeOf(rosa), (tx) => bulkEvidence(tx).index(lines.slice(from, from + 2000)))
    await town.system.database.write(scopeOf(rosa), (tx) => tx.run(sql`insert into evidence.file_passages (commune, file_hash, number, place, text, words)
      select ${COMMUNE}, lpad(n::text, 64, '0'), 1, '', 'x', ('''relleno'':1 ''n' || n || ''':2')::tsvector from generate_series(1, 20000) n`))
    await town.system.database.engine.direct((connection) => connection.script('analyze evidence.search_lines; analyze evidence.file_passages'))
    const plan = async (name: string, parameters: readonly string[]) => town.system.database.asOwner(async (tx) => {
      const body = (await tx.one<{ body: string }>(sql`select prosrc as body from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'evidence' and p.proname = ${name}`))?.body ?? ''
      await tx.run(sql`select set_config('secplan.commune', ${COMMUNE}, true), set_config('secplan.clearances', 'public,internal', true)`)
      const text = parameters.reduceRight((given, value, index) => given.replaceAll(`$${index + 1}`, value), body)
      return JSON.stringify((await tx.raw(`explain (format json) ${text}`, [])).rows)
    })
    const lookup = await plan('find_lines', ["'''~luminari'''", 'null::text[]', "'{}'::text[]", 'null::int', 'null::text', '9007199254740991', "'infinity'::date", '2000', '40', '0', '40'])
    const passages = await plan('find_passages', ["'''~luminari'''", "'{}'::text[]", 'null::int', '9007199254740991', "'infinity'::date", '600', '0', '40'])
    expect(lookup).toContain('search_lines_words')
    expect(passages).toContain('file_passages_words')
    for (const text of [lookup, passages]) expect(text).not.toMatch(/"Node Type":\s*"Seq Scan"[^}]*"(search_lines|file_passages)"/)
  })
  test('las funciones que saltan las cercas sólo las llama la aplicación', async () => {
    const open = await town.system.database.asOwner((tx) => tx.all<{ name: string }>(sql`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'evidence' and p.prosecdef and has_function_privilege('secplan_public', p.oid, 'execute')`))
    expect(open).toEqual([])
    expect((await town.system.database.asOwner((tx) => tx.one<{ n: number }>(sql`select count(*)::int as n from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'evidence' and p.prosecdef`)))?.n).toBe(4)
    expect(OTHER_COMMUNE).not.toBe(COMMUNE)
  })
})
