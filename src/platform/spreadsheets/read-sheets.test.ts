import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bigBalance, writeBalances } from '../../../tests/fixtures/balances/make.ts'
import { cellName, readSheets, sheetFrom } from './index.ts'
import { decodeText } from './text-encoding.ts'
import { detectSeparator } from './delimited.ts'
import { padOver, shownAs } from './xlsx-styles.ts'

let folder = ''
let paths: Record<string, string> = {}
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'secplan-sheets-')); paths = writeBalances(folder) })
afterAll(() => rmSync(folder, { recursive: true }))
const path = (name: string): string => paths[name] ?? join(folder, name)
const write = (name: string, bytes: Uint8Array): string => { writeFileSync(join(folder, name), bytes); return join(folder, name) }

describe('formats, told by content', () => {
  it.each([
    ['encabezado-fusionado-ms.xlsx', 'xlsx'], ['codigos-cortos.ods', 'ods'], ['excel-97.xls', 'xls'], ['tabla-html.xls', 'html'], ['menos-al-final-latin1.csv', 'csv'], ['total-en-medio-utf16.txt', 'csv'],
  ])('%s is %s', async (name, format) => {
    expect((await readSheets({ path: path(name) })).format).toBe(format)
  })

  it('keeps merges, hidden columns, hidden sheets and their order', async () => {
    const merged = await readSheets({ path: path('encabezado-fusionado-ms.xlsx') })
    expect(merged.sheets[0]?.merges).toContainEqual({ top: 4, left: 2, bottom: 4, right: 4 })
    expect((await readSheets({ path: path('columnas-ocultas.xlsx') })).sheets[0]?.hiddenColumns).toEqual([3, 8])
    const two = await readSheets({ path: path('dos-hojas.xlsx') })
    expect(two.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['Ingresos Junio 2026', false], ['Gastos Junio 2026', false], ['Parámetros', true]])
  })

  it('reads the typed cells of .xlsx: dates, percentages, padded codes, booleans, errors, formulas never calculated', async () => {
    const cells = ['<c r="A1" s="1"><v>46203</v></c>', '<c r="B1" s="2"><v>0.505</v></c>', '<c r="C1" s="3"><v>2101001</v></c>', '<c r="D1" t="b"><v>1</v></c>', '<c r="E1" t="e"><v>#REF!</v></c>', '<c r="F1"><f>A1+1</f></c>', '<c r="G1" t="str"><f>"x"</f><v>Ñuñoa &amp; más</v></c>', '<c r="H1" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>', '<c r="I1"><v>-1.5E3</v></c>']
    const file = write('tipos.xlsx', zipSync({
      'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="T" sheetId="1" r:id="a"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="a" Target="/xl/worksheets/s.xml"/><Relationship Id="b" Target="styles.xml"/></Relationships>'),
      'xl/styles.xml': strToU8('<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00&quot;-&quot;00&quot;-&quot;000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>'),
      'xl/worksheets/s.xml': strToU8(`<worksheet><sheetData><row r="1">${cells.join('')}</row></sheetData></worksheet>`),
    }))
    // 46203 days after 30-12-1899 is 30-06-2026: 46023 is 01-01-2026, and 180 days later.
    expect((await readSheets({ path: file })).sheets[0]?.row(0)).toEqual([{ date: '2026-06-30' }, { percent: 0.505 }, '21-01-001', true, { error: '#REF!' }, { error: '#SIN-CALCULAR' }, 'Ñuñoa & más', 'a b', -1500])
  })

  it('takes prefixed .xlsx through the slower reader', async () => {
    const file = write('prefijos.xlsx', zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
      'xl/workbook.xml': strToU8('<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="T" sheetId="1" r:id="a"/></x:sheets></x:workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s.xml"/></Relationships>'),
      'xl/worksheets/s.xml': strToU8('<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'),
    }))
    expect((await readSheets({ path: file })).sheets[0]?.row(0)).toEqual([5, 'b'])
  })

  it('reads quotes, separators and line ends inside quotes', async () => {
    const file = write('comillas.csv', strToU8('a;"b;1";"dice ""hola"""\n"dos\nlíneas";;3\n'))
    expect((await readSheets({ path: file })).sheets[0]?.row(0)).toEqual(['a', 'b;1', 'dice "hola"'])
    expect((await readSheets({ path: file })).sheets[0]?.row(1)).toEqual(['dos\nlíneas', null, '3'])
  })
})

