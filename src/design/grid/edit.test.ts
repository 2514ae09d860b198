import { expect, test } from 'vitest'
import { applyPatches, cellText, copyText, spotKey } from './edit.ts'
import type { GridColumn } from './grid-types.ts'
import { readText } from './read-text.ts'

type Line = { code: string; june: number | null }
const code: GridColumn<Line> = { key: 'code', title: 'Cuenta', kind: 'text', read: (row) => row.code }
const june: GridColumn<Line> = { key: 'june', title: 'Jun', kind: 'pesos', read: (row) => row.june, write: (line, value) => ({ ...line, june: typeof value === 'number' ? value : null }) }
const rate: GridColumn<Line> = { ...june, key: 'rate', kind: 'number', decimals: 1 }
const rows: Line[] = [{ code: '22', june: 1000 }, { code: '31', june: null }]
const keyOf = (line: Line): string => line.code

test.each([['1.234.567', 1_234_567], ['$ 1.234.567', 1_234_567], ['$1.234.567', 1_234_567], [' 1.250\u00a0', 1250], ['-1.234', -1234], ['(1.234)', -1234], ['$ -', 0], ['1.234,00', 1234], ['', null]])('pesos: «%s» es %s', (text, value) => expect(readText(june, text)).toEqual({ value }))
test.each([
  ['1.234,5', 'trae decimales'], ['12,5 %', 'es un porcentaje'], ['M$ 1.234', 'miles de pesos'], ['1,234,567', 'no es un número'], ['mil', 'no es un número'],
])('pesos: «%s» no se lee y dice por qué', (text, why) => expect(readText(june, text).refused).toContain(why))
test('a number keeps its decimals when copied, though it shows fewer', () => {
  expect(readText(rate, '1.234,5')).toEqual({ value: 1234.5 })
  expect(cellText(rate, { code: '', june: 0.125 })).toBe('0,1')
  expect(copyText(rate, { code: '', june: 0.125 })).toBe('0,125')
  expect(copyText(june, { code: '', june: -1234 })).toBe('-1.234')
})
test('only what changed is told, and a column without write stays as it was', () => {
  const result = applyPatches(rows, [code, june], keyOf, [
    { rowIndex: 0, column: 'june', value: 1000 }, { rowIndex: 1, column: 'june', value: 5 }, { rowIndex: 0, column: 'code', value: 'x' }, { rowIndex: 9, column: 'june', value: 1 },
  ])
  expect(result.changes).toEqual([{ rowKey: '31', column: 'june', from: null, to: 5 }])
  expect(result.rows).toEqual([{ code: '22', june: 1000 }, { code: '31', june: 5 }])
  expect(rows[1]?.june).toBeNull()
})
test('a wrong text stays at its cell over the value, until a value is put', () => {
  const wrong = { text: 'mil', reason: 'no es un número' }
  const first = applyPatches(rows, [june], keyOf, [{ rowIndex: 0, column: 'june', wrong }])
  expect(first).toMatchObject({ rows, changes: [] })
  expect(first.wrong.get(spotKey('22', 'june'))).toEqual(wrong)
  const second = applyPatches(first.rows, [june], keyOf, [{ rowIndex: 0, column: 'june', value: 1000 }], first.wrong)
  expect(second.wrong.size).toBe(0)
  expect(second.steps).toEqual([{ rowKey: '22', column: 'june', from: { value: 1000, wrong }, to: { value: 1000 } }])
})
