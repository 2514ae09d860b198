import { expect, test } from 'vitest'
import { type Cell, day, type FigureValue, type TableBlock } from '#kernel'
import { unitOnce } from './unit-once.ts'

const figure = (value: number, text: string): FigureValue => ({ recipe: { id: 'budget/accrued', parameters: {}, asOf: { effectiveOn: day('2026-06-30'), knownOn: day('2026-07-22') } }, title: 'Gasto', unit: 'CLP', value, status: 'firm', text, records: { count: 1, digest: '0' }, codeVersion: '1', lawValues: [] })
const table = (cells: readonly Cell[], subtitle?: string): TableBlock => ({ type: 'table', id: 't', title: 'Gastos', ...(subtitle ? { subtitle } : {}), columns: cells.map((_, index) => ({ key: `c${index}`, title: 'x', align: 'right' })), rows: [{ id: 'r', cells }], source: 's' })
const texts = ({ rows }: TableBlock) => rows[0]?.cells.map((cell) => (cell.type === 'figure' ? cell.figure.text : cell.type))

test('con todos los montos en miles la unidad se dice una vez y el signo menos queda', () => {
  const made = unitOnce(table([{ type: 'figure', figure: figure(5_070_819_000, '$5.070.819.000'), show: { thousands: true } }, { type: 'figure', figure: figure(-1_500_400, '−$1.500.400'), show: { thousands: true } }]))
  expect(texts(made)).toEqual(['5.070.819', '−1.500'])
  expect(made.subtitle).toBe('Miles de pesos (M$)')
  expect(made.rows[0]?.cells[0]).toMatchObject({ figure: { value: 5_070_819_000 } })
})
test('no repite la unidad que el subtítulo ya dice, y no toca una tabla de unidades mezcladas', () => {
  const thousands: Cell = { type: 'figure', figure: figure(1_000_000, '$1.000.000'), show: { thousands: true } }
  expect(unitOnce(table([thousands], 'Acumulado, en miles de pesos')).subtitle).toBe('Acumulado, en miles de pesos')
  const mixed = table([thousands, { type: 'figure', figure: figure(5, '$5') }])
  expect(unitOnce(mixed)).toBe(mixed)
})
