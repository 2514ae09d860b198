import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSheets } from './index.ts'

let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'secplan-interchange-')) })
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, content: string | Uint8Array): string => { writeFileSync(join(folder, name), content); return join(folder, name) }
const problem = async (path: string, options = {}) => readSheets({ path }, options).then(() => 'leído', (error: { id?: string }) => error.id)
const px = (place: string) => `CHARSET="ANSI";CODEPAGE="utf-8";TITLE="T";UNITS="personas";STUB="Comuna";HEADING="Año";VALUES("Comuna")="${place}";CODES("Comuna")="09109";VALUES("Año")="2023","2024";TIMEVAL("Año")=TLIST(A1);DATA=1 "..";`

describe('en el proceso de lectura, por su contenido y no por su nombre', () => {
  test('un PX es una hoja larga que se explica sola', async () => {
    const book = await readSheets({ path: write('tabla.txt', px('Ñuñoa')) })
    expect(book.format).toBe('px')
    expect([0, 1, 2].map((row) => book.sheets[0]?.row(row))).toEqual([['Comuna', 'Año', 'Valor'], ['09109', '2023', 1], ['09109', '2024', '..']])
    expect(book.sheets[0]?.about?.columns.map(({ header, kind, role, unit, codes }) => [header, kind, role, unit, codes?.[0]?.label])).toEqual([['Comuna', 'dimension', undefined, undefined, 'Ñuñoa'], ['Año', 'dimension', 'time', undefined, '2023'], ['Valor', 'measure', undefined, 'personas', undefined]])
  })
  test('el PX viejo viene en la página de DOS', async () => {
    const old = Buffer.concat([Buffer.from('MATRIX="a";STUB="Comuna";HEADING="A'), Buffer.from([0xa4]), Buffer.from('o";VALUES("Comuna")="x";VALUES("A'), Buffer.from([0xa4]), Buffer.from('o")="2024";DATA=1;')])
    expect((await readSheets({ path: write('dos.px', old) })).sheets[0]?.row(0)).toEqual(['Comuna', 'Año', 'Valor'])
  })
  test('JSON-stat con marcas junto al número, GeoJSON y listas', async () => {
    const stat = { class: 'dataset', label: 'T', id: ['a'], size: [2], dimension: { a: { label: 'A', category: { index: ['x', 'y'] } } }, value: [1, 2], status: ['p', null] }
    const book = await readSheets({ path: write('a.csv', JSON.stringify(stat)) })
    expect([book.format, book.sheets[0]?.row(0), book.sheets[0]?.row(1), book.sheets[0]?.row(2)]).toEqual(['json-stat', ['A', 'Valor', 'Valor: estado'], ['x', 1, 'p'], ['y', 2]])
    const geo = await readSheets({ path: write('b.json', JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { CUT: '09109', ok: true }, geometry: { type: 'Point', coordinates: [1, 2] } }] })) })
    expect([geo.format, geo.sheets[0]?.row(0), geo.sheets[0]?.row(1)]).toEqual(['geojson', ['CUT', 'ok'], ['09109', true]])
  })
})
describe('lo hostil se rechaza con su nombre', () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
  const sheet = '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">&b;</Data></Cell></Row></Table></Worksheet></Workbook>'
  test('entidades que se inflan o piden archivos de afuera', async () => {
    expect(await problem(write('risas.xls', bomb + sheet))).toBe('spreadsheets/entities')
    expect(await problem(write('afuera.xls', `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>${sheet}`))).toBe('spreadsheets/entities')
    expect(await problem(write('risas.ods', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8(`${bomb}<a/>`) })))).toBe('spreadsheets/entities')
  })
  test('PX y JSON cortados o que no calzan dicen por qué', async () => {
    expect(await problem(write('corto.px', px('x').slice(0, -9)))).toBe('spreadsheets/not-understood')
    expect(await problem(write('corto.json', '{"class": "dataset", "id": ['))).toBe('spreadsheets/damaged')
    expect(await problem(write('nada.json', '{"a": 1}'))).toBe('spreadsheets/not-understood')
    expect(await problem(write('hondo.json', '['.repeat(200_000)))).toBe('spreadsheets/damaged')
  })
  test('una tabla mayor que lo permitido no se empieza a leer', async () => {
    expect(await problem(write('grande.px', px('x')), { cells: 1 })).toBe('spreadsheets/too-large')
  })
  test('una fórmula no se calcula ni una macro se ejecuta: sólo cuenta lo que el archivo ya tenía', async () => {
    const path = write('formula.xlsm', zipSync({
      'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="T" sheetId="1" r:id="a"/></sheets></workbook>'), 'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>'),
      'xl/vbaProject.bin': strToU8('Sub Auto_Open()'), 'xl/worksheets/s.xml': strToU8('<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>WEBSERVICE("http://x")</f><v>7</v></c></row></sheetData></worksheet>'),
    }))
    expect((await readSheets({ path })).sheets[0]?.row(0)).toEqual([{ error: '#SIN-CALCULAR' }, 7])
  })
})
test('quinientas columnas y finales de línea mezclados', async () => {
  const line = (text: string) => Array.from({ length: 500 }, (_, index) => `${text}${index}`).join(';')
  const book = await readSheets({ path: write('ancho.csv', `${line('c')}\r\n${line('1')}\n${line('2')}\r${line('3')}`) })
  expect([book.sheets[0]?.rowCount, book.sheets[0]?.columnCount, book.sheets[0]?.cell(3, 499)]).toEqual([4, 500, '3499'])
})
