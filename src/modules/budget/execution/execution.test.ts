import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, readPeriod } from '#kernel'
import { ivan, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { decree, invoice, openSmallBudget, order, small } from '../testing/small-budget.ts'
import { approveAmendment } from '../amendments/approve-amendment.ts'
import { draftAmendment } from '../amendments/draft-amendment.ts'
import { closeMonth, reopenMonth } from '../months/change-month.ts'
import { registerCollection } from '../income/register-collection.ts'
import { registerIncomeAccrual } from '../income/register-income-accrual.ts'
import { registerAccrual } from '../spending/register-accrual.ts'
import { registerCommitment } from '../spending/register-commitment.ts'
import { registerPayment } from '../spending/register-payment.ts'
import { executionCube } from './execution-cube.ts'
import { executionChapter } from './execution.chapter.ts'
import { measures } from './measure.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
  const daf = town.as(tomas)
  const line = small.services.id
  await daf.does(registerCommitment, { line, amount: 1_000_000, on: '2026-01-10', text: 'Suministro eléctrico anual', document: order('OC-1', '2026-01-10'), chain: 'luz' })
  await daf.does(registerAccrual, { line, amount: 300_000, on: '2026-01-25', text: 'Factura de enero', document: invoice('10', '2026-01-25'), chain: 'luz' })
  await daf.does(registerIncomeAccrual, { line: small.licences.id, amount: 700_000, on: '2026-02-15', text: 'Patentes primer semestre', document: { kind: 'decree', number: '70', date: '2026-02-15' } })
  await daf.does(registerCollection, { line: small.licences.id, amount: 600_000, on: '2026-02-20', text: 'Pago de patentes', document: { kind: 'receipt', number: '1', date: '2026-02-20' } })
})
afterAll(() => town.close())

const read = <T>(work: Parameters<ReturnType<Town['as']>['reads']>[0], asOf?: { effectiveOn: ReturnType<typeof day>; knownOn: ReturnType<typeof day> }) => town.as(rosa).reads(work, asOf) as Promise<T>

