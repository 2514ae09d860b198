import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { COMMUNE, OTHER_COMMUNE, rosa, stranger, visita } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { listUnits } from './queries.ts'
import { personStore } from './index.ts'
import { scopeOf } from '#platform/actions'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('Rosa ve las unidades de su comuna y la directora de otra comuna no ve ninguna', async () => {
  const mine = await town.as(rosa).asks<{ units: { code: string }[] }>(listUnits)
  expect(mine.units.map(({ code }) => code).sort()).toEqual(['DAF', 'DIDECO', 'DOM', 'SECPLA'])
  expect((await town.as(stranger).asks<{ units: unknown[] }>(listUnits)).units).toEqual([])
})
test('Visita no puede ver el registro', async () => {
  expect((await town.as(visita).refused(listUnits, {})).status).toBe(403)
})
test('sin comuna no se devuelve nada, y una fila de otra comuna se rechaza', async () => {
  const rows = await town.system.database.read({ commune: '', accountId: rosa.accountId, clearances: [] }, (tx) => tx.all(sql`select * from registry.units`))
  expect(rows).toEqual([])
  await expect(town.system.database.write(scopeOf(rosa), (tx) => tx.run(sql`insert into registry.units (commune, id, code, name, kind) values (${OTHER_COMMUNE}, gen_random_uuid(), 'X', 'Intrusa', 'office')`))).rejects.toThrow()
})
test('suprimir a una persona destruye su clave y deja el registro', async () => {
  const id = '22222222-0000-4000-8000-000000000001'
  await town.system.database.write(scopeOf(rosa), async (tx) => {
    await personStore(tx).add(id, undefined, { name: 'Juan Pérez Soto', email: 'juan@example.cl' })
    await personStore(tx).suppress(id, '2026-07-22T12:00:00Z')
    expect((await personStore(tx).values([id])).get(id)?.name).toBe('Persona suprimida')
    const left = await tx.one<{ n: number }>(sql`select count(*) as n from registry.people where commune = ${COMMUNE} and id = ${id}`)
    expect(left?.n).toBe(1)
  })
})
