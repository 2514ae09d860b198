import { describe, expect, it } from 'vitest'
import { type Pesos, pesos } from '#kernel'
import { loadClassifier } from '#platform/law'
import { type Cell, type Sheet, sheetFrom } from '#platform/spreadsheets'
import { accountBook, type Amounts, type Choices, compare, type Context, fieldTitle, headerFor, type Preview, problemRules, proposeMapping, readBalance, type Recipe, recipeFrom, recogniseDrift, rejectedSheet, rowId, sheetPattern } from './index.ts'

const accounts = loadClassifier()
const book = accountBook(accounts)
const HEAD = ['Cuenta', 'Denominación', 'Presupuesto Inicial', 'Modificaciones', 'Presupuesto Vigente', 'Obligado', 'Devengado', 'Pagado']
/** One sound line: 400 + 12 = 412 ≥ 208 ≥ 196 ≥ 178. */
const LIGHT: Cell[] = ['215-22-05-001-000-000', 'ELECTRICIDAD', 400, 12, 412, 208, 196, 178]
const WATER: Cell[] = ['215-22-05-002-000-000', 'AGUA', 41, 0, 41, 20, 18, 17]
const sheetOf = (rows: Cell[][], title = 'Gastos al 30/06/2026 (en pesos)', head: Cell[] = HEAD): Sheet => sheetFrom('Gastos junio', [[title], head, ...rows])
const read = (sheet: Sheet, { context = {}, ...choices }: Partial<Choices> & { context?: Partial<Context> } = {}): Preview => {
  const header = headerFor(sheet, context.recipe)
  if (!header) throw new Error('no header')
  const mapping = proposeMapping(sheet, header, book, context.recipe)
  return readBalance(sheet, { header, columns: mapping.columns, unit: mapping.unit, kind: mapping.kind, period: '2026-06', ...choices }, { accounts, ...context })
}
const told = (preview: Preview): string[] => preview.problems.map(({ cell, code, severity }) => `${severity === 'stops' ? '!' : '?'} ${cell} ${code}`)
const with_ = (line: Cell[], column: number, cell: Cell): Cell[] => line.map((old, at) => (at === column ? cell : old))
const amounts = (values: Partial<Record<keyof Amounts, number>>): Amounts => Object.fromEntries(Object.entries(values).map(([phase, value]) => [phase, pesos(value)])) as Amounts