test('el rastro de cada cifra suma su valor, y su cuenta es la de sus registros', async () => {
  for (const key of Object.keys(measures)) {
    const { figure, trail } = await read<{ figure: { value: number | null; records: { count: number } }; trail: { records: { amount: number }[]; total: number } }>(async ({ figures }) => ({ figure: await figures.get(`budget/${key}`, { period: '2026-1' }), trail: await figures.trail(`budget/${key}`, { period: '2026-1' }, { page: 1, size: 500 }) }))
    expect(trail.records.reduce((sum, { amount }) => sum + amount, 0), key).toBe(figure.value)
    expect(trail.records, key).toHaveLength(figure.records.count)
  }
})
test('quien no conoce más allá de un asiento no lee más allá, aunque pida sus propias fechas', async () => {
  const sums = (knownSeq?: number) => read<number>(async (context) => {
    const bounded = knownSeq === undefined ? context : { ...context, knownSeq: () => Promise.resolve(knownSeq) }
    const cube = await executionCube(bounded, 2026, { effectiveOn: day('2026-12-31'), knownOn: context.asOf.knownOn })
    return [...cube.lines.values()].reduce((total, line) => total + line.sums[4], 0)
  })
  // Devengado: 300.000 de gasto y 700.000 de ingreso; antes del primer asiento, nada.
  expect(await sums()).toBe(1_000_000)
  expect(await sums(0)).toBe(0)
})
test('la suma por subtítulos es el total, y por área también', async () => {
  const values = await read<number[]>(async ({ figures }) => {
    const value = async (parameters: Record<string, string>) => (await figures.get('budget/adjusted', { year: '2026', ...parameters })).value ?? 0
    return [await value({}), (await value({ title: '21' })) + (await value({ title: '22' })) + (await value({ title: '35' })), (await value({ area: '1' })) + (await value({ area: '2' })) + (await value({ area: '' }))]
  })
  expect(values).toEqual([10_000_000, 10_000_000, 10_000_000])
})
test('un pago de enero anotado en marzo aparece en lo conocido a marzo y no en lo conocido a febrero', async () => {
  const late = await openTown({ instant: '2026-02-20T12:00:00Z' })
  await openSmallBudget(late)
  const line = small.services.id
  await late.as(tomas).does(registerCommitment, { line, amount: 500_000, on: '2026-01-05', text: 'Reparación de luminarias', document: order('OC-9', '2026-01-05') })
  await late.as(tomas).does(registerAccrual, { line, amount: 500_000, on: '2026-01-15', text: 'Factura de luminarias', document: invoice('9', '2026-01-15') })
  const march = { ...late.system, clock: { ...late.system.clock, now: () => new Date('2026-03-10T12:00:00Z') } }
  Object.assign(late.system.services, { clock: march.clock })
  await late.as(tomas).does(registerPayment, { line, amount: 500_000, on: '2026-01-28', text: 'Pago de luminarias', document: decree('28', '2026-01-28') })
  const paid = (knownOn: string) => late.as(rosa).reads(async ({ figures }) => (await figures.get('budget/paid', { period: '2026-01' })).value, { effectiveOn: day('2026-03-10'), knownOn: day(knownOn) })
  expect(await paid('2026-02-28')).toBe(0)
  expect(await paid('2026-03-10')).toBe(500_000)
  // Otra vez en el orden contrario: lo recordado no se mezcla.
  expect(await paid('2026-02-28')).toBe(0)
  await late.close()
})
test('una modificación equilibrada con plazo cambia el vigente; sin plazo, desequilibrada o de la misma mano se rechaza', async () => {
  const lines = [{ line: small.staff.id, amount: -200_000 }, { line: small.services.id, amount: 200_000 }]
  const reason = 'Mayor consumo de alumbrado público por nuevas luminarias'
  expect((await town.as(rosa).refused(draftAmendment, { year: 2026, kind: 'transfer', reason, lines: [lines[0], { line: small.services.id, amount: 100_000 }] })).id).toBe('presupuesto/no-equilibra')
  const { result } = await town.as(rosa).does<{ id: string }>(draftAmendment, { year: 2026, kind: 'transfer', reason, lines })
  // Sesión el miércoles 15-04-2026: 14, 13, 10, 9 y 8 de abril son cinco días hábiles antes; recibido el 8 llega a tiempo.
  const approval = { id: result.id, version: 1, backgroundOn: '2026-04-08', sessionNumber: '50', sessionOn: '2026-04-15', agreement: '300', decreeNumber: '801', decreeOn: '2026-04-16' }
  expect((await town.as(tomas).refused(approveAmendment, { ...approval, backgroundOn: '2026-04-10' })).id).toBe('presupuesto/antecedentes-fuera-de-plazo')
  expect((await town.as(rosa).refused(approveAmendment, approval)).id).toBe('presupuesto/misma-persona')
  expect((await town.as(tomas).refused(approveAmendment, { ...approval, version: 7 })).id).toBe('version/cambio-antes')
  expect((await town.as(ivan).refused(approveAmendment, approval)).status).toBe(403)
  await town.as(tomas).does(approveAmendment, approval)
  const adjusted = (title: string, on: string) => read<number>(async ({ figures }) => (await figures.get('budget/adjusted', { year: '2026', title })).value, { effectiveOn: day(on), knownOn: day('2026-07-22') })
  expect(await adjusted('22', '2026-04-15')).toBe(3_500_000)
  expect(await adjusted('22', '2026-04-16')).toBe(3_700_000)
})
test('un mes cerrado no recibe hechos y sus cifras quedan firmes; reabrirlo exige razón', async () => {
  const status = () => read<string>(async ({ figures }) => (await figures.get('budget/accrued', { period: '2026-01' })).status)
  expect(await status()).toBe('provisional')
  await town.as(tomas).does(closeMonth, { year: 2026, month: 1, version: 0 })
  expect(await status()).toBe('firm')
  expect((await town.as(tomas).refused(registerPayment, { line: small.services.id, amount: 1000, on: '2026-01-30', text: 'Pago', document: decree('1', '2026-01-30') })).id).toBe('presupuesto/mes-cerrado')
  expect((await town.as(rosa).refused(closeMonth, {})).status).toBe(403)
  expect((await town.as(tomas).refused(reopenMonth, { year: 2026, month: 1, version: 1, reason: 'x' })).status).toBe(400)
  await town.as(tomas).does(reopenMonth, { year: 2026, month: 1, version: 1, reason: 'Faltaba una factura de enero' })
  expect(await status()).toBe('provisional')
})
test('el capítulo se escribe entero, con identificadores que no se repiten y los límites con su norma', async () => {
  const period = readPeriod('2026-1')
  if (!period) throw new Error('sin período')
  const blocks = await read<readonly { type: string; id: string }[]>((context) => executionChapter.write({ ...context, period }))
  const ids = blocks.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(['presupuesto-ingresos-tabla', 'presupuesto-gastos-tabla', 'presupuesto-areas-tabla', 'presupuesto-programas-tabla', 'presupuesto-modificaciones-tabla', 'presupuesto-limites-tabla', 'presupuesto-desviaciones-tabla', 'presupuesto-ritmo-gasto']))
  const text = JSON.stringify(blocks)
  expect(text).toContain('Ley 18.883')
  expect(text).not.toMatch(/undefined|NaN|Infinity/)
})
test('la otra comuna escribe el capítulo sin nada de esta', async () => {
  const period = readPeriod('2026-1')
  if (!period) throw new Error('sin período')
  const blocks = await town.as(stranger).reads((context) => executionChapter.write({ ...context, period }))
  expect(JSON.stringify(blocks)).not.toContain('luminarias')
  expect(blocks.some(({ id }) => id === 'presupuesto-sin-dato')).toBe(true)
})
