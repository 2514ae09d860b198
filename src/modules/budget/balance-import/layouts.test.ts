import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadClassifier } from '#platform/law'
import { readSheets, type Sheet } from '#platform/spreadsheets'
import { writeBalances } from '../../../../tests/fixtures/balances/make.ts'
import { accountBook, type Amounts, type Choices, type Context, headerFor, type Mapping, type Preview, proposeMapping, proposeSheets, readBalance, type Recipe, recipeFrom } from './index.ts'

const accounts = loadClassifier()
const book = accountBook(accounts)
let folder = ''
let paths: Record<string, string> = {}
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'secplan-balances-')); paths = writeBalances(folder) })
afterAll(() => rmSync(folder, { recursive: true }))

type Read = { sheet: Sheet; mapping: Mapping; choices: Choices; preview: Preview }
/** As the assistant does it when the person accepts every proposal. */
const readFirst = async (file: string, { recipe, period = '2026-06', context = {}, sheetName, accepted }: { recipe?: Recipe; period?: string; context?: Partial<Context>; sheetName?: string; accepted?: string[] } = {}): Promise<Read> => {
  const workbook = await readSheets({ path: paths[file] ?? file })
  const best = proposeSheets(workbook, book, recipe, period)[0]
  const sheet = sheetName ? workbook.sheets.find(({ name }) => name === sheetName) : workbook.sheets[best?.index ?? 0]
  if (!sheet) throw new Error('no sheet')
  const header = headerFor(sheet, recipe)
  if (!header) throw new Error(`no header in ${file}`)
  const mapping = proposeMapping(sheet, header, book, recipe)
  const choices: Choices = { header, columns: mapping.columns, unit: mapping.unit, kind: mapping.kind, period, accepted }
  return { sheet, mapping, choices, preview: readBalance(sheet, choices, { accounts, recipe, ...context }) }
}

/** Totals of truth.ts added by hand, in pesos. */
const SPENT: Amounts = Object.fromEntries(Object.entries({
  initial: 2_559_000_000, // 600+288+398+90+70+60+402+41+500+80+20+0+10
  modification: 180_000_000, // 12+0+18+5−4+0+12+0+50+0+3+84+0
  adjusted: 2_739_000_000,
  commitment: 1_423_000_000, // 306+142+202+60+40+35+208+20+290+50+9+61
  accrued: 1_346_000_000, // 302+141+201+45+33+31+196+18+270+40+8+61
  paid: 1_290_000_000, // 302+141+200+44+30+30+178+17+240+40+7+61
})) as Amounts
const EARNED = {
  initial: 2_559_000_000, // 200+300+1.900+59+100
  modification: 180_000_000, // 96+84
  adjusted: 2_739_000_000, accrued: 1_359_000_000, /* 120+280+900+59 */ collected: 1_298_000_000, /* 100+278+900+20 */ receivable: 61_000_000, // 20+2+0+39
}
const stopping = (preview: Preview): string[] => preview.problems.filter(({ severity }) => severity === 'stops').map(({ cell, code, what }) => `${cell} ${code} ${what}`)

