import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '#kernel'
import { rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { addNode, createPlan, linkNode } from '../../plan/nodes/change-nodes.ts'
import { registerCollection } from '../income/register-collection.ts'
import { registerIncomeAccrual } from '../income/register-income-accrual.ts'
import { dependenceOf } from '../limits/fcm-dependence.ts'
import { newLine } from '../lines/line.ts'
import { openBudget } from '../lines/open-budget.ts'
import { createProgramme } from '../programmes/create-programme.ts'
import { registerAccrual } from '../spending/register-accrual.ts'
import { registerCommitment } from '../spending/register-commitment.ts'
import { invoice, order } from '../testing/small-budget.ts'

/** Devengado: planta 700.000 (área 1), servicios 300.000 (área 2, programa 202). Percibido: patentes municipales 300.000, su parte del FCM 100.000, FCM 700.000. */
const income = ['115-03-01-001-001', '115-03-01-001-002', '115-08-03-001', '115-03-02'] as const
const spending = [{ account: '215-21-01', area: '1' as const, programme: '' }, { account: '215-22-05', area: '2' as const, programme: '202' }]
const full = (code: string): string => [...code.split('-'), ...['00', '00', '000', '000', '000'].slice(code.split('-').length - 1)].slice(0, 6).join('-')
let town: Town
let programme = ''
const ids = { plan: randomUUID(), axis: randomUUID(), objective: randomUUID() }
beforeAll(async () => {
  town = await openTown()
  const daf = town.as(tomas)
  programme = (await daf.does<{ id: string }>(createProgramme, { code: '202', name: 'Aseo y alumbrado', area: '2' })).result.id
  await daf.does(openBudget, { year: 2026, agreement: '1', decreeNumber: '1', decreeOn: '2025-12-20', lines: [...income.map((account) => ({ account, amount: 1_000_000 })), ...spending.map((line) => ({ ...line, amount: 2_000_000 }))] })
  for (const [index, amount] of [700_000, 300_000].entries()) {
    const given = spending[index] ?? spending[0]
    const line = newLine({ ...given, year: 2026, account: full(given?.account ?? '') }).id
    await daf.does(registerCommitment, { line, amount, on: '2026-02-03', text: 'Compromiso', document: order(`${index}`, '2026-02-03') })
    await daf.does(registerAccrual, { line, amount, on: '2026-02-04', text: 'Factura', document: invoice(`${index}`, '2026-02-04') })
  }
  for (const [index, amount] of [300_000, 100_000, 700_000].entries()) await collect(income[index] ?? '', amount)
  const planning = town.as(rosa)
  await planning.does(createPlan, { id: ids.plan, name: 'Plan de prueba', startsOn: '2022-01-01', endsOn: '2030-12-31' })
  await planning.does(addNode, { id: ids.axis, planId: ids.plan, kind: 'axis', code: '1', name: 'Ciudad limpia' })
  await planning.does(addNode, { id: ids.objective, planId: ids.plan, parentId: ids.axis, kind: 'objective', code: '1.1', name: 'Aseo en todos los barrios' })
  await planning.does(linkNode, { id: ids.objective, kind: 'programme', targetId: programme })
})
afterAll(() => town.close())
const collect = async (account: string, amount: number) => {
  const line = newLine({ year: 2026, account: full(account) }).id
  await town.as(tomas).does(registerIncomeAccrual, { line, amount, on: '2026-03-01', text: 'Derecho de cobro', document: { kind: 'decree', number: '1', date: '2026-03-01' } })
  await town.as(tomas).does(registerCollection, { line, amount, on: '2026-03-02', text: 'Recaudación', document: { kind: 'receipt', number: '1', date: '2026-03-02' } })
}
const value = (id: string, parameters: Record<string, string> = {}, actor = rosa) => town.as(actor).reads(async ({ figures }) => (await figures.get(`budget/${id}`, { period: '2026-1', ...parameters })).value)

test('la parte de un área, un subtítulo o un programa sobre todo lo devengado', async () => {
  // 300.000 de 1.000.000.
  expect(await value('share', { area: '2' })).toBe(0.3)
  expect(await value('share', { area: '1' })).toBe(0.7)
  expect(await value('share', { title: '22' })).toBe(0.3)
  expect(await value('share')).toBe(1)
  const trail = await town.as(rosa).reads(({ figures }) => figures.trail('budget/share', { period: '2026-1', area: '2' }, { page: 1, size: 5 }))
  expect(trail.records).toMatchObject([{ amount: 300_000, documentTitle: expect.stringContaining('1') }])
  expect(await value('share', { area: '2' }, stranger)).toBeNull()
})
test('un programa o un objetivo se nombran por su código o por su identificador; vacío es lo que no tiene', async () => {
  expect([await value('accrued', { programme: '202' }), await value('accrued', { programme })]).toEqual([300_000, 300_000])
  expect([await value('accrued', { objective: '1.1' }), await value('accrued', { objective: ids.objective })]).toEqual([300_000, 300_000])
  expect([await value('accrued', { objective: '' }), await value('accrued', { programme: '' })]).toEqual([700_000, 700_000])
  await expect(value('accrued', { objective: '9.9' })).rejects.toMatchObject({ kind: 'absent' })
})
test('un parámetro que la cifra no conoce se dice, no se ignora', async () => {
  const refused = await value('accrued', { titulo: '22' }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Problem)
  expect(JSON.stringify((refused as Problem).errors)).toContain('La cifra no conoce «titulo»; acepta period, year,')
})
test('la dependencia del FCM es FCM sobre FCM más ingresos propios permanentes, sin lo que es del propio Fondo', async () => {
  // 700.000 / (300.000 + 700.000); los 100.000 de beneficio FCM no son ingreso propio.
  expect(await value('fcm-dependence')).toBe(0.7)
  expect(await value('fcm-dependence', { shift: '1' })).toBeNull()
  expect(dependenceOf(0, 0)).toBeNull()
  await expect(value('fcm-dependence', { area: '1' })).rejects.toMatchObject({ kind: 'input' })
  // Con permisos de circulación en la cuenta gruesa 03.02 no se sabe qué parte es municipal: sin dato, y la ficha dice dónde falta.
  await collect('115-03-02', 50_000)
  expect(await value('fcm-dependence')).toBeNull()
  const result = await town.as(rosa).reads(({ figures }) => figures.result('budget/fcm-dependence', { period: '2026-1' }))
  expect(result.formula?.at(-1)).toEqual({ label: 'Falta detalle en', text: '115-03-02' })
})
