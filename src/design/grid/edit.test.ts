import { expect, test } from 'vitest'
import { applyPatches, cellText, readCell } from './edit.ts'
import type { GridColumn } from './grid-types.ts'

type Line = { code: string; june: number | null }
const code: GridColumn<Line> = { key: 'code', title: 'Cuenta', kind: 'text', read: ({ code }) => code }
const june: GridColumn<Line> = { key: 'june', title: 'Jun', kind: 'pesos', read: ({ june }) => june, write: (line, value) => ({ ...line, june: typeof value === 'number' ? value : null }) }
const rows: Line[] = [{ code: '22', june: 1000 }, { code: '31', june: null }]

test('a peso cell reads what the office types and refuses words', () => {
  expect(readCell(june, ' 1.250 ')).toBe(1250)
  expect(readCell(june, '')).toBeNull()
  expect(readCell(june, 'mil')).toBeUndefined()
  expect(cellText(june, rows[0] as Line)).toBe('1.000')
})
test('only what changed is told, and a column without write stays as it was', () => {
  const result = applyPatches(rows, [code, june], ({ code }) => code, [
    { rowIndex: 0, column: 'june', value: 1000 }, { rowIndex: 1, column: 'june', value: 5 }, { rowIndex: 0, column: 'code', value: 'x' }, { rowIndex: 9, column: 'june', value: 1 },
  ])
  expect(result.changes).toEqual([{ rowKey: '31', column: 'june', from: null, to: 5 }])
  expect(result.rows).toEqual([{ code: '22', june: 1000 }, { code: '31', june: 5 }])
  expect(rows[1]?.june).toBeNull()
})
