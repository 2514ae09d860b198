import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Block, Cell, Day, FigureValue, TableBlock, TableRow } from '#kernel'
import { type ChapterFacts, contradictions, gapsOf, reservationText, typedNumbers, wrongTotals } from './gaps.ts'

const asOf = { effectiveOn: '2026-06-30' as Day, knownOn: '2026-07-22' as Day }
const figure = (value: number | null, over: Partial<FigureValue> = {}): FigureValue => ({ recipe: { id: 'a/b', parameters: {}, asOf }, title: 'Gasto', unit: 'CLP', value, status: value === null ? 'absent' : 'firm', text: value === null ? 'sin dato' : `$${value}`, records: { count: 1, digest: '' }, codeVersion: '', lawValues: [], ...over })
const row = (id: string, value: number | null, over: Partial<TableRow> = {}): TableRow => ({ id, cells: [{ type: 'text', text: id }, value === null ? { type: 'empty', reason: 'sin dato' } : { type: 'number', value, unit: 'CLP' }], ...over })
const table = (rows: readonly TableRow[]): TableBlock => ({ type: 'table', id: 't', title: 'Gastos', columns: [{ key: 'n', title: 'Nombre', align: 'left' }, { key: 'v', title: 'Monto', align: 'right' }], rows, source: 'x' })
const chapter = (blocks: readonly Block[], over: Partial<ChapterFacts> = {}): ChapterFacts => ({ key: 'budget', title: 'Presupuesto', informant: 'DAF', blocks, sections: [], ...over })

test('amounts, percentages and thousands typed by hand are found; laws, years, dates and numbers of decree are not', () => {
  expect(typedNumbers('Se gastaron $1.200.000, o sea M$ 1.200, un 12,5 % de 8.412.000 y un 7%.')).toEqual(['$1.200.000', 'M$ 1.200', '12,5 %', '8.412.000', '7%'])
  expect(typedNumbers('La Ley 18.695 y el DL 1.263 rigen desde 1988; decreto 854 de 2004, sesión N.º 31 del 22-07-2026, art. 21 c), 3 obras.')).toEqual([])
})
test('a total that is the sum of its rows, of its subtotals, of its first level or of its block is right', () => {
  expect(wrongTotals(table([row('a', 10), row('b', 5), row('total', 15, { kind: 'total' })]))).toEqual([])
  expect(wrongTotals(table([row('a', 10), row('s', 10, { kind: 'subtotal' }), row('b', 5), row('s2', 5, { kind: 'subtotal' }), row('total', 15, { kind: 'total' })]))).toEqual([])
  expect(wrongTotals(table([row('a', 15), row('a1', 10, { level: 1 }), row('a2', 5, { level: 1 }), row('total', 15, { kind: 'total' })]))).toEqual([])
  // Income 10 + 5, spending 4, and the result 15 − 4.
  expect(wrongTotals(table([row('a', 10), row('b', 5), row('income', 15, { kind: 'total' }), row('c', 4), row('spending', 4, { kind: 'total' }), row('result', 11, { kind: 'total' })]))).toEqual([])
})
test('a wrong total is named with both amounts; a column with gaps or of ratios is not judged', () => {
  expect(wrongTotals(table([row('a', 10), row('b', 5), row('total', 16, { kind: 'total' })]))).toEqual(['En «Gastos», columna «Monto», el total dice $16 y las filas suman $15.'])
  expect(wrongTotals(table([row('a', 10), row('b', null), row('total', 16, { kind: 'total' })]))).toEqual([])
  const ratio = (value: number): Cell => ({ type: 'number', value, unit: 'ratio' })
  expect(wrongTotals(table([{ id: 'a', cells: [{ type: 'text', text: 'a' }, ratio(0.5)] }, { id: 't', kind: 'total', cells: [{ type: 'text', text: 't' }, ratio(0.4)] }]))).toEqual([])
})
test('any total equal to the sum passes and any other fails', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 1e6 }), (amounts, error) => {
    const sum = amounts.reduce((all, one) => all + one, 0)
    const rows = amounts.map((amount, index) => row(String(index), amount))
    expect(wrongTotals(table([...rows, row('total', sum, { kind: 'total' })]))).toEqual([])
    expect(wrongTotals(table([...rows, row('total', sum + error, { kind: 'total' })]))).toHaveLength(1)
  }))
})
test('the same recipe with two values inside the document stops it; at other dates it is another figure', () => {
  const prose = (id: string, one: FigureValue): Block => ({ type: 'paragraph', id, content: [{ type: 'figure', figure: one }] })
  expect(contradictions([chapter([prose('a', figure(10))]), chapter([prose('b', figure(11))], { title: 'Síntesis' })])).toMatchObject([{ severity: 'stops', text: '«Gasto» dice $11 en «Síntesis» y $10 en «Presupuesto».' }])
  const before = { ...figure(11), recipe: { id: 'a/b', parameters: {}, asOf: { ...asOf, effectiveOn: '2025-06-30' as Day } } }
  expect(contradictions([chapter([prose('a', figure(10)), prose('b', before)])])).toEqual([])
})
test('missing and provisional figures, declared notes and late units become reservations with chapter and unit; «no aplica» does not', () => {
  const gaps = gapsOf([chapter([
    { type: 'paragraph', id: 'p', content: [{ type: 'figure', figure: figure(null) }, { type: 'figure', figure: figure(3, { status: 'provisional', title: 'Deuda', recipe: { id: 'a/c', parameters: {}, asOf } }) }, { type: 'figure', figure: figure(null, { absence: 'not-applicable', recipe: { id: 'a/d', parameters: {}, asOf } }) }] },
    { type: 'note', id: 'n', tone: 'warning', title: 'Mediciones por aprobar', content: [{ type: 'text', text: 'Faltan tres.' }] },
  ], { sections: [{ key: 's', title: 'Ingresos', blocks: [{ type: 'note', id: 'own', tone: 'warning', content: [] }], chips: [], ready: false, unit: 'DIDECO', dueOn: '2026-07-10' }] })], '2026-07-22')
  expect(gaps.map(({ kind }) => kind)).toEqual(['missing', 'provisional', 'declared', 'late'])
  expect(gaps.map(reservationText)).toEqual([
    'Presupuesto, DAF: 1 cifra sin dato: «Gasto».', 'Presupuesto, DAF: 1 cifra provisional: «Deuda».', 'Presupuesto, DAF: Mediciones por aprobar: Faltan tres.', 'Presupuesto, DIDECO: DIDECO no entrega «Ingresos», que vencía el 10-07-2026.',
  ])
  expect(gapsOf([chapter([])], '2026-07-22')).toEqual([])
})
