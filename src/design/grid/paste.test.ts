import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyPatches, copyText } from './edit.ts'
import type { GridColumn, GridValue } from './grid-types.ts'
import { planPaste, repeated } from './paste.ts'
import { readClipboard, writeClipboard } from './selection.ts'

type Row = { id: string; cells: Readonly<Record<string, GridValue>> }
const column = (key: string, kind: GridColumn<Row>['kind'], closed = false): GridColumn<Row> => ({
  key, title: key, kind, read: ({ cells }) => cells[key] ?? null, ...(closed ? {} : { write: (row: Row, value: GridValue) => ({ ...row, cells: { ...row.cells, [key]: value } }) }),
})
const columns = [column('Nota', 'text'), column('Monto', 'pesos'), column('Total', 'computed', true), column('Tasa', 'number')]
const grid = (count: number): Row[] => Array.from({ length: count }, (_, at) => ({ id: `r${at}`, cells: {} }))
const at = (row: number, place: number, toRow = row, toPlace = place) => ({ anchor: { row, column: place }, head: { row: toRow, column: toPlace } })
const keyOf = ({ id }: Row): string => id
const put = (rows: readonly Row[], patches: Parameters<typeof applyPatches<Row>>[3]) => applyPatches(rows, columns, keyOf, patches)

describe('pegar un bloque', () => {
  test('un texto que no se lee queda en su celda y lo demás entra; la columna cerrada se salta y se dice', () => {
    const block = readClipboard('"dos\nlíneas"\t$ 1.234.567\t9\t1.234,5\r\nAlumbrado\tmil\t9\t12,5 %\r\n')
    const plan = planPaste({ columns, rows: grid(2) }, block, at(0, 0))
    const result = put(grid(2), plan.patches)
    expect(result.rows.map(({ cells }) => cells)).toEqual([{ Nota: 'dos\nlíneas', Monto: 1_234_567, Tasa: 1234.5 }, { Nota: 'Alumbrado' }])
    expect([...result.wrong.values()].map(({ text }) => text)).toEqual(['mil', '12,5 %'])
    expect(plan.told).toBe('Se pegaron 6 celdas. 2 textos no se leen y quedaron marcados en su celda. No se tocaron 2 celdas cerradas (Total).')
  })
  test('lo que no cabe se dice; con filas nuevas, se agregan', () => {
    const block = [['a', '1'], ['b', '2'], ['c', '3']]
    expect(planPaste({ columns, rows: grid(2) }, block, at(1, 0))).toMatchObject({ told: 'Se pegaron 2 celdas. 2 filas no caben: la grilla termina antes.', trouble: true })
    let made = 0
    const plan = planPaste({ columns, rows: grid(2), newRow: () => ({ id: `n${made++}`, cells: {} }) }, block, at(1, 0))
    expect(plan).toMatchObject({ told: 'Se pegaron 6 celdas. Se agregaron 2 filas.', trouble: false, range: at(1, 0, 3, 1) })
    expect(put([...grid(2), ...plan.added], plan.patches).rows.map(({ cells }) => cells['Monto'])).toEqual([undefined, 1, 2, 3])
    expect(planPaste({ columns, rows: grid(3) }, [['1', 'x']], at(0, 3)).told).toBe('Se pegó una celda. Una columna no cabe.')
  })
  test('un valor llena toda la selección, y un bloque que cabe justo se repite', () => {
    expect(repeated([['5']], at(0, 0, 2, 1))).toEqual([['5', '5'], ['5', '5'], ['5', '5']])
    expect(repeated([['1', '2']], at(2, 1, 0, 0))).toEqual([['1', '2'], ['1', '2'], ['1', '2']])
    expect(repeated([['1'], ['2']], at(0, 0, 2, 0))).toEqual([['1'], ['2']])
  })
})
test('lo que se copia, pegado en otra grilla, da lo mismo', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '1', '.', '"', 'ñ', '\t', '\n', '-') }).map((text) => text.trim()).map((text) => text || null)
  const row = fc.record({ Nota: texts, Monto: fc.option(fc.integer({ min: -1e12, max: 1e12 })), Tasa: fc.option(fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1000)) })
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (cells) => {
    const source = cells.map((one, place): Row => ({ id: `s${place}`, cells: one }))
    const copied = writeClipboard(source.map((one) => columns.map((own) => copyText(own, one))))
    const target = grid(source.length)
    const plan = planPaste({ columns, rows: target }, readClipboard(copied), at(0, 0))
    const result = put(target, plan.patches)
    expect(result.wrong.size).toBe(0)
    result.rows.forEach(({ cells: got }, place) => { for (const { key } of columns) expect(got[key] ?? null).toEqual(source[place]?.cells[key] ?? null) })
  }))
})