describe('problems, each at its cell and all at once', () => {
  it('a sound sheet has none', () => expect(told(read(sheetOf([LIGHT, WATER])))).toEqual([]))
  it.each<[string, Cell[], string]>([
    ['unknown account', with_(LIGHT, 0, '215-77-01-001'), '! A3 unknown-account'],
    ['code damaged by Excel', with_(LIGHT, 0, '2.15220E+09'), '! A3 mangled-code'],
    ['amounts without account', with_(LIGHT, 0, 'S/C'), '! A3 amount-without-account'],
    ['text in a number', with_(LIGHT, 6, 'ver nota'), '! G3 text-in-number'],
    ['formula error', with_(LIGHT, 6, { error: '#REF!' }), '! G3 formula-error'],
    ['fraction of a peso', with_(LIGHT, 6, 195.5), '! G3 fraction-of-peso'],
    ['vigente is not inicial plus modificación', with_(LIGHT, 4, 413), '! E3 adjusted-broken'],
    ['devengado over obligado', with_(LIGHT, 6, 209), '! G3 chain-broken'],
    ['pagado over devengado', with_(LIGHT, 7, 197), '! H3 chain-broken'],
    ['negative payment', with_(LIGHT, 7, '17-'), '! H3 negative-amount'],
    ['obligado over vigente', with_(LIGHT, 5, 500), '? F3 over-budget'],
  ])('%s', (_, line, expected) => expect(told(read(sheetOf([line, WATER])))).toEqual([expected]))

  it('tells every problem together and rejects only its rows', () => {
    const preview = read(sheetOf([with_(LIGHT, 7, 197), WATER, WATER, with_(LIGHT, 0, '215-77-01')]))
    expect(told(preview)).toEqual(['! H3 chain-broken', '! A5 duplicate-account', '! A6 unknown-account'])
    expect(preview.counts).toEqual({ new: 1, changed: 0, equal: 0, rejected: 3, missing: 0 })
    expect(preview.loadable).toBe(false)
    for (const problem of preview.problems) expect(problem.remedy).toBe(problemRules[problem.code].remedy)
  })

  it('what the person accepts no longer stops, one by one or all alike', () => {
    const sheet = sheetOf([with_(LIGHT, 7, 197), WATER, WATER])
    const preview = read(sheet, { accepted: ['chain-broken@H3', 'duplicate-account'] })
    expect(preview.loadable).toBe(true)
    // Both lines of water are one: 17 + 17 paid.
    expect(preview.rows.map(({ amounts: { paid } }) => paid)).toEqual([197, 34])
    expect(read(sheet, { accepted: ['chain-broken@H9'] }).loadable).toBe(false)
  })

  it('an unreadable account cannot be accepted', () => expect(read(sheetOf([with_(LIGHT, 0, '215-77-01')]), { accepted: ['unknown-account'] }).loadable).toBe(false))

  it('income: percibido over devengado, and «por percibir» that does not follow', () => {
    const head = ['Cuenta', 'Denominación', 'Presupuesto Vigente', 'Devengado', 'Percibido', 'Por percibir']
    expect(told(read(sheetOf([['115-03-02-001-001', 'PERMISOS', 300, 280, 281, 0], ['115-08-03-001', 'FCM', 900, 500, 400, 99]], 'Ingresos junio 2026 en pesos', head)))).toEqual(['! E3 income-broken', '! F3 income-broken', '! F4 income-broken'])
  })
})

describe('sums', () => {
  const ITEM: Cell[] = ['215-22-05', 'SERVICIOS BÁSICOS', 441, 12, 453, 228, 214, 195] // 400+41, 12+0, 412+41, 208+20, 196+18, 178+17
  const TITLE: Cell[] = ['215-22', 'BIENES Y SERVICIOS', 441, 12, 453, 228, 214, 195]
  it('subtotals are checked and not added', () => {
    const preview = read(sheetOf([TITLE, ITEM, LIGHT, WATER]))
    expect(told(preview)).toEqual([])
    expect(preview.rows).toHaveLength(2)
    expect(preview.totals.expenditure.paid).toBe(195)
  })
  it('a wrong subtotal stops at its cell; those above that inherit the error stay silent', () => {
    expect(told(read(sheetOf([with_(TITLE, 6, 215), with_(ITEM, 6, 215), LIGHT, WATER])))).toEqual(['! G4 subtotal-differs'])
  })
  it('a total that does not add, wherever it stands', () => {
    const total: Cell[] = [null, 'TOTAL', ...TITLE.slice(2)]
    expect(told(read(sheetOf([LIGHT, WATER, with_(total, 7, 196)])))).toEqual(['! H5 total-differs'])
    expect(told(read(sheetOf([with_(total, 7, 196), LIGHT, WATER])))).toEqual(['! H3 total-differs'])
  })
  it('a rejected row shows as the difference of its subtítulo', () => {
    const preview = read(sheetOf([TITLE, LIGHT, with_(WATER, 0, '215-22-77-001')]))
    expect(preview.reconciliation.find(({ phase }) => phase === 'accrued')).toMatchObject({ fileSays: 214, addsUp: 196, difference: 18 })
    expect(preview.loadable).toBe(false)
  })
  it('the rounding of a file in M$ must be accepted, never swallowed', () => {
    // 1,4 + 1,4 is 2,8: the parts are printed 1 and 1, the sum 3.
    const lines: Cell[][] = [['215-22-05', 'BÁSICOS', 3, 3], ['215-22-05-001', 'LUZ', 1, 1], ['215-22-05-002', 'AGUA', 1, 1]]
    const sheet = sheetOf(lines, 'Gastos junio 2026 (M$)', ['Cuenta', 'Denominación', 'Presupuesto Vigente', 'Devengado'])
    expect(told(read(sheet))).toEqual(['! C3 rounding-difference', '! D3 rounding-difference'])
    expect(read(sheet, { accepted: ['rounding-difference'] }).loadable).toBe(true)
  })
})

