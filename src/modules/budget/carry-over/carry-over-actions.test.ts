import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel'
import { ivan, marcela, rosa, stranger, tomas, visita } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { showAmendment } from '../screens/amendments.query.ts'
import { listMovements } from '../screens/list-movements.query.ts'
import { registerCollection } from '../income/register-collection.ts'
import { registerIncomeAccrual } from '../income/register-income-accrual.ts'
import { newLine } from '../lines/line.ts'
import { openBudget } from '../lines/open-budget.ts'
import { closeMonth, reopenMonth } from '../months/change-month.ts'
import { undoEntry } from '../movements/undo-entry.ts'
import { registerAccrual } from '../spending/register-accrual.ts'
import { registerCommitment } from '../spending/register-commitment.ts'
import { registerPayment } from '../spending/register-payment.ts'
import { decree, invoice, openSmallBudget, order } from '../testing/small-budget.ts'
import { approveCarryOver, withdrawCarryOver } from './approve-carry-over.ts'
import { listCarryOvers, previewCarryOver, showCarryOver } from './carry-over.queries.ts'
import type { CarryPreview, CarryRecord, CarrySummary } from './carry-over-contract.ts'
import { draftCarryOver } from './draft-carry-over.ts'

const old = { light: newLine({ year: 2025, account: '215-22-05-000-000-000', area: '2', programme: '202' }).id, permits: newLine({ year: 2025, account: '115-03-01-000-000-000' }).id }
const debtLine = newLine({ year: 2026, account: '215-34-07-000-000-000', area: '1' }).id
const lightNow = newLine({ year: 2026, account: '215-22-05-000-000-000', area: '2', programme: '202' }).id
const cash = { available: 700_000, advances: 50_000, thirdParty: 100_000 }
const draft = { fromYear: 2025, coverage: 'add', ...cash, cashSource: 'Conciliación bancaria de diciembre' }
const decreed = { backgroundOn: '2026-01-12', sessionNumber: '2', sessionOn: '2026-01-20', agreement: '8/2026', decreeNumber: '77', decreeOn: '2026-01-22' }

let town: Town
beforeAll(async () => {
  town = await openTown()
  await town.as(tomas).does(openBudget, { year: 2025, agreement: '1', decreeNumber: '1', decreeOn: '2024-12-20', lines: [{ account: '115-03-01', amount: 4_000_000 }, { account: '215-22-05', area: '2', programme: '202', amount: 4_000_000 }] })
  const spend = { line: old.light, chain: 'c1', text: 'Alumbrado' }
  await town.as(tomas).does(registerCommitment, { ...spend, amount: 900_000, on: '2025-11-03', document: order('OC-9', '2025-11-03') })
  await town.as(tomas).does(registerAccrual, { ...spend, amount: 700_000, on: '2025-12-10', document: invoice('55', '2025-12-10') })
  await town.as(tomas).does(registerPayment, { ...spend, amount: 650_000, on: '2025-12-20', document: decree('900', '2025-12-20') })
  await town.as(tomas).does(registerIncomeAccrual, { line: old.permits, amount: 1_000_000, on: '2025-08-01', text: 'Patentes', document: { kind: 'decree', number: '3', date: '2025-08-01' } })
  await town.as(tomas).does(registerCollection, { line: old.permits, amount: 800_000, on: '2025-09-01', text: 'Patentes', document: { kind: 'receipt', number: '4', date: '2025-09-01' } })
  await openSmallBudget(town)
})
afterAll(() => town.close())
const show = (id: string, knownOn = day('2026-07-22')) => town.as(rosa).asks<CarryRecord>(showCarryOver, { id }, { effectiveOn: day('2026-07-22'), knownOn })
const total = (id: string, parameters: Record<string, string> = {}) => town.as(rosa).reads(async ({ figures }) => (await figures.get(`budget/${id}`, { year: '2026', ...parameters })).value)

