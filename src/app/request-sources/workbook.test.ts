import { randomUUID } from 'node:crypto'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newToken, tokenHash } from '#platform/identity'
import { COMMUNE, rosa, visita } from '../../../tests/cast.ts'
import { requestById } from '../../modules/requests/answers/access.ts'
import { uploadStore } from '../../modules/requests/answers/upload.store.ts'
import type { WorkbookAnswer } from '../../modules/requests/contract.ts'
import { numberFromText, readAnswerCell, readYes } from '../../modules/requests/workbook/read-answer-cell.ts'
import { workbookFacts } from '../../modules/requests/workbook/workbook-of.ts'
import { requestWorkbook } from '../../modules/requests/workbook/write-workbook.ts'
import { openAskedTown, openCampaignIn, requestActions as actions, shown, sofia } from './testing/asked-town.ts'

let town: Awaited<ReturnType<typeof openAskedTown>>
let dideco = ''
let dom = ''
beforeAll(async () => {
  town = await openAskedTown()
  ;({ dideco, dom } = await openCampaignIn(town))
})
afterAll(() => town.close())

const [LABEL, ANSWER, NO_NEWS, COMMENT, KEY] = [2, 6, 7, 8, 9]
const FIRST = 8
const bytesOf = (request: string): Promise<Buffer> => town.as(rosa).reads(async (context) => requestWorkbook(await workbookFacts(context, await requestById(context, request))))
/** The workbook as it left, edited by hand and saved again. */
const edited = async (request: string, edit: (sheet: exceljs.Worksheet) => void): Promise<Buffer> => {
  const book = new exceljs.Workbook()
  await book.xlsx.load((await bytesOf(request)) as unknown as ArrayBuffer)
  const sheet = book.getWorksheet('Respuestas')
  if (!sheet) throw new Error('falta la hoja')
  edit(sheet)
  return Buffer.from(await book.xlsx.writeBuffer())
}
const store = async (request: string, bytes: Buffer, name = 'respuestas.xlsx'): Promise<string> => {
  const { hash } = await town.system.services.files.put(bytes)
  await town.system.database.write({ commune: COMMUNE, accountId: rosa.accountId, clearances: ['public'] }, (tx) => uploadStore(tx).add({ requestId: request, hash, name, at: '2026-07-22T13:40:00Z' }))
  return hash
}
const take = async (request: string, bytes: Buffer, accept: readonly { itemId: string | null; base: string | null }[] | null = null) => (await town.as(sofia).does<WorkbookAnswer>(actions.takeWorkbook, { requestId: request, fileHash: await store(request, bytes), accept })).result
const rowOf = (sheet: exceljs.Worksheet, label: string): exceljs.Row => {
  for (let row = FIRST; row <= sheet.rowCount; row++) if (String(sheet.getRow(row).getCell(LABEL).value).includes(label)) return sheet.getRow(row)
  throw new Error(`no está la fila ${label}`)
}