describe('against what is loaded', () => {
  const id = (account: string): string => rowId({ kind: 'expenditure', account })
  const light = amounts({ initial: 400, modification: 12, adjusted: 412, commitment: 208, accrued: 196, paid: 178 })
  const previous = new Map<string, Amounts>([[id('215-22-05-001-000-000'), light], [id('215-22-08-001-000-000'), amounts({ accrued: 5 as Pesos })]])
  it('new, changed from old to new, equal, missing', () => {
    const preview = read(sheetOf([with_(LIGHT, 7, 180), WATER]), { context: { previous } })
    expect(preview.rows.map(({ status, changes }) => [status, changes])).toEqual([['changed', [{ phase: 'paid', before: 178, after: 180 }]], ['new', []]])
    expect(told(preview)).toEqual(['!  missing-account'])
    expect(read(sheetOf([LIGHT]), { context: { previous }, accepted: ['missing-account'] }).counts).toEqual({ new: 0, changed: 0, equal: 1, rejected: 0, missing: 1 })
    expect(compare([{ id: id('215-22-05-001-000-000'), amounts: light }], previous)).toEqual({ rows: [{ status: 'equal', changes: [] }], missing: [id('215-22-08-001-000-000')] })
  })
  it('an accumulated amount that falls stops at its cell', () => {
    const preview = read(sheetOf([with_(LIGHT, 7, 170)]), { context: { previous }, accepted: ['missing-account'] })
    expect(told(preview)).toEqual(['! H3 month-backwards', '?  missing-account'])
    expect(preview.problems[0]?.what).toBe('El acumulado de pagado baja: el mes anterior era $178 y ahora dice $170.')
  })
  it('an account opened below a known one stops until accepted, save in the first load', () => {
    const line = with_(LIGHT, 0, '215-22-05-001-007-000')
    expect(read(sheetOf([line])).loadable).toBe(true)
    expect(told(read(sheetOf([LIGHT, with_(line, 0, '215-22-08-001-007')]), { context: { previous }, accepted: ['missing-account'] }))).toEqual(['! A4 new-account', '?  missing-account'])
  })
})

describe('the sheet that was meant', () => {
  it('another month, another year, the other kind, a hidden or forgotten sheet', () => {
    expect(told(read(sheetOf([LIGHT], 'Gastos al 31/05/2026 (en pesos)')))).toEqual(['! A1 wrong-month'])
    expect(told(read(sheetOf([LIGHT], 'Gastos al 30/06/2025 (en pesos)')))).toEqual(['! A1 wrong-year'])
    expect(told(read(sheetOf([LIGHT], ''), { kind: 'income', unit: 'pesos' }))).toEqual(['!  wrong-sheet'])
    expect(told(read(sheetFrom('Gastos', [['Junio 2026 en pesos'], HEAD, LIGHT], { hidden: true, hiddenColumns: [6], hiddenRows: [2] }), { context: { otherSheets: [{ name: 'Ingresos junio', kind: 'income' }] } }))).toEqual(['?  hidden-sheet', '?  hidden-rows', '?  sheet-not-chosen', '? G2 hidden-column'])
  })
  it('a print date is not the month of the balance', () => {
    const sheet = sheetFrom('Balance', [['Fecha: 12/07/2026', 'Desde 01/01/2026 hasta 30/06/2026'], HEAD, LIGHT])
    const header = headerFor(sheet)
    expect(header && proposeMapping(sheet, header, book).period).toMatchObject({ value: '2026-06', cell: 'B1' })
  })
})