let id = ''
test('con diciembre abierto se ve lo que pasaría, y prepararlo se rechaza con el remedio', async () => {
  const preview = await town.as(marcela).asks<CarryPreview>(previewCarryOver, { fromYear: 2025, coverage: 'add', ...cash })
  // Deuda 700.000 − 650.000; sin devengar 900.000 − 700.000; por percibir 1.000.000 − 800.000; caja 700.000 + 50.000 − 100.000.
  expect(preview.totals).toEqual({ debt: 50_000, commitment: 200_000, receivable: 200_000, cash: 650_000, already: 0 })
  expect(preview.obstacles).toHaveLength(1)
  expect(preview.laws.map(({ confidence }) => confidence)).toEqual(['M', 'S', 'M', 'M'])
  expect((await town.as(rosa).refused(draftCarryOver, draft)).id).toBe('presupuesto/ano-sin-cerrar')
})
test('cerrado diciembre se prepara una vez; la otra comuna no lo ve y sin presupuesto del año nuevo se rechaza', async () => {
  await town.as(tomas).does(closeMonth, { year: 2025, month: 12, version: 0 })
  expect((await town.as(rosa).refused(draftCarryOver, { ...draft, management: 'health' })).id).toBe('presupuesto/ano-sin-abrir')
  expect((await town.as(rosa).refused(draftCarryOver, { ...draft, available: 0, advances: 0, thirdParty: 600_000 })).id).toBe('presupuesto/caja-no-alcanza')
  id = (await town.as(rosa).does<{ id: string }>(draftCarryOver, draft)).result.id
  expect((await town.as(rosa).refused(draftCarryOver, draft)).id).toBe('presupuesto/arrastre-repetido')
  expect((await town.as(stranger).refused(showCarryOver, { id })).status).toBe(404)
  expect((await town.as(stranger).asks<{ carryOvers: unknown[] }>(listCarryOvers)).carryOvers).toEqual([])
  for (const actor of [ivan, marcela, visita]) for (const action of [draftCarryOver, approveCarryOver, withdrawCarryOver]) expect((await town.as(actor).refused(action, {})).status).toBe(403)
  expect((await town.as(visita).refused(previewCarryOver, {})).status).toBe(403)
})
test('si el libro cambió después de prepararlo no se aprueba: se retira y se prepara de nuevo', async () => {
  await town.as(tomas).does(reopenMonth, { year: 2025, month: 12, version: 1, reason: 'Faltaba un pago de diciembre' })
  expect((await town.as(tomas).refused(approveCarryOver, { id, version: 1, ...decreed })).id).toBe('presupuesto/ano-sin-cerrar')
  const late = await town.as(tomas).does(registerPayment, { line: old.light, chain: 'c1', text: 'Pago tardío', amount: 10_000, on: '2025-12-30', document: decree('950', '2025-12-30') })
  await town.as(tomas).does(closeMonth, { year: 2025, month: 12, version: 2 })
  expect((await town.as(tomas).refused(approveCarryOver, { id, version: 1, ...decreed })).id).toBe('presupuesto/arrastre-cambio')
  expect(await show(id)).toMatchObject({ moved: true, state: 'draft' })
  await town.as(tomas).does(reopenMonth, { year: 2025, month: 12, version: 3, reason: 'El pago no correspondía' })
  await town.as(tomas).does(undoEntry, { entryId: late.entry?.id, reason: 'No correspondía' })
  await town.as(tomas).does(closeMonth, { year: 2025, month: 12, version: 4 })
  await town.as(rosa).does(withdrawCarryOver, { id, version: 1 })
  expect((await town.as(rosa).refused(withdrawCarryOver, { id, version: 2 })).id).toBe('presupuesto/estado-no-permite')
  id = (await town.as(rosa).does<{ id: string }>(draftCarryOver, draft)).result.id
})
test('lo aprueba otra persona, con los antecedentes a tiempo y un decreto del año nuevo', async () => {
  expect((await town.as(rosa).refused(approveCarryOver, { id, version: 1, ...decreed })).id).toBe('presupuesto/misma-persona')
  expect((await town.as(tomas).refused(approveCarryOver, { id, version: 1, ...decreed, decreeOn: '2025-12-30' })).id).toBe('presupuesto/otro-ejercicio')
  expect((await town.as(tomas).refused(approveCarryOver, { id, version: 1, ...decreed, backgroundOn: '2026-01-19' })).id).toBe('presupuesto/antecedentes-fuera-de-plazo')
  await town.as(tomas).does(approveCarryOver, { id, version: 1, ...decreed })
  // El año abrió con 10.000.000. Entran 650.000 de caja; salen 50.000 de deuda y 200.000 que pasan; 400.000 quedan en saldo final.
  expect(await total('adjusted')).toBe(10_650_000)
  expect(await total('income-budgeted')).toBe(10_650_000)
  expect(await total('outstanding-debt')).toBe(50_000)
  expect(await total('committed')).toBe(250_000)
  const record = await show(id)
  expect(record).toMatchObject({ state: 'approved', decreeNumber: '77' })
  expect(record.rows.map(({ kind, from, to, amount, written }) => [kind, from.id, to.id, amount, written])).toEqual([
    ['receivable', old.permits, newLine({ year: 2026, account: '115-12-10-000-000-000' }).id, 200_000, 200_000], ['debt', old.light, debtLine, 50_000, 50_000], ['commitment', old.light, lightNow, 200_000, 200_000],
  ])
  expect(await town.as(rosa).asks(showAmendment, { id: record.amendmentId })).toMatchObject({ kind: 'opening-balance', state: 'approved', income: 650_000, expenditure: 650_000 })
  const { rows } = await town.as(rosa).asks<{ rows: readonly { document: string; text: string }[] }>(listMovements, { year: 2026, line: debtLine })
  expect(rows.some(({ text }) => text.startsWith('Deuda flotante de 2025, 215-22-05'))).toBe(true)
  // Conocido antes de aprobarse no era nada.
  expect((await town.as(rosa).asks<{ carryOvers: CarrySummary[] }>(listCarryOvers, {}, { effectiveOn: day('2026-07-22'), knownOn: day('2026-07-21') })).carryOvers).toEqual([])
})
test('la deuda se paga en el año nuevo por su compra, y entonces el arrastre no se deshace; sin pagos, sí', async () => {
  const entryId = (await show(id)).entryId
  const paid = await town.as(tomas).does(registerPayment, { line: debtLine, chain: '34.07 c1', text: 'Factura 55', amount: 50_000, on: '2026-02-03', document: decree('31', '2026-02-03') })
  expect((await town.as(tomas).refused(registerPayment, { line: debtLine, chain: '34.07 c1', text: 'De más', amount: 1, on: '2026-02-04', document: decree('32', '2026-02-04') })).id).toBe('presupuesto/excede-lo-disponible')
  expect((await town.as(tomas).refused(undoEntry, { entryId, reason: 'Cifras de caja erradas' })).id).toBe('presupuesto/hechos-se-apoyan')
  await town.as(tomas).does(undoEntry, { entryId: paid.entry?.id, reason: 'Pago duplicado' })
  expect((await town.as(ivan).refused(undoEntry, { entryId, reason: 'Cifras de caja erradas' })).status).toBe(403)
  await town.as(tomas).does(undoEntry, { entryId, reason: 'Cifras de caja erradas' })
  expect(await total('adjusted')).toBe(10_000_000)
  expect(await total('outstanding-debt')).toBe(0)
  expect(await show(id)).toMatchObject({ state: 'undone', entryId: null })
  // Deshecho, el año puede pasar otra vez, ahora con lo disponible de la línea: 650.000 de caja menos 50.000 de deuda van al saldo final.
  const again = await town.as(tomas).asks<CarryPreview>(previewCarryOver, { fromYear: 2025, coverage: 'available', ...cash })
  expect(again.obstacles).toEqual([])
  expect(again.changes.map(({ amount }) => amount)).toEqual([650_000, 50_000, 600_000])
})
