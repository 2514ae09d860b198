import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Merge, sheetFrom } from '#platform/spreadsheets'
import { headerTexts, joinedHeader } from '../locate/header-texts.ts'
import { lastRow } from '../locate/last-row.ts'
import { notesBelow, withoutMarks } from './footnotes.ts'
import { numberFromText, possibleFormats } from './number-text.ts'
import { periodFrom } from './period-code.ts'
import { fold, slug, textOf } from './plain-text.ts'

const grouped = (whole: number, mark: string): string => String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, mark)
describe('números', () => {
  test('lo que se escribe en un formato se lee igual en ese formato', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 999 }), (whole, cents) => {
      const decimals = String(cents).padStart(3, '0')
      const value = Number(`${whole < 0 ? '-' : ''}${Math.abs(whole)}.${decimals}`)
      const sign = whole < 0 ? '-' : ''
      expect(numberFromText(`${sign}${grouped(whole, '.')},${decimals}`, 'es')?.value).toBe(value)
      expect(numberFromText(`${sign}${grouped(whole, ',')}.${decimals}`, 'en')?.value).toBe(value)
      expect(numberFromText(`${sign}${Math.abs(whole)}.${decimals}`, 'plain')?.value).toBe(value)
    }))
  })
  test.each<[string, 'plain' | 'es' | 'en', number | undefined]>([
    ['1.996', 'es', 1996], ['1.996', 'plain', 1.996], ['1.99', 'es', undefined], ['51.19', 'es', undefined], ['57,039', 'en', 57_039], ['57,039', 'es', 57.039], ['57,039', 'plain', undefined], ['$ 1.234', 'es', 1234], ['(1.234)', 'es', -1234], ['1.234-', 'es', -1234], ['−5', 'plain', -5], ['', 'plain', undefined], ['1e3', 'plain', 1000], ['1.2.3', 'es', undefined],
  ])('«%s» en %s', (text, format, value) => expect(numberFromText(text, format)?.value).toBe(value))
  test('el porcentaje se reconoce y no se divide solo', () => expect(numberFromText('50,50%', 'es')).toEqual({ value: 50.5, percent: true }))
  test('qué formatos admite una columna', () => expect([possibleFormats(['1', '2']), possibleFormats(['1.234,5', '3']), possibleFormats(['57,039', '24064']), possibleFormats(['x'])]).toEqual([['plain', 'es', 'en'], ['es'], ['es', 'en'], []]))
})
describe('períodos', () => {
  test.each([
    ['2024', 'year', '2024'], ['1.996', 'year', '1996'], ['2020/2021', 'year', '2021'], ['Año 2023', 'year', '2023'], [2022, 'year', '2022'], ['2024-03-01', 'month', '2024-03'], ['03-12-2024', 'day', '2024-12-03'], ['mar-2024', 'month', '2024-03'], ['Septiembre de 2023', 'month', '2023-09'], ['2024M07', 'month', '2024-07'],
    ['31-02-2024', 'day', undefined], ['13', 'year', undefined], ['2024-13', 'month', undefined], ['', 'year', undefined],
  ] as const)('«%s» como %s', (cell, kind, code) => expect(periodFrom(cell, kind)?.code).toBe(code))
})
describe('textos', () => {
  test('como los lee una persona', () => expect([textOf('  Límite \r\n inferior '), textOf('a\u00a0b'), textOf('a\r\nb', 'keep'), fold('ÑUÑOA  Sur'), slug('De 1 a menos de 5 ha'), slug('¡Ñuble!')]).toEqual(['Límite inferior', 'a b', 'a\nb', 'nunoa sur', 'de-1-a-menos-de-5-ha', 'nuble']))
  test('el número de una nota se quita sólo cuando la nota existe', () => {
    const notes = new Map([['7', 'nota'], ['5', 'otra'], ['*', 'x']])
    expect(withoutMarks('Número de UPA7', 'digits', notes)).toEqual({ text: 'Número de UPA', marks: ['7'] })
    expect(withoutMarks('Comuna 5, 7', 'digits', notes)).toEqual({ text: 'Comuna', marks: ['5', '7'] })
    expect(withoutMarks('Escenario 2', 'digits', notes).text).toBe('Escenario 2')
    expect(withoutMarks('2024', 'digits', notes).text).toBe('2024')
    expect(withoutMarks('Población (*)', 'stars', notes)).toEqual({ text: 'Población', marks: ['*'] })
  })
  test('las notas bajo la tabla', () => {
    const sheet = sheetFrom('T', [['x'], [], [null, '1. Primera nota.'], ['(**) Otra nota.'], ['Fuente: INE, Censo Agropecuario 2021.']])
    expect([...notesBelow(sheet, 1, 'digits').marked]).toEqual([['1', 'Primera nota.']])
    expect(notesBelow(sheet, 1, 'stars')).toEqual({ marked: new Map([['**', 'Otra nota.']]), others: ['Fuente: INE, Censo Agropecuario 2021.'] })
  })
})
describe('encabezados', () => {
  test('una celda fusionada da su texto a todas las que cubre, y ninguna otra cambia', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), (left, width, top, height) => {
      const merge: Merge = { left, right: left + width, top, bottom: Math.min(2, top + height) }
      const inside = (row: number, column: number) => row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right
      const grid = [0, 1, 2, 3].map((row) => Array.from({ length: 12 }, (_, column) => (inside(row, column) && !(row === merge.top && column === merge.left) ? null : `${row}.${column}x`)))
      const levels = headerTexts(sheetFrom('T', grid, { merges: [merge] }), 0, 3, 'merges')
      levels.forEach((level, row) => level.forEach((text, column) => expect(text).toBe(inside(row, column) ? `${merge.top}.${merge.left}x` : `${row}.${column}x`)))
    }), { numRuns: 60 })
  })
  test('los niveles se juntan sin repetir; sin fusión se llena a la derecha sólo si se pide', () => {
    const sheet = sheetFrom('T', [[null, 'Cereales', null, 'Frutales', null], ['Comuna', 'UPA', 'ha', 'UPA', 'ha']])
    const filled = headerTexts(sheet, 0, 2, 'right')
    expect([0, 2, 4].map((column) => joinedHeader(filled, column))).toEqual(['Comuna', 'Cereales | ha', 'Frutales | ha'])
    expect(joinedHeader(headerTexts(sheet, 0, 2, 'merges'), 2)).toBe('ha')
  })
  test('dónde termina la tabla', () => {
    const sheet = sheetFrom('T', [['a'], ['1'], ['2'], [], ['Fuente: x']])
    expect([lastRow(sheet, 1, { kind: 'blank' }), lastRow(sheet, 1, { kind: 'sheet' }), lastRow(sheet, 1, { kind: 'text', pattern: '^fuente' }), lastRow(sheet, 1, { kind: 'count', count: 1 })]).toEqual([3, 5, 4, 2])
  })
})