describe('recipes', () => {
  const may = sheetOf([LIGHT, WATER], 'Gastos al 31/05/2026 (en pesos)')
  const header = headerFor(may)
  const recipe: Recipe = recipeFrom('Contabilidad, gastos', may, proposeMapping(may, header ?? { rows: [1] }, book))
  const changed = sheetOf([['215-22-05-001', 'LUZ', 400, 12, 412, 196, 208, 178, 1]], undefined, ['Cuenta', 'Denominación', 'Presupuesto Inicial', 'Modificaciones', 'Presupuesto Vigente', 'Devengado', 'Obligado', 'Pagos acumulados', 'Observación'])
  it('survive JSON and forget the month in the name of the sheet', () => {
    expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe)
    expect(recipe.columns.map(({ field }) => fieldTitle[field]).slice(0, 3)).toEqual(['Cuenta del clasificador', 'Denominación', 'Presupuesto inicial'])
    expect(['Gastos junio', 'GASTOS JULIO 2026', 'Gastos 06-2026'].map(sheetPattern)).toEqual(['GASTOS *', 'GASTOS *', 'GASTOS *'])
  })
  it('recognise moved, renamed, new and missing columns at their cells', () => {
    expect(recogniseDrift(recipe, changed).map(({ kind, field, cell }) => [kind, field, cell])).toEqual([['moved', 'commitment', 'G2'], ['moved', 'accrued', 'F2'], ['renamed', 'paid', 'H2'], ['new', 'ignored', 'I2']])
    const less = sheetOf([LIGHT.slice(0, 7)], undefined, HEAD.slice(0, 7))
    expect(recogniseDrift(recipe, less)).toMatchObject([{ kind: 'missing', field: 'paid', cell: 'H2' }])
    expect(told(read(less, { context: { recipe } }))).toEqual(['! H2 missing-column'])
  })
  it('a moved column stops until it is confirmed, and is read in its new place', () => {
    const preview = read(changed, { context: { recipe } })
    expect(told(preview)).toEqual(['! F2 moved-column', '! G2 moved-column', '! H2 renamed-column', '? I2 new-column'])
    expect(preview.rows[0]?.amounts).toMatchObject({ accrued: 196, commitment: 208, paid: 178 })
    expect(read(changed, { context: { recipe }, accepted: ['moved-column', 'renamed-column'] }).loadable).toBe(true)
  })
})

it('gives back the rejected rows as they came, with the reason last', () => {
  const sheet = sheetOf([LIGHT, with_(WATER, 0, '215-77-02'), ['S/C', null, null, null, null, null, 5]])
  const header = headerFor(sheet) ?? { rows: [1] }
  const out = rejectedSheet(sheet, header, read(sheet))
  expect(out.columns.map(({ title }) => title)).toEqual([...HEAD, 'Fila en el archivo', 'Razón del rechazo'])
  expect(out.rows).toHaveLength(2)
  expect(out.rows[0]?.cells.slice(0, 2)).toEqual(['215-77-02', 'AGUA'])
  expect(out.rows[0]?.cells.slice(-2)).toEqual([4, 'La cuenta 215-77-02-000-000-000 no existe en el clasificador ni en la municipalidad.'])
  expect(out.rows[1]?.cells.at(-1)).toBe('La fila trae montos y no se reconoce su cuenta.')
})

it('validates and compares 100,000 rows', () => {
  const codes = ['215-21-01-001-001-000', '215-22-05-001-000-000', '215-22-08-001-000-000', '215-24-01-004-000-000']
  const rows: Cell[][] = Array.from({ length: 100_000 }, (_, index) => [String(100_000 + (index >> 2)), codes[index % 4] ?? '', 'LÍNEA', 1_000_000 + index, 1000, 1_001_000 + index, 500_000 + index, 400_000 + index, 300_000 + index])
  const sheet = sheetFrom('Detalle', [['Junio 2026 en pesos'], ['Centro de costo', ...HEAD], ...rows])
  const first = read(sheet)
  const previous = new Map(first.rows.map(({ id, amounts: values }) => [id, values]))
  const again = read(sheet, { context: { previous } })
  expect(again.counts).toEqual({ new: 0, changed: 0, equal: 100_000, rejected: 0, missing: 0 })
  expect(again.loadable).toBe(true)
})