describe('encodings and separators', () => {
  it.each([
    // «MODIFICACIÓN Nº» in each encoding.
    ['windows-1252', [0x4d, 0x4f, 0x44, 0x49, 0x46, 0x49, 0x43, 0x41, 0x43, 0x49, 0xd3, 0x4e, 0x20, 0x4e, 0xba]],
    ['macintosh', [0x4d, 0x4f, 0x44, 0x49, 0x46, 0x49, 0x43, 0x41, 0x43, 0x49, 0xee, 0x4e, 0x20, 0x4e, 0xbc]],
    ['cp850', [0x4d, 0x4f, 0x44, 0x49, 0x46, 0x49, 0x43, 0x41, 0x43, 0x49, 0xe0, 0x4e, 0x20, 0x4e, 0xa7]],
  ])('%s', (encoding, bytes) => expect(decodeText(Uint8Array.from(bytes))).toEqual({ encoding, text: 'MODIFICACIÓN Nº' }))

  it('UTF-16 without a mark, and UTF-8 cut in the last character', () => {
    expect(decodeText(new Uint8Array(Buffer.from('Cuenta;Año', 'utf16le')))).toEqual({ encoding: 'utf-16le', text: 'Cuenta;Año' })
    expect(decodeText(Uint8Array.from([...Buffer.from('Añ', 'utf8').subarray(0, 2)])).encoding).toBe('utf-8')
  })

  it('prefers the separator that cuts every line alike', () => {
    expect(detectSeparator('Cuenta;Monto\n21;1,5\n22;2,5\n')).toBe(';')
    expect(detectSeparator('a\tb, c\td\n1\t2\t3\n')).toBe('\t')
    expect(detectSeparator('sin nada\n')).toBeUndefined()
  })

  it('knows which number formats change the meaning', () => {
    expect([shownAs('#,##0'), shownAs('dd/mm/yyyy'), shownAs('0.0%'), shownAs('General'), shownAs('[Red]0')].map(({ kind }) => kind)).toEqual(['plain', 'date', 'percent', 'plain', 'plain'])
    expect(padOver(21_01_001, '00-00-000')).toBe('21-01-001')
  })
})

describe('damaged or hostile files have a name and a remedy', () => {
  it.each([
    ['cortado.xlsx', 'damaged'], ['parte-corrupta.xlsx', 'damaged'], ['con-clave.xlsx', 'protected'], ['con-clave.xls', 'protected'], ['bomba.xlsx', 'zip-bomb'],
    ['informe.xls', 'not-a-spreadsheet'], ['carta.csv', 'not-a-spreadsheet'], ['vacio.xlsx', 'empty'], ['no-existe.xlsx', 'missing'],
  ])('%s → %s', async (name, id) => {
    await expect(readSheets({ path: path(name) })).rejects.toMatchObject({ name: 'Problem', id: `spreadsheets/${id}`, remedy: expect.stringMatching(/\w{3}/) as string })
  })

  it('stops on size, rows and time, and the next file is read all the same', async () => {
    const file = path('encabezado-fusionado-ms.xlsx')
    await expect(readSheets({ path: file }, { bytes: 100 })).rejects.toMatchObject({ id: 'spreadsheets/too-large' })
    await expect(readSheets({ path: file }, { rows: 10 })).rejects.toMatchObject({ id: 'spreadsheets/too-large' })
    await expect(readSheets({ path: file }, { cells: 20 })).rejects.toMatchObject({ id: 'spreadsheets/too-large' })
    await expect(readSheets({ path: file }, { seconds: 0.0001, memoryMegabytes: 200 })).rejects.toMatchObject({ id: 'spreadsheets/timeout' })
    await expect(readSheets({ path: file })).resolves.toMatchObject({ format: 'xlsx' })
  })

  it('a zip that lies about its sizes cannot grow past them', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(2_000_000) }, { level: 9 })
    const end = bytes.length - 22
    const central = new DataView(bytes.buffer).getUint32(end + 16, true)
    new DataView(bytes.buffer).setUint32(central + 24, 1000, true)
    await expect(readSheets({ path: write('mentira.xlsx', bytes) })).rejects.toMatchObject({ id: 'spreadsheets/zip-bomb' })
  })
})

it('reads 300,000 rows within its memory', async () => {
  const file = write('grande.xlsx', bigBalance(300_000))
  const sheet = (await readSheets({ path: file })).sheets[0]
  expect([sheet?.rowCount, sheet?.columnCount]).toEqual([300_001, 9])
  expect(sheet?.row(300_000)).toEqual([174_999, '215-24-01-004-000-000', 'LÍNEA', 1_299_999, 1000, 1_300_999, 799_999, 699_999, 599_999])
})

it('names cells as people do', () => {
  expect([cellName(38, 7), cellName(0, 0), cellName(0, 25), cellName(0, 26), cellName(9, 701), cellName(9, 702)]).toEqual(['H39', 'A1', 'Z1', 'AA1', 'ZZ10', 'AAA10'])
  const sheet = sheetFrom('x', [['a', null, 3], [], [{ date: '2026-06-30' }, { error: '#N/A' }]])
  expect([sheet.cell(0, 0), sheet.cell(0, 1), sheet.cell(0, 2), sheet.cell(1, 0), sheet.cell(2, 0), sheet.cell(2, 1), sheet.cell(9, 9)]).toEqual(['a', null, 3, null, { date: '2026-06-30' }, { error: '#N/A' }, null])
})
