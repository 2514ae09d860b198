import { expect, test } from 'vitest'
import type { TableColumn } from './columns.ts'
import { seenTableBlock } from './table-block.ts'

type Line = { name: string; accrued: number | null; share: number | null; count: number; order: number }
const columns: TableColumn<Line>[] = [
  { key: 'name', title: 'Modificación', text: ({ name }) => name, number: ({ order }) => order },
  { key: 'accrued', title: 'Devengado', align: 'right', text: ({ accrued }) => (accrued === null ? '' : accrued === 302_123_456 ? '302.123' : '1'), number: ({ accrued }) => accrued },
  { key: 'share', title: 'Avance', align: 'right', text: ({ share }) => (share === null ? 'sin dato' : '50,5\u00a0%'), number: ({ share }) => share },
  { key: 'count', title: 'Líneas', align: 'right', text: ({ count }) => String(count), number: ({ count }) => count },
]
const rows: Line[] = [{ name: 'N.º 1', accrued: 302_123_456, share: 0.505, count: 3, order: 1 }, { name: 'N.º 2', accrued: 600, share: null, count: 1_200, order: 2 }, { name: 'Total', accrued: null, share: null, count: 4, order: 3 }]

test('money goes in pesos with its unit in the heading, shares as shares, counts as counts, and what is absent as it is read', () => {
  const block = seenTableBlock({ caption: 'Gasto', subtitle: 'M$ nominales', columns, rows, notes: ['Cada monto se redondea a miles por separado; …', 'Provisional.'], rowKind: ({ name }) => (name === 'Total' ? 'total' : 'row') })
  expect(block.subtitle).toBe('pesos nominales')
  expect(block.notes).toEqual(['Provisional.'])
  expect(block.columns.map(({ title }) => title)).toEqual(['Modificación', 'Devengado ($)', 'Avance', 'Líneas'])
  expect(block.rows.map(({ kind }) => kind)).toEqual(['row', 'row', 'total'])
  expect(block.rows.map(({ cells }) => cells)).toEqual([
    [{ type: 'text', text: 'N.º 1' }, { type: 'number', value: 302_123_456, unit: 'CLP' }, { type: 'number', value: 0.505, unit: 'ratio' }, { type: 'number', value: 3, unit: 'count' }],
    [{ type: 'text', text: 'N.º 2' }, { type: 'number', value: 600, unit: 'CLP' }, { type: 'text', text: 'sin dato' }, { type: 'number', value: 1_200, unit: 'count' }],
    [{ type: 'text', text: 'Total' }, { type: 'text', text: '' }, { type: 'text', text: 'sin dato' }, { type: 'number', value: 4, unit: 'count' }],
  ])
})
