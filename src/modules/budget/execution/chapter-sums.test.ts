import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Block, readPeriod, type TableBlock } from '#kernel'
import { rosa, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { newLine } from '../lines/line.ts'
import { openBudget } from '../lines/open-budget.ts'
import { registerAccrual } from '../spending/register-accrual.ts'
import { registerCommitment } from '../spending/register-commitment.ts'
import { registerPayment } from '../spending/register-payment.ts'
import { createProgramme } from '../programmes/create-programme.ts'
import { decree, invoice, order } from '../testing/small-budget.ts'
import { executionChapter } from './execution.chapter.ts'

/** Twelve ítems that owe (more than the ten the table names), lines with and without area and programme. */
const items = ['22-01', '22-02', '22-03', '22-04', '22-05', '22-06', '22-07', '22-08', '22-09', '22-10', '22-11', '22-12']
let town: Town
beforeAll(async () => {
  town = await openTown()
  const daf = town.as(tomas)
  await daf.does(createProgramme, { code: '202', name: 'Aseo y alumbrado', area: '2' })
  const place = (index: number) => (index === 0 ? {} : index === 1 ? { area: '1' } : { area: '2', programme: '202' })
  await daf.does(openBudget, { year: 2026, agreement: '1', decreeNumber: '1', decreeOn: '2025-12-20', lines: [{ account: '115-03-01', amount: 12_000_000 }, ...items.map((item, index) => ({ account: `215-${item}`, amount: 1_000_000, ...place(index) }))] })
  let n = 0
  for (const [index, item] of items.entries()) {
    const line = newLine({ year: 2026, account: `215-${item}-000-000-000`, ...place(index) }).id
    const amount = (index + 1) * 10_000
    const number = String(++n)
    await daf.does(registerCommitment, { line, amount, on: '2026-02-03', text: 'Compromiso', document: order(number, '2026-02-03') })
    await daf.does(registerAccrual, { line, amount, on: '2026-02-04', text: 'Factura', document: invoice(number, '2026-02-04') })
  }
  // Un pago fuera del semestre: al 30 de junio la deuda sigue entera aunque hoy ya no lo esté.
  await daf.does(registerPayment, { line: newLine({ year: 2026, account: '215-22-12-000-000-000', area: '2', programme: '202' }).id, amount: 120_000, on: '2026-07-10', text: 'Pago de julio', document: decree('99', '2026-07-10') })
})
afterAll(() => town.close())

const tables = (blocks: readonly Block[]): TableBlock[] => blocks.filter((block): block is TableBlock => block.type === 'table')
/** Every column of money of a table with a total: [table, column, sum of the leaf rows, total]. */
const totalsOf = (blocks: readonly Block[]): [string, string, number, number | null][] => tables(blocks).flatMap((table) => {
  const total = table.rows.find(({ kind }) => kind === 'total')
  if (!total) return []
  return table.columns.flatMap((column, index): [string, string, number, number | null][] => {
    const cell = total.cells[index]
    if (cell?.type !== 'figure' || cell.figure.unit !== 'CLP') return []
    const leaves = table.rows.filter(({ kind = 'row' }) => kind === 'row').map(({ cells }) => cells[index])
    return [[table.id, column.key, leaves.reduce((sum, leaf) => sum + (leaf?.type === 'figure' ? (leaf.figure.value ?? 0) : 0), 0), cell.figure.value]]
  })
})
const write = () => town.as(rosa).reads(async (context) => {
  const period = readPeriod('2026-1')
  if (!period) throw new Error('sin período')
  return executionChapter.write({ ...context, period })
})

test('en toda tabla con total, el total es la suma de sus filas', async () => {
  const sums = totalsOf(await write())
  // Ingresos 4 columnas; subtítulos, áreas y programas 5 cada una; deuda 1.
  expect(sums.length).toBe(20)
  for (const [table, column, added, total] of sums) expect([table, column, added]).toEqual([table, column, total])
})
test('la deuda nombra los diez ítems mayores y el resto en una fila', async () => {
  const debt = tables(await write()).find(({ id }) => id === 'presupuesto-deuda-tabla')
  const values = debt?.rows.map(({ cells }) => cells[2]).map((cell) => (cell?.type === 'figure' ? cell.figure.value : null))
  // 120.000, 110.000 … 30.000; los demás 20.000 + 10.000; el total 10.000 × (1 + … + 12) = 780.000.
  expect(values).toEqual([120_000, 110_000, 100_000, 90_000, 80_000, 70_000, 60_000, 50_000, 40_000, 30_000, 30_000, 780_000])
})
test('lo que no tiene área o programa viene en su propia fila', async () => {
  const blocks = await write()
  const named = (id: string) => tables(blocks).find((table) => table.id === id)?.rows.map(({ cells }) => cells[1]).map((cell) => (cell?.type === 'text' ? cell.text : ''))
  expect(named('presupuesto-areas-tabla')).toEqual([expect.any(String), expect.any(String), 'Sin área de gestión', 'Total del presupuesto'])
  expect(named('presupuesto-programas-tabla')).toEqual(['Aseo y alumbrado', 'Sin programa', 'Total del presupuesto'])
})
test('ninguna fila de cifras destacadas pasa de tres', async () => {
  for (const block of await write()) if (block.type === 'figures') expect(block.items.length).toBeLessThanOrEqual(3)
})