test('sale protegida: sólo se escribe en tres columnas, con validaciones, instrucciones y claves ocultas', async () => {
  const book = new exceljs.Workbook()
  await book.xlsx.load((await bytesOf(dideco)) as unknown as ArrayBuffer)
  const sheet = book.getWorksheet('Respuestas')
  const row = sheet?.getRow(FIRST)
  expect((sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true)
  expect([LABEL, ANSWER, NO_NEWS, COMMENT, KEY].map((column) => row?.getCell(column).protection?.locked === false)).toEqual([false, true, true, true, false])
  expect(sheet?.getColumn(KEY).hidden).toBe(true)
  expect(row?.getCell(NO_NEWS).dataValidation.formulae).toEqual(['"sí"'])
  expect(sheet?.getCell('A4').value).toContain('Sin novedad')
  expect(sheet?.getCell('A3').value).toBe('Responde: Directora de Desarrollo Comunitario · Vence el 03-08-2026')
})
describe('vuelve editada a mano', () => {
  test('cada fila se compara: nueva, en blanco; se toma sólo lo elegido y una segunda lectura dice igual', async () => {
    const bytes = await edited(dideco, (sheet) => {
      rowOf(sheet, 'I01').getCell(ANSWER).value = '1.212'
      rowOf(sheet, 'I01').getCell(COMMENT).value = 'Acta 14'
      rowOf(sheet, 'I02').getCell(NO_NEWS).value = 'sí'
    })
    const seen = await take(dideco, bytes)
    expect(seen.rows.map(({ label, verdict, after }) => [label, verdict, after])).toEqual([['I01 Familias conectadas', 'new', '1.212 familias · Acta 14'], ['I02 Mujeres en la dotación', 'new', 'sin novedad'], ['¿Qué dificultad tuvo en el semestre?', 'empty', '']])
    expect((await shown(town, sofia, dideco)).items.every(({ draft }) => draft === null)).toBe(true)
    expect((await take(dideco, bytes, [{ itemId: seen.rows[0]?.itemId ?? '', base: seen.rows[0]?.base ?? null }])).taken).toBe(1)
    const items = (await shown(town, sofia, dideco)).items
    expect(items.map(({ draft }) => draft?.value ?? null)).toEqual([1212, null, null])
    expect((await take(dideco, bytes)).rows.map(({ verdict }) => verdict)).toEqual(['equal', 'new', 'empty'])
  })
  test('lo cambiado muestra antes y después; lo que no se entiende se rechaza en su celda', async () => {
    const { rows } = await take(dideco, await edited(dideco, (sheet) => {
      rowOf(sheet, 'I01').getCell(ANSWER).value = 1300
      rowOf(sheet, 'I02').getCell(ANSWER).value = 140
    }))
    expect(rows[0]).toMatchObject({ verdict: 'changed', before: '1.212 familias · Acta 14', after: '1.300 familias · Acta 14' })
    expect(rows[1]).toMatchObject({ verdict: 'rejected', cell: 'F9', reason: 'el porcentaje va de 0 a 100' })
    const other = await take(dideco, await edited(dideco, (sheet) => { rowOf(sheet, 'I01').getCell(ANSWER).value = 'unas mil'; rowOf(sheet, 'I02').getCell(NO_NEWS).value = 'quizás' }))
    expect(other.rows.slice(0, 2).map(({ cell, reason }) => [cell, reason])).toEqual([['F8', '«unas mil» no es un número'], ['G9', 'en «Sin novedad» sólo va «sí» o nada']])
  })
  test('una fila borrada no borra nada; una agregada o repetida se rechaza', async () => {
    const { rows, missing } = await take(dideco, await edited(dideco, (sheet) => {
      const first = rowOf(sheet, 'I01')
      sheet.addRow(['', 'Otra cosa', '', '', '', 45])
      sheet.addRow(['', 'I01 otra vez', '', '', '', 9, null, null, first.getCell(KEY).value])
      sheet.spliceRows(rowOf(sheet, 'I02').number, 1)
    }))
    expect(missing).toEqual(['I02 Mujeres en la dotación'])
    expect(rows.filter(({ verdict }) => verdict === 'rejected').map(({ reason }) => reason)).toEqual(['la fila no es de la planilla: se agregó después', 'repite la fila 8'])
    expect((await shown(town, sofia, dideco)).items[0]?.draft?.value).toBe(1212)
  })
  test('una clave tocada y una fila de otra unidad se rechazan, cada una con su razón', async () => {
    const foreign = new exceljs.Workbook()
    await foreign.xlsx.load((await bytesOf(dom)) as unknown as ArrayBuffer)
    const key = String(foreign.getWorksheet('Respuestas')?.getRow(FIRST).getCell(KEY).value)
    const { rows } = await take(dideco, await edited(dideco, (sheet) => {
      const row = rowOf(sheet, 'I01')
      row.getCell(KEY).value = `${String(row.getCell(KEY).value).slice(0, -4)}0000`
      rowOf(sheet, 'I02').getCell(KEY).value = key
    }))
    expect(rows.slice(0, 2).map(({ reason }) => reason)).toEqual(['la clave oculta de la fila fue cambiada', 'la fila es de otra unidad o de otra solicitud'])
    const whole = await take(dideco, await edited(dom, () => undefined))
    expect(whole.rows.every(({ verdict, reason }) => verdict === 'rejected' && reason.includes('otra unidad'))).toBe(true)
  })
  test('otra planilla, un archivo con falsa extensión y uno que no se subió aquí se rechazan enteros', async () => {
    const other = new exceljs.Workbook()
    other.addWorksheet('Gastos').addRow(['Cuenta', 'Monto'])
    const refused = async (fileHash: string) => (await town.as(sofia).refused(actions.takeWorkbook, { requestId: dideco, fileHash })).id
    expect(await refused(await store(dideco, Buffer.from(await other.xlsx.writeBuffer())))).toBe('solicitudes/planilla-ajena')
    expect(await refused(await store(dideco, Buffer.from('%PDF-1.7 esto no es una planilla'), 'respuestas.xlsx'))).toBe('spreadsheets/not-a-spreadsheet')
    const { hash } = await town.system.services.files.put(Buffer.from('suelto'))
    expect(await refused(hash)).toBe('solicitudes/archivo-ajeno')
  })
  test('por enlace, lo mismo; y lo enviado ya no admite cambios desde una planilla vieja', async () => {
    const token = `${COMMUNE}.${newToken()}`
    await town.as(rosa).does(actions.issueLink, { id: randomUUID(), requestId: dideco, tokenHash: tokenHash(token) })
    const bytes = await edited(dideco, (sheet) => { rowOf(sheet, 'I02').getCell(ANSWER).value = 38.4; rowOf(sheet, 'dificultad').getCell(NO_NEWS).value = 'x' })
    const given = { commune: COMMUNE, token, fileHash: await store(dideco, bytes) }
    const { result } = await town.as(visita).does<WorkbookAnswer>(actions.takeWorkbookByLink, given)
    const accept = result.rows.filter(({ verdict }) => verdict === 'new').map(({ itemId, base }) => ({ itemId, base }))
    expect((await town.as(visita).does<WorkbookAnswer>(actions.takeWorkbookByLink, { ...given, accept })).result.taken).toBe(2)
    await town.as(visita).does(actions.submitByLink, { commune: COMMUNE, token, answerer: { name: 'Elsa Mora', post: 'Encargada' } })
    expect((await shown(town, rosa, dideco)).items.map(({ answer }) => answer?.via)).toEqual(['workbook', 'workbook', 'workbook'])
    expect((await town.as(visita).refused(actions.takeWorkbookByLink, given)).id).toBe('solicitudes/enlace-no-sirve')
    expect((await take(dideco, bytes)).rows.map(({ reason }) => reason)).toEqual(Array(3).fill('ya fue enviada y espera revisión, o fue aceptada'))
  })
})

describe('una celda escrita por una persona', () => {
  test('los números chilenos se entienden y los dudosos no', () => {
    expect(['1.234,5', '57,4 %', '$ 1.200.000', '57.4', '-3', '1.234'].map(numberFromText)).toEqual([1234.5, 57.4, 1_200_000, 57.4, -3, 1234])
    expect(['1,234.5', 'doce', '12 aprox', '1.23.4'].map(numberFromText)).toEqual([undefined, undefined, undefined, undefined])
  })
  test('un porcentaje con formato o sin él es el mismo; una fecha o un error no es un número', () => {
    expect(readAnswerCell({ percent: 0.374 }, 'percent')).toEqual({ value: 37.4, text: '' })
    expect(readAnswerCell(37.4, 'percent')).toEqual({ value: 37.4, text: '' })
    expect(readAnswerCell({ date: '2026-07-22' }, 'number')).toHaveProperty('refused')
    expect(readAnswerCell({ error: '#REF!' }, 'text')).toEqual({ refused: 'la celda tiene el error #REF!' })
    expect(readAnswerCell("'=1+1", 'text')).toEqual({ value: null, text: '=1+1' })
    expect([readYes('SÍ'), readYes(true), readYes(null), readYes('tal vez')]).toEqual([true, true, false, undefined])
  })
})
