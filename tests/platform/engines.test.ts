import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { scopeOf } from '#platform/actions'
import { ivan, OTHER_COMMUNE, rosa } from '../cast.ts'
import { engines, freshDatabase } from '../setup/engines.ts'
import { openTown, type Town } from '../town.ts'

describe.each(engines)('el motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  test('devuelve días como texto, enteros grandes como números e instantes en ISO', async () => {
    const row = await town.system.database.read(scopeOf(rosa), (tx) => tx.one(sql`select date '2026-09-18' as dia, 9007199254740991::bigint as grande, 12.5::numeric as razon, timestamptz '2026-07-22 09:40:00-04' as instante, '{"a":[1]}'::jsonb as j, null::date as nada`))
    expect(row).toEqual({ dia: '2026-09-18', grande: 9_007_199_254_740_991, razon: 12.5, instante: '2026-07-22T13:40:00.000Z', j: { a: [1] }, nada: null })
  })
  test('lo que falla a medias no deja rastro', async () => {
    const before = await town.system.database.read(scopeOf(rosa), (tx) => tx.one(sql`select count(*) as n from registry.units`))
    await expect(town.system.database.write(scopeOf(rosa), async (tx) => {
      await tx.run(sql`insert into registry.units (commune, id, code, name, kind) values (${rosa.commune}, gen_random_uuid(), 'TMP', 'Temporal', 'office')`)
      throw new Error('se cortó')
    })).rejects.toThrow('se cortó')
    expect(await town.system.database.read(scopeOf(rosa), (tx) => tx.one(sql`select count(*) as n from registry.units`))).toEqual(before)
  })
  test('la bitácora encadena, no se altera, y la cadena se comprueba', async () => {
    const { ledger, ledgerStore, verifyLinks } = await import('#evidence')
    const append = (n: number) => town.system.database.write(scopeOf(rosa), (tx) => ledger.append(tx, { id: crypto.randomUUID(), action: 'prueba.anotar', accountId: rosa.accountId, office: 'Directora', effectiveOn: '2026-07-01', recordedAt: '2026-07-01T12:00:00Z', draft: { name: 'noted', summary: `Asiento ${n}` }, body: `{"n":${n}}` }))
    const posted = [await append(1), await append(2), await append(3)]
    expect(posted.map(({ seq }) => seq)).toEqual([posted[0]?.seq, (posted[0]?.seq ?? 0) + 1, (posted[0]?.seq ?? 0) + 2])
    const links = await town.system.database.read(scopeOf(rosa), (tx) => ledgerStore(tx).links(0, 100))
    expect(verifyLinks({ seq: 0, hash: '' }, links)).toMatchObject({ seq: posted[2]?.seq })
    const forged = links.map((link, index) => (index === 1 ? { ...link, body: '{"n":99}' } : link))
    expect(verifyLinks({ seq: 0, hash: '' }, forged)).toEqual({ brokenAt: links[1]?.seq })
    await expect(town.system.database.write(scopeOf(rosa), (tx) => tx.run(sql`update evidence.entries set summary = 'otro' where commune = ${rosa.commune}`))).rejects.toThrow()
    await expect(town.system.database.asOwner((tx) => tx.run(sql`delete from evidence.entries`))).rejects.toThrow()
  })
  test('dos personas que escriben a la vez reciben números distintos y seguidos', async () => {
    const { ledger } = await import('#evidence')
    const seqs = await Promise.all(Array.from({ length: 12 }, (_, n) => town.system.database.write(scopeOf(n % 2 ? ivan : rosa), (tx) => ledger.append(tx, { id: crypto.randomUUID(), action: 'prueba.anotar', accountId: rosa.accountId, office: undefined, effectiveOn: '2026-07-01', recordedAt: '2026-07-02T12:00:00Z', draft: { name: 'noted', summary: 'A la vez' }, body: `{"v":${n}}` }))))
    const sorted = seqs.map(({ seq }) => seq).sort((a, b) => a - b)
    expect(new Set(sorted).size).toBe(12)
    expect((sorted[11] ?? 0) - (sorted[0] ?? 0)).toBe(11)
  })
  test('una consulta sobre otra comuna no devuelve filas aunque la pida por su nombre', async () => {
    expect(await town.system.database.read(scopeOf(rosa), (tx) => tx.all(sql`select * from registry.roles where commune = ${OTHER_COMMUNE}`))).toEqual([])
  })
})
