import { describe, expect, test } from 'vitest'
import { columnGroups, readSort, sortRows, sortText, type TableColumn } from './columns.ts'
import { fileName, tableCsv } from './csv.ts'

type Line = { name: string; amount: number | null }
const columns: TableColumn<Line>[] = [
  { key: 'name', title: 'Cuenta', text: ({ name }) => name },
  { key: 'amount', title: 'Devengado', align: 'right', text: ({ amount }) => String(amount), number: ({ amount }) => amount },
]
const rows: Line[] = [{ name: 'ñandú', amount: -5 }, { name: 'nube', amount: null }, { name: 'Árbol', amount: 12.5 }]

describe('sorting', () => {
  test('text ignores accents and puts ñ after n', () => expect(sortRows(rows, columns, readSort('name')).map(({ name }) => name)).toEqual(['Árbol', 'nube', 'ñandú']))
  test('numbers sort as numbers; the absent one is the least', () => expect(sortRows(rows, columns, readSort('-amount')).map(({ amount }) => amount)).toEqual([12.5, -5, null]))
  test('a name that is no column leaves the order', () => expect(sortRows(rows, columns, readSort('otra'))).toBe(rows))
  test('goes to the address and back', () => expect(readSort(sortText({ key: 'a', descending: true }))).toEqual({ key: 'a', descending: true }))
})

test('groups join neighbours only', () => {
  const four = ['Ingresos', 'Ingresos', undefined, 'Ingresos'].map((group, index) => ({ key: String(index), title: 'x', text: () => '', group }))
  expect(columnGroups(four).map(({ title, span }) => [title, span])).toEqual([['Ingresos', 2], [undefined, 1], ['Ingresos', 1]])
})

describe('CSV', () => {
  const csv = tableCsv({ caption: 'Gasto; junio', columns, rows: [...rows, { name: '=1+1', amount: 1 }], notes: ['Nota «a»'], source: 'DAF' })
  test('opens in a Spanish Excel: mark, semicolon, decimal comma', () => {
    expect(csv.startsWith('\uFEFF"Gasto; junio"\r\n')).toBe(true)
    expect(csv).toContain('Árbol;12,5\r\n')
    expect(csv).toContain('ñandú;-5\r\n')
  })
  test('an absent number is an empty cell, never zero', () => expect(csv).toContain('nube;\r\n'))
  test('a cell that looks like a formula does not run', () => expect(csv).toContain("'=1+1;1"))
  test('notes and source travel in rows', () => expect(csv.endsWith('Nota «a»\r\nFuente: DAF\r\n')).toBe(true))
  test('file name', () => expect(fileName('Ejecución del gasto, 1.er semestre', 'csv')).toBe('ejecucion-del-gasto-1-er-semestre.csv'))
})
