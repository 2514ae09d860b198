import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Day } from '#kernel'
import { type Database, ensureTemplate, openEmbedded, sql } from '#platform/database'
import { openSystem, type System } from '../../../app/system.ts'
import { type FirstRun, firstRun } from './first-run.ts'

const TODAY = '2026-07-22' as Day
const input: FirstRun = {
  commune: '09109', units: [{ code: 'SECPLA', name: 'Secretaría Comunal de Planificación' }],
  administrator: { name: 'Rosa Painemal Cayul', rut: '12.345.678-5', email: 'rosa@municipio.cl', password: 'una frase larga y propia 7' },
}
let [system, folder] = [undefined as unknown as System, '']
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secplan-first-'))
  system = await openSystem({ dataFolder: folder, host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false }, { engine: await openEmbedded({ template: await ensureTemplate() }) })
})
afterEach(async () => {
  await system.close()
  rmSync(folder, { recursive: true, force: true })
})
/** The same database, whose statement number `n` behind the fences fails: a cut at any point. */
const failingAt = (n: number): Database => ({
  ...system.database,
  asOwner: (work) => system.database.asOwner((owner, become) => work(owner, async (scope) => {
    const tx = await become(scope)
    let done = 0
    return { ...tx, run: (query) => (++done === n ? Promise.reject(new Error('corte')) : tx.run(query)) }
  })),
})
const left = () => system.database.asOwner((tx) => tx.one<{ n: number }>(sql`select ((select count(*) from registry.communes) + (select count(*) from registry.units) + (select count(*) from registry.people) + (select count(*) from registry.accounts))::int as n`))

test('un corte en cualquier punto no deja nada, y se puede empezar de nuevo', async () => {
  for (const n of [1, 5, 20]) {
    await expect(firstRun(failingAt(n), input, TODAY)).rejects.toThrow('corte')
    expect(await left(), `sentencia ${n}`).toEqual({ n: 0 })
  }
  expect(await firstRun(system.database, input, TODAY)).toEqual({ commune: '09109' })
  expect((await left())?.n).toBe(4)
})
test('dos a la vez: una instala y la otra lo sabe', async () => {
  const [one, two] = await Promise.allSettled([firstRun(system.database, input, TODAY), firstRun(system.database, { ...input, commune: '12401' }, TODAY)])
  expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected'])
  expect((await left())?.n).toBe(4)
})
test('lo escrito tras el cerco queda en su comuna y no puede escribir en otra', async () => {
  await firstRun(system.database, input, TODAY)
  const attempt = system.database.asOwner(async (_owner, become) => {
    const tx = await become({ commune: '09109', accountId: '00000000-0000-4000-8000-000000000000', clearances: [] })
    await tx.run(sql`insert into registry.units (commune, id, code, name, kind) values ('12401', gen_random_uuid(), 'X', 'Intrusa', 'office')`)
  })
  await expect(attempt).rejects.toThrow()
})
