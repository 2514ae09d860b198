import { day } from '#kernel'
import { describe, expect, test } from 'vitest'
import { loadCommunes, loadMunicipalities } from '../reference/load-communes.ts'
import { readCsv } from './csv.ts'
import { checkTree, loadClassifier } from './load-classifier.ts'
import { loadLaw } from './load-law.ts'
import { loadSeries, seriesValue } from './load-series.ts'

describe('tables of the package', () => {
  test('cells with commas, quotes and line breaks', () => {
    expect(readCsv('a,b\r\n"1,5","di ""sí"""\n\n"x\ny",\n', 'x.csv')).toEqual([{ a: '1,5', b: 'di "sí"' }, { a: 'x\ny', b: '' }])
  })
  test('a row with a missing cell is refused with its line', () => {
    expect(() => readCsv('a,b\n1,2\n3\n', 'x.csv')).toThrow('x.csv, línea 3: tiene 1 celdas y el encabezado 2')
  })
})

describe('the classifier', () => {
  test('has the 367 accounts of the published compilation, 158 of them checked', () => {
    const accounts = loadClassifier()
    expect(accounts).toHaveLength(367)
    expect(accounts.filter(({ checked }) => checked)).toHaveLength(158)
    // Decreto 854: subtítulos 03 05 06 07 08 10 11 12 13 14 15 and 21 22 23 24 25 26 29 30 31 32 33 34 35.
    expect(accounts.filter(({ level }) => level === 'title').map(({ code }) => code.slice(4))).toEqual(['03', '05', '06', '07', '08', '10', '11', '12', '13', '14', '15', '21', '22', '23', '24', '25', '26', '29', '30', '31', '32', '33', '34', '35'])
  })
  test('reads an account with its parent', () => {
    expect(loadClassifier().find(({ code }) => code === '215-21-03-001')).toEqual({
      code: '215-21-03-001', longCode: '215-21-03-001-000-000', kind: 'expenditure', level: 'allotment', parent: '215-21-03', name: 'Honorarios a suma alzada, personas naturales', checked: true,
    })
    expect(loadClassifier().find(({ code }) => code === '115-15')).toMatchObject({ parent: null, kind: 'income' })
  })
  test('refuses an account that hangs from nothing, and a repeated one', () => {
    const [first] = loadClassifier()
    if (!first) throw new Error('empty')
    expect(() => checkTree([{ ...first, code: '115-99-01', parent: '115-99' }])).toThrow('cuelga de 115-99')
    expect(() => checkTree([first, first])).toThrow('repetida')
  })
  test('the accounts the rules name exist', () => {
    const codes = new Set(loadClassifier().map(({ code }) => code))
    const named = Object.values(loadLaw().record('budget/key-accounts', day('2026-01-01'))).flat()
    expect(named.filter((code) => !codes.has(String(code)))).toEqual([])
  })
})

describe('series', () => {
  test('published values: UTM of July 2026 and IPC base month', () => {
    expect(seriesValue(loadSeries('utm'), '2026-07')).toBe(71649)
    expect(loadSeries('utm')[0]).toEqual({ day: '2010-01-01', month: '2010-01', value: 36679 })
    expect(loadSeries('ipc')[0]).toEqual({ day: '2009-12-01', month: '2009-12', value: 57.31 })
    expect(seriesValue(loadSeries('uf'), '2010-01')).toBe(20899.82)
  })
  test('a month that was not published has no value', () => {
    expect(seriesValue(loadSeries('utm'), '2026-09')).toBeUndefined()
  })
  test.each([['utm', '2010-01', '2026-08', 200], ['uf', '2010-01', '2026-07', 199], ['ipc', '2009-12', '2026-06', 199]] as const)('%s has every month from %s to %s', (name, first, last, count) => {
    const points = loadSeries(name)
    expect([points[0]?.month, points.at(-1)?.month, points.length]).toEqual([first, last, count])
  })
})

describe('communes', () => {
  test('346 communes, 345 municipalities; the census of 2024 counted 18.480.372 people', () => {
    expect(loadCommunes()).toHaveLength(346)
    expect(loadMunicipalities()).toHaveLength(345)
    expect(loadCommunes().reduce((sum, { census2024 }) => sum + (census2024 ?? 0), 0)).toBe(18_480_372)
    expect(loadMunicipalities().some(({ code }) => code === '12202')).toBe(false)
  })
  test('Loncoche', () => {
    expect(loadCommunes().find(({ code }) => code === '09109')).toMatchObject({ name: 'Loncoche', region: 'La Araucanía', regionCode: '09', province: 'Cautín', provinceCode: '091', census2024: 25158, hasMunicipality: true })
  })
})
