import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { day } from '#kernel'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadLaw, readParameters } from './load-law.ts'
import { unconfirmed } from './unconfirmed.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'secplan-law-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const limit = (change: (text: string) => string = (text) => text): string =>
  change('id: budget/limit\ntitle: Límite de prueba\nunit: ratio\nkind: number\nvalues:\n  - from: 2020-01-01\n    value: 0.4\n    norm: Ley 1\n    confidence: M\n')

describe('reading law files', () => {
  test('reads a parameter and leaves cases and table headers aside', () => {
    write('budget/limit.yaml', limit())
    write('budget/list.yaml', 'file: list.csv\ntitle: Una tabla\n')
    write('cases/budget/limit.yaml', 'parameter: budget/limit\n')
    expect(readParameters(folder)).toEqual([
      { id: 'budget/limit', title: 'Límite de prueba', unit: 'ratio', kind: 'number', local: false, values: [{ from: '2020-01-01', value: 0.4, norm: 'Ley 1', confidence: 'M' }] },
    ])
  })

  test.each([
    ['a day that does not exist', (text: string) => text.replace('2020-01-01', '2020-02-30'), 'law/budget/limit.yaml, clave values.0.from: no es un día'],
    ['a value of another kind', (text: string) => text.replace('0.4', 'mucho'), 'clave values.0.value: no es un valor de tipo number'],
    ['an unknown confidence', (text: string) => text.replace('confidence: M', 'confidence: X'), 'clave values.0.confidence'],
    ['a key nobody knows', (text: string) => `${text}colour: red\n`, 'law/budget/limit.yaml, clave (raíz)'],
    ['an id that is not its path', (text: string) => text.replace('id: budget/limit', 'id: budget/other'), 'clave id: dice «budget/other» y su ruta es «budget/limit»'],
    ['values out of order', (text: string) => `${text}  - from: 2019-01-01\n    value: 0.3\n    norm: Ley 1\n    confidence: M\n`, 'clave values.1.from: no es posterior'],
    ['broken YAML', () => 'id: [', 'law/budget/limit.yaml: no es YAML válido'],
  ])('refuses %s and names file and key', (_case, change, message) => {
    write('budget/limit.yaml', limit(change))
    expect(() => readParameters(folder)).toThrow(message)
  })

  test('rows of a table must have the same columns', () => {
    write('budget/limit.yaml', limit((text) => text.replace('kind: number', 'kind: table').replace('value: 0.4', 'value: [{ code: a, title: A }, { code: b }]')))
    expect(() => readParameters(folder)).toThrow('sus filas no tienen las mismas columnas')
  })
})

describe('the law of the package', () => {
  test('cites the personnel limit of Ley 20.922 and the one before it', () => {
    const law = loadLaw()
    expect(law.number('budget/limits/personnel', day('2026-06-30'))).toBe(0.42)
    expect(law.at('budget/limits/personnel', day('2026-06-30'))).toMatchObject({ norm: 'Ley 18.294', article: '1', confidence: 'M' })
    expect(law.number('budget/limits/personnel', day('2015-12-31'))).toBe(0.35)
  })

  test('a value is not asked before its law existed', () => {
    expect(() => loadLaw().number('data-protection/answer-term', day('2026-11-30'))).toThrow('no tiene valor vigente al 2026-11-30')
    expect(loadLaw().find('data-protection/answer-term', day('2026-11-30'))).toBeUndefined()
    expect(loadLaw().find('no/such-parameter', day('2026-11-30'))).toBeUndefined()
  })

  test('shares and weights that must add up do', () => {
    const law = loadLaw()
    const on = day('2026-11-22')
    const sum = (rows: readonly Readonly<Record<string, unknown>>[], key: string): number => rows.reduce((total, row) => total + Math.round(Number(row[key]) * 1000), 0)
    expect(sum(law.table('budget/fcm/distribution', on), 'share')).toBe(1000)
    expect(sum(law.table('investment/ranking-weights', on), 'weight')).toBe(100_000)
  })

  test('lists what Asesoría Jurídica has to confirm, and only that', () => {
    const law = loadLaw()
    const ids = unconfirmed(law, day('2026-11-22')).map(({ parameter }) => parameter.id)
    expect(ids).toContain('budget/limits/personnel')
    expect(ids).toContain('procurement/annual-plan/due')
    expect(ids).not.toContain('calendar/terms/report')
    expect(ids).not.toContain('procurement/guarantees/bid-maximum')
    // Read in an official text only since its later value.
    expect(unconfirmed(law, day('2020-01-01')).map(({ parameter }) => parameter.id)).toContain('procurement/guarantees/performance')
    expect(ids).not.toContain('procurement/guarantees/performance')
  })
})