describe('each vendor’s layout tells the same month', () => {
  const same = [
    ['encabezado-fusionado-ms.xlsx', 'thousands', 13], ['paginas-repetidas.xlsx', 'pesos', 13], ['areas-en-bloques.xlsx', 'pesos', 13], ['codigos-cortos.ods', 'pesos', 13],
    ['menos-al-final-latin1.csv', 'pesos', 13], ['numeros-como-texto.xlsx', 'pesos', 13], ['por-programa.xlsx', 'pesos', 13], ['columnas-ocultas.xlsx', 'pesos', 13],
    ['total-en-medio-utf16.txt', 'pesos', 13], ['excel-97.xls', 'pesos', 13], ['tabla-html.xls', 'pesos', 13], ['sistema-antiguo-cp850.csv', 'pesos', 13], ['dos-hojas.xlsx#Gastos Junio 2026', 'thousands', 13],
  ] as const
  it.each(same)('%s', async (name, unit, lines) => {
    const [file = '', sheetName] = name.split('#')
    const { mapping, preview } = await readFirst(file, { sheetName })
    expect(stopping(preview)).toEqual([])
    expect(mapping.unit).toBe(unit)
    expect(mapping.kind).toBe('expenditure')
    expect(preview.totals.expenditure).toMatchObject(SPENT)
    expect(preview.rows).toHaveLength(lines)
    expect(preview.loadable).toBe(true)
    expect(preview.reconciliation.filter(({ difference }) => difference !== undefined && difference !== 0)).toEqual([])
  })

  it.each([['dos-hojas.xlsx', 'Ingresos Junio 2026'], ['ingresos-por-percibir-utf8.csv', 'Hoja1']])('income of %s', async (file, sheetName) => {
    const { mapping, preview } = await readFirst(file, { sheetName })
    expect(stopping(preview)).toEqual([])
    expect(mapping.kind).toBe('income')
    expect(mapping.unit).toBe('thousands')
    expect(mapping.period?.value).toBe('2026-06')
    expect(preview.totals.income).toEqual(EARNED)
    expect(preview.loadable).toBe(true)
  })
})

describe('what each layout has of its own', () => {
  it('joins the two merged header rows and reads month and unit from the titles', async () => {
    const { mapping } = await readFirst('encabezado-fusionado-ms.xlsx')
    expect(mapping.header.rows).toEqual([4, 5])
    expect(mapping.columns.map(({ says }) => says)).toEqual(['Cuenta', 'Denominación', 'Presupuesto · Inicial', 'Presupuesto · Modificac.', 'Presupuesto · Vigente', 'Obligación · Acumulada', 'Devengado', 'Deuda · Exigible', 'Deuda · Pagado'])
    expect(mapping.columns.map(({ field }) => field)).toEqual(['account', 'name', 'initial', 'modification', 'adjusted', 'commitment', 'accrued', 'outstandingDebt', 'paid'])
    expect(mapping.period).toMatchObject({ value: '2026-06', cell: 'A4' })
    expect(mapping.unitReason).toContain('A2')
    expect(mapping.codeStyle).toEqual({ prefixed: false, separator: '-' })
  })

  it('reconciles accrual by subtítulo as the file states it', async () => {
    const { preview } = await readFirst('encabezado-fusionado-ms.xlsx')
    const accrued = preview.reconciliation.filter(({ phase }) => phase === 'accrued').map(({ subtitle, fileSays, addsUp, difference }) => [subtitle.slice(4, 6), fileSays, addsUp, difference])
    // By hand: 21 = 302+141+201+45+33, 22 = 31+196+18+270, 24 = 40+8, 31 = 61.
    expect(accrued).toEqual([['21', 722_000_000, 722_000_000, 0], ['22', 515_000_000, 515_000_000, 0], ['24', 48_000_000, 48_000_000, 0], ['31', 61_000_000, 61_000_000, 0], ['35', undefined, 0, undefined]])
  })

  it('skips the headers and titles of each printed page', async () => {
    const { preview } = await readFirst('paginas-repetidas.xlsx')
    expect(preview.rowClasses.filter((is) => is === 'page-header')).toHaveLength(4)
    expect(preview.rowClasses.filter((is) => is === 'subtotal')).toHaveLength(16)
  })

  it('puts each account in the area of its block, or of its column', async () => {
    for (const file of ['areas-en-bloques.xlsx', 'columnas-ocultas.xlsx', 'por-programa.xlsx']) {
      const { preview } = await readFirst(file)
      const area = (account: string): string | undefined => preview.rows.find(({ key }) => key.account === account)?.key.area
      expect([area('215-21-01-001-001-000'), area('215-22-05-001-000-000'), area('215-21-04-004-002-000'), area('215-24-01-008-000-000')]).toEqual(['1', '2', '5', '6'])
    }
  })

  it('keeps the programme inside its area and drops it in the next area', async () => {
    const { preview } = await readFirst('por-programa.xlsx')
    expect(preview.rows.filter(({ key }) => key.programme).map(({ key }) => [key.area, key.programme, key.account])).toEqual([
      ['4', '0401', '215-21-04-004-001-000'], ['4', '0402', '215-24-01-004-000-000'], ['5', '0501', '215-21-04-004-002-000'], ['6', '0601', '215-24-01-008-000-000'],
    ])
  })

  it('leaves out the movement of the month and says which columns are hidden', async () => {
    const { mapping } = await readFirst('columnas-ocultas.xlsx')
    expect(mapping.columns.find(({ says }) => says === 'Devengado del mes')).toMatchObject({ field: 'ignored', reason: 'es el movimiento del mes; se cargan acumulados', hidden: true })
    expect(mapping.columns.find(({ field }) => field === 'accrued')?.says).toBe('Devengado Acumulado')
    expect(mapping.areaStyle).toBe('column')
  })

  it('reads a minus behind the number', async () => {
    const { preview } = await readFirst('menos-al-final-latin1.csv')
    expect(preview.rows.find(({ key }) => key.account === '215-21-04-004-002-000')?.amounts.modification).toBe(-4_000_000)
  })
})

