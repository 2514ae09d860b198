import ExcelJs from 'exceljs'
import fc from 'fast-check'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { writeWorkbook } from '#platform/spreadsheets'
import { type Cube, cubeSize, cubeValue } from '../model/cube.ts'
import { cellText } from './cell-text.ts'
import { observationCsv, seenCsv } from './csv.ts'
import { farms } from './exports.fixture.ts'
import { jsonStatOf } from './json-stat.ts'
import { pxOf } from './px.ts'
import { seenGrid } from './seen-grid.ts'
import { tableBlock } from './table-block.ts'
import { tableSheet } from './table-sheet.ts'

// Readers by other hands, without types: their whole face is what is used here.
type PxReader = { variables: () => string[]; values: (v: string) => string[]; codes: (v: string) => string[]; datum: (at: number[]) => string; keyword: (name: string) => unknown }
type JsonStatReader = { class: string; n: number; role: Record<string, string[]>; value: (number | null)[]; Data: (at: Record<string, string>) => { value: number | null; status?: string }; Dimension: (key: string) => { Category: (code: string) => { label: string } } }
const load = createRequire(import.meta.url)
const JSONstat = load('jsonstat-toolkit') as (text: unknown) => JsonStatReader
const Px = load('px') as new (text: string) => PxReader

const options = { matrix: 'EXPLOTACIONES', createdOn: '2026-11-22' }

test('la capa vista: filas y columnas de 2021', () => {
  const grid = seenGrid(farms, { anio: '2021' })
  // 2021 begins at cell 8; Temuco's row four cells later.
  expect([grid.at(0, 0), grid.at(1, 3)]).toEqual([8, 15])
  expect(grid.columns.map(({ codes }) => codes.map(({ label }) => label).join(' '))).toEqual(['Mujeres Explotaciones', 'Mujeres Superficie', 'Hombres Explotaciones', 'Hombres Superficie'])
})
test('cada celda dice su número, su marca o su ausencia', () => {
  expect([0, 1, 8, 11, 12, 14].map((index) => cellText(farms, index))).toEqual(['500', '4.250,25', '650 p', 's', '0 e', '−3'])
  expect(cellText({ ...farms, statuses: new Map() }, 11)).toBe('..')
})

test('otro lector lee el PX y encuentra cada número y cada ausencia', () => {
  const px = new Px(pxOf(farms, options))
  expect(px.variables()).toEqual(['Año', 'Comuna', 'Sexo', 'Medida'])
  expect(px.codes('Comuna')).toEqual(['09109', '09101'])
  expect(px.values('Comuna')).toEqual(['Loncoche', 'Temuco «capital»'])
  const at = (year: number, place: number, sex: number, measure: number) => px.datum([year, place, sex, measure]).replaceAll('"', '')
  expect(at(0, 0, 0, 0)).toBe('500')
  expect(at(0, 0, 1, 1)).toBe('30100.5')
  expect(at(1, 0, 1, 1)).toBe('...')
  expect(at(1, 1, 1, 1)).toBe('12345.678901')
  expect(at(1, 1, 1, 0)).toBe('-3')
})
test('el PX explica sus símbolos y sus notas, y ninguna línea pasa de 256 letras', () => {
  const text = pxOf({ ...farms, notes: ['x'.repeat(900)] }, options)
  expect(text).toContain('DATASYMBOL3="Reservado";')
  expect(text).toContain('DATASYMBOLNIL="Ninguno";')
  expect(text).toContain('CELLNOTE("2007","Loncoche","Hombres","Explotaciones")="Incluye sucesiones";')
  expect(text).toContain('CELLNOTE("2021","Loncoche","Mujeres","Explotaciones")="Provisional";')
  expect(text).toContain('VALUENOTE("Año","2021")="El censo se levantó entre marzo y agosto.";')
  expect(text).toContain('TIMEVAL("Año")=TLIST(A1),"2007","2021";')
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(256)
})

test('el lector de JSON-stat encuentra cada celda por sus códigos', () => {
  const dataset = JSONstat(jsonStatOf(farms))
  expect(dataset.class).toBe('dataset')
  expect(dataset.n).toBe(16)
  expect(dataset.role).toMatchObject({ time: ['anio'], geo: ['comuna'], metric: ['measure'] })
  expect(dataset.Data({ anio: '2021', comuna: '09109', sexo: 'M', measure: 'ha' })).toMatchObject({ value: 4000.75 })
  expect(dataset.Data({ anio: '2021', comuna: '09109', sexo: 'H', measure: 'ha' })).toMatchObject({ value: null, status: 's' })
  expect(dataset.Dimension('comuna').Category('09101').label).toBe('Temuco "capital"')
})

