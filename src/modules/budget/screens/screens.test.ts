import { afterAll, beforeAll, expect, test } from 'vitest'
import { marcela, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import type { ExecutionTable, LineList, LineRecord, MovementList, MonthView } from '../answers.ts'
import { registerCommitment } from '../spending/register-commitment.ts'
import { openSmallBudget, order, small } from '../testing/small-budget.ts'
import { executionTable } from './execution-table.query.ts'
import { keepImportDraft } from './keep-import-draft.ts'
import { listLines } from './list-lines.query.ts'
import { listMovements } from './list-movements.query.ts'
import { listMonths } from './months.query.ts'
import { showLine } from './show-line.query.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
  await town.as(tomas).does(registerCommitment, { line: small.services.id, amount: 1_500_000, on: '2026-03-02', text: 'Luminarias', document: order('OC-1', '2026-03-02') })
})
afterAll(() => town.close())
const asOf = { effectiveOn: '2026-06-30', knownOn: '2026-07-22' } as never

test('la ejecución por cuenta suma lo abierto, y una cuenta abierta muestra su ítem y su línea', async () => {
  // Presupuesto de gastos a mano: 6.000.000 + 3.500.000 + 500.000 = 10.000.000.
  const closed = await town.as(rosa).asks<ExecutionTable>(executionTable, { period: '2026-1' }, asOf)
  expect(closed.rows.map(({ code, cells }) => [code, cells.adjusted.value])).toEqual([['215-21', 6_000_000], ['215-22', 3_500_000], ['215-35', 500_000]])
  expect(closed.total.cells.adjusted.value).toBe(10_000_000)
  const open = await town.as(rosa).asks<ExecutionTable>(executionTable, { period: '2026-1', open: '215-22-05' }, asOf)
  expect(open.rows.filter(({ code }) => code.startsWith('215-22')).map(({ level, open: isOpen, cells, href }) => [level, isOpen, cells.committed.value, href])).toEqual([[0, true, 1_500_000, undefined], [1, true, 1_500_000, undefined], [2, false, 1_500_000, `/presupuestar/lineas/${small.services.id}`]])
})
test('la lista dice lo que queda: 3.500.000 − 1.500.000 obligados = 2.000.000', async () => {
  const { rows, total } = await town.as(rosa).asks<LineList>(listLines, { period: '2026-1', text: '22.05' }, asOf)
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({ adjusted: 3_500_000, committed: 1_500_000, available: 2_000_000, room: { commitment: 2_000_000, accrual: 1_500_000 } })
})
test('la ficha y sus movimientos: en febrero aún no se conocía la obligación de marzo', async () => {
  const line = await town.as(rosa).asks<LineRecord>(showLine, { id: small.services.id }, asOf)
  expect(line.figures.map(({ figure }) => figure.value)).toEqual([3_500_000, 3_500_000, 1_500_000, 0, 0, 2_000_000])
  const all = await town.as(rosa).asks<MovementList>(listMovements, { line: small.services.id }, asOf)
  expect(all.rows.map(({ phase, amount }) => [phase, amount])).toEqual([['commitment', 1_500_000], ['initial', 3_500_000]])
  const february = await town.as(rosa).asks<MovementList>(listMovements, { line: small.services.id }, { effectiveOn: '2026-02-28', knownOn: '2026-07-22' } as never)
  expect([february.total, february.rows.map(({ phase }) => phase)]).toEqual([1, ['initial']])
})
test('los meses están abiertos mientras nadie los cierre', async () => {
  const { months } = await town.as(rosa).asks<{ months: MonthView[] }>(listMonths, { year: 2026 })
  expect(months.map(({ state }) => state)).toEqual(Array.from({ length: 12 }, () => 'open'))
})
test('la otra comuna no ve nada, y quien no carga balances no guarda lo decidido de una carga', async () => {
  expect((await town.as(stranger).asks<LineList>(listLines, { period: '2026-1' }, asOf)).total).toBe(0)
  expect((await town.as(stranger).refused(showLine, { id: small.services.id })).status).toBe(404)
  const draft = { id: '11111111-1111-4111-8111-111111111111', draft: { step: 'columnas', choices: {} } }
  expect((await town.as(marcela).refused(keepImportDraft, draft)).status).toBe(403)
  expect((await town.as(rosa).refused(keepImportDraft, draft)).status).toBe(404)
})