describe('Natales, a real and partial file', () => {
  it('shows honestly that the accounts do not reach what the file states', async () => {
    const natales = new URL('../../../../tests/fixtures/balances/natales-2017-06-latin1.csv', import.meta.url).pathname
    const { mapping, preview } = await readFirst(natales, { period: '2017-06' })
    expect(mapping.unit).toBe('thousands')
    expect(mapping.unitSure).toBe(false)
    expect(preview.loadable).toBe(false)
    // Leaves listed, «inicial»: 201.194+23.448+0+215.288+188.278+26.204+156+44.452+55.597+35.708+29.080+9.132+0 = 828.537.
    expect(preview.reconciliation.find(({ subtitle, phase }) => subtitle.startsWith('215-21') && phase === 'initial')).toMatchObject({ fileSays: 2_633_537_000, addsUp: 828_537_000, difference: 1_805_000_000 })
    const totals = preview.problems.filter(({ code }) => code === 'total-differs')
    expect(totals.map(({ cell }) => cell)).toEqual(['D2', 'E2', 'F2', 'G2', 'H2'])
    // Vigente 8.401.002 − obligado 4.376.294 = 4.024.708 and the total row says 4.024.709.
    expect(preview.problems.find(({ code, cell }) => code === 'rounding' && cell === 'G2')?.what).toContain('$4.024.709.000 y resultan $4.024.708.000')
    expect(preview.phasesAbsent).toEqual(['accrued', 'paid'])
  })
})

describe('files that open but are not what was wanted', () => {
  it('tells each formula without a result at its cell', async () => {
    const { preview } = await readFirst('formulas-con-error.xlsx')
    expect(preview.problems.filter(({ code }) => code === 'formula-error').map(({ cell, says }) => [cell, says])).toEqual([['D3', '#REF!'], ['E4', '#SIN-CALCULAR']])
    expect(preview.loadable).toBe(false)
  })
  it('finds no balance in an agenda', async () => {
    const workbook = await readSheets({ path: paths['otra-cosa.xlsx'] ?? '' })
    expect(proposeSheets(workbook, book).map(({ score }) => score)).toEqual([0])
  })
  it('recognises in June the column that moved since May', async () => {
    const may = await readFirst('columna-anterior.xlsx', { period: '2026-05' })
    expect(may.preview.loadable).toBe(true)
    const recipe = recipeFrom('Contabilidad, gastos', may.sheet, may.mapping)
    const june = await readFirst('columna-movida.xlsx', { recipe })
    expect(june.preview.problems.map(({ cell, code }) => [cell, code])).toEqual([['F2', 'moved-column'], ['G2', 'moved-column'], ['I2', 'new-column']])
    expect(june.preview.totals.expenditure).toMatchObject(SPENT)
    expect((await readFirst('columna-movida.xlsx', { recipe, accepted: ['moved-column'] })).preview.loadable).toBe(true)
  })
})
