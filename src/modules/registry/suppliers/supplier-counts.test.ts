import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { ivan, rosa, stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { listSuppliers } from '../queries.ts'
import { addSupplier, changeSupplier } from './change-suppliers.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())
type Answer = { total: number; pages: number; suppliers: { name: string }[]; activities: string[] }
const ask = (input: Record<string, unknown>) => town.as(ivan).asks<Answer>(listSuppliers, input)
const add = async (rut: string, name: string, activity: string, city: string) => {
  const id = randomUUID()
  await town.as(rosa).does(addSupplier, { id, rut, name, kind: 'legal', activity, city })
  return id
}

test('el total y los giros de la lista salen de cuentas que cada cambio mantiene al día', async () => {
  const before = await ask({})
  const alpha = await add('76.086.428-5', 'Alfa Ltda.', 'Giro de prueba A', 'Temuco')
  await add('11.111.111-1', 'Beta Ltda.', 'Giro de prueba A', 'Angol')
  await add('22.222.222-2', 'Gama Ltda.', 'Giro de prueba B', 'Lautaro')
  expect((await ask({})).total).toBe(before.total + 3)
  expect((await ask({ activity: 'Giro de prueba A' })).total).toBe(2)
  expect((await ask({ activity: 'Giro de prueba A', sort: '-city' })).suppliers.map(({ name }) => name)).toEqual(['Alfa Ltda.', 'Beta Ltda.'])
  expect((await ask({})).activities).toEqual([...before.activities, 'Giro de prueba A', 'Giro de prueba B'].sort())
  await town.as(rosa).does(changeSupplier, { id: alpha, version: 1, name: 'Alfa Ltda.', kind: 'legal', activity: 'Giro de prueba B', city: 'Temuco', active: false })
  expect((await ask({ activity: 'Giro de prueba A' })).total).toBe(1)
  expect((await ask({ activity: 'Giro de prueba B' })).total).toBe(2)
  expect((await ask({ activity: 'Giro de prueba B', state: 'inactive' })).total).toBe(1)
  expect((await town.as(stranger).asks<Answer>(listSuppliers, { activity: 'Giro de prueba B' })).total).toBe(0)
})

test('las cuentas suman lo mismo que las filas, también al borrar y tras una carga de muchas', async () => {
  await town.system.database.write({ commune: ivan.commune, accountId: ivan.accountId, clearances: ['public'] }, async (tx) => {
    await tx.run(sql`insert into registry.suppliers (commune, id, rut, name, kind, activity, sort_key, active) select ${ivan.commune}, gen_random_uuid(), 'x' || n, 'X' || n, 'legal', 'giro ' || n % 3, 'x', n % 2 = 0 from generate_series(1, 60) n`)
    await tx.run(sql`delete from registry.suppliers where rut like 'x1%'`)
    const wrong = await tx.all(sql`select * from (select activity, active, count(*)::int as n from registry.suppliers group by 1, 2) a full join (select activity, active, suppliers as n from registry.supplier_counts where suppliers > 0) b using (activity, active) where a.n is distinct from b.n`)
    expect(wrong).toEqual([])
  })
})