test('el Excel lleva números con sus decimales, códigos como texto y la marca a la vista', async () => {
  const book = new ExcelJs.Workbook()
  // The reader asks for a type of Buffer that is not the one Node gives.
  await book.xlsx.load((await writeWorkbook([tableSheet(farms, { anio: '2021' })])) as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]
  const rows: unknown[][] = []
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  expect(rows[0]?.[0]).toBe(farms.title)
  expect(rows[1]?.[0]).toBe('Año: 2021')
  const loncoche = rows.find((row) => row[0] === '09109')
  expect(loncoche).toEqual(['09109', 'Loncoche', 650, 4000.75, 1100, 's'])
  const cell = sheet?.getRow(rows.indexOf(loncoche ?? []) + 2).getCell(3)
  expect(cell?.numFmt).toBe('#,##0" p"')
  const text = rows.map((row) => row.join(' ')).join('\n')
  expect(text).toContain('Cuenta sólo explotaciones de más de cero hectáreas.')
  expect(text).toContain('Símbolos: s reservado; p provisional; e estimado.')
  expect(text).toContain('Fuente: INE: Censo agropecuario · versión 2 del 01-10-2022')
})
test('el CSV chileno usa coma y punto y coma; el internacional, punto y coma de miles jamás', () => {
  const [chilean, other] = [seenCsv(farms, 'chilean', { anio: '2021' }), seenCsv(farms, 'international', { anio: '2021' })]
  expect(chilean.split('\r\n')[4]).toBe('Loncoche;650;4000,75;1100;s')
  expect(other.split('\r\n')[4]).toBe('Loncoche,650,4000.75,1100,s')
  expect(chilean.split('\r\n').slice(2, 4)).toEqual(['Sexo;Mujeres;Mujeres;Hombres;Hombres', 'Comuna;Explotaciones;Superficie;Explotaciones;Superficie'])
})
test('las observaciones, una por línea con sus códigos', () => {
  const lines = [...observationCsv(farms, 'international')].join('').replace('\ufeff', '').trim().split('\r\n')
  expect(lines).toHaveLength(17)
  expect(lines[12]).toBe('2021,2021,09109,Loncoche,H,Hombres,ha,Superficie,,Reservado,ha')
})
test('el bloque de papel: mismas celdas; uno demasiado ancho se rechaza con su remedio', () => {
  const block = tableBlock(farms, 'cuadro', { anio: '2021' })
  expect(block.rows[0]?.cells).toEqual([{ type: 'text', text: 'Loncoche' }, { type: 'text', text: '650 p' }, { type: 'number', value: 4000.75, unit: 'count', show: { decimals: 2 } }, { type: 'number', value: 1100, unit: 'count', show: { decimals: 0 } }, { type: 'text', text: 's' }])
  const wide: Cube = { ...farms, variables: farms.variables.map((one) => (one.place === 'row' ? { ...one, place: 'column' as const, codes: Array.from({ length: 20 }, (_, index) => ({ code: `c${index}`, label: `C${index}` })) } : one)) }
  expect(() => tableBlock(wide, 'cuadro')).toThrow(/no cabe en una hoja/)
})

/** Cubes of up to four variables in any place, with gaps. */
const cubes = fc.tuple(fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('row' as const, 'column' as const, 'layer' as const)), { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Math.round(value * 100) / 100 + 0), { freq: 5 }))).map(([shape, stream]): Cube => {
  const variables = shape.map(([size, place], index) => ({ key: `v${index}`, title: `Variable ${index}`, role: 'category' as const, place, codes: Array.from({ length: size }, (_, at) => ({ code: `0${at}`, label: `Valor ${at}` })) }))
  const measured = { key: 'measure', title: 'Medida', role: 'measure' as const, place: 'column' as const, codes: [{ code: 'm', label: 'Casos' }] }
  const all = [...variables, measured]
  const values = Array.from({ length: cubeSize({ variables: all }) }, () => stream.next().value ?? null)
  return { ...farms, variables: all, measures: [{ key: 'm', title: 'Casos', unit: 'casos', decimals: 2 }], values, statuses: new Map(), cellNotes: new Map() }
})
test('toda tabla pivotada vuelve igual del PX y del JSON-stat', () => {
  fc.assert(fc.property(cubes, (cube) => {
    const dataset = JSONstat(jsonStatOf(cube))
    const px = new Px(pxOf(cube, options))
    const titles = px.variables()
    for (let index = 0; index < cubeSize(cube); index++) {
      const value = cubeValue(cube, index)
      expect(dataset.value[index]).toBe(value)
      let rest = index
      const at = new Map<string, number>()
      for (const { title, codes } of [...cube.variables].reverse()) { at.set(title, rest % codes.length); rest = Math.floor(rest / codes.length) }
      const read = px.datum(titles.map((title) => at.get(title) ?? -1)).replaceAll('"', '')
      if (value === null) expect(read).toBe('..')
      else expect(Number(read)).toBe(value)
    }
  }), { numRuns: 60 })
})
