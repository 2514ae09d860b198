import type ExcelJs from 'exceljs'
import { formatDay } from '#kernel'
import type { SheetColumn, SheetRow, SheetValue } from '#platform/actions'
import { columnName } from '#platform/spreadsheets'
import { KEY_TITLE } from '../contract.ts'
import { decimalsOf, valueText } from './cell-text.ts'
import { rowMark, type SheetMark, sheetMark } from './row-key.ts'

export const REASON_TITLE = 'Motivo'
const CHOICES_SHEET = 'Opciones'
const [FIELD, HEADER, OPEN_HEADER] = ['FFFFF8E1', 'FFEDEFEA', 'FFF6E3A8']
const WIDTH: Readonly<Record<SheetColumn['kind'], number>> = { text: 24, 'long-text': 44, number: 13, money: 17, percent: 12, day: 13, choice: 26, 'yes-no': 10 }

/** A row as it is written; `was` is what the open cells said when the file first went down, `typed` what somebody wrote that is not admitted. */
export type WrittenRow = Pick<SheetRow, 'id' | 'values' | 'closed'> & { readonly label?: string; readonly was?: Readonly<Record<string, SheetValue>>; readonly typed?: Readonly<Record<string, string>>; readonly reason?: string }
export type WrittenSheet = { readonly secret: Uint8Array; readonly mark: SheetMark; readonly title: string; readonly municipality: string; readonly columns: readonly SheetColumn[]; readonly rows: readonly WrittenRow[]; /** A last column with why each row was not admitted. */ readonly reasons?: boolean }

/** A text that a spreadsheet would take for a formula gets an apostrophe in front; reading takes one away. */
const plain = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const numberFormat = (column: SheetColumn, value: SheetValue): string => {
  const tail = (decimals: number) => (decimals ? `.${'0'.repeat(decimals)}` : '')
  if (column.kind === 'money') return '#,##0'
  if (column.kind === 'day') return 'dd-mm-yyyy'
  if (column.kind === 'percent') return `0${tail(typeof value === 'number' ? Math.max(1, decimalsOf(value * 100)) : 1)}%`
  return column.kind === 'number' ? `#,##0${tail(typeof value === 'number' ? decimalsOf(value) : 0)}` : '@'
}
const cellValue = (column: SheetColumn, value: SheetValue | undefined): string | number | Date | null => {
  if (value === null || value === undefined || value === '') return null
  if (column.kind === 'day' && typeof value === 'string') return new Date(`${value}T00:00:00Z`)
  return typeof value === 'number' && column.kind !== 'text' ? value : plain(valueText(column, value))
}
const validation = (column: SheetColumn, choices: string | undefined): ExcelJs.DataValidation | undefined => {
  const told = { allowBlank: true, showErrorMessage: true, errorTitle: column.title.slice(0, 30), ...(column.help ? { showInputMessage: true, promptTitle: column.title.slice(0, 30), prompt: column.help.slice(0, 250) } : {}) }
  if (choices) return { ...told, type: 'list', formulae: [choices], error: 'Elija una opción de la lista.' }
  if (column.kind === 'yes-no') return { ...told, type: 'list', formulae: ['"sí,no"'], error: 'Elija sí o no.' }
  if (column.kind === 'money') return { ...told, type: 'whole', operator: 'greaterThanOrEqual', formulae: [-1e15], error: 'Escriba pesos enteros, sin puntos ni signo.' }
  if (column.kind === 'number') return { ...told, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [-1e15], error: 'Escriba un número.' }
  if (column.kind === 'percent') return { ...told, type: 'decimal', operator: 'between', formulae: [-10, 10], error: 'Escriba un porcentaje, como 57,4 %.' }
  if (column.kind === 'day') return { ...told, type: 'date', operator: 'greaterThan', formulae: [new Date('1900-01-01T00:00:00Z')], error: 'Escriba una fecha con el año de cuatro cifras.' }
  return undefined
}
/** The options of each choice on a hidden sheet: lists in the cell itself are cut at 255 letters. */
const writeChoices = (book: ExcelJs.Workbook, columns: readonly SheetColumn[]): ReadonlyMap<string, string> => {
  const open = columns.filter(({ open: edits, kind, choices }) => edits && kind === 'choice' && choices?.length)
  if (open.length === 0) return new Map()
  const sheet = book.addWorksheet(CHOICES_SHEET, { state: 'veryHidden' })
  return new Map(open.map(({ key, choices = [] }, index) => {
    choices.forEach(({ title }, row) => { sheet.getCell(row + 1, index + 1).value = plain(title) })
    const letter = columnName(index)
    return [key, `${CHOICES_SHEET}!$${letter}$1:$${letter}$${choices.length}`]
  }))
}
const paint = (cell: ExcelJs.Cell, argb: string): void => { cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } } }

/** The list as a file to edit: open columns in yellow with their options, a hidden signed key in each row that says what it said. */
export const writeWorksheet = async (given: WrittenSheet): Promise<Buffer> => {
  const { default: exceljs } = await import('exceljs')
  const { columns, mark, secret } = given
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('Planilla', { pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } })
  const lists = writeChoices(book, columns)
  const last = columns.length + (given.reasons ? 1 : 0)
  sheet.addRow([plain(given.title)]).font = { bold: true, size: 14 }
  sheet.getCell(1, last + 1).value = sheetMark(secret, mark)
  sheet.addRow([plain([given.municipality, mark.words.join(' · ') || 'toda la lista', `hechos al ${formatDay(mark.effectiveOn)}`, `conocido al ${formatDay(mark.knownOn)}`].join(' · '))])
  sheet.addRow(['Escriba sólo en las columnas amarillas; una celda vacía es un dato que se borra. No agregue ni quite columnas. Guarde el archivo y súbalo con «Subir planilla editada»: antes de aplicar nada verá qué cambia.']).font = { italic: true }
  sheet.addRow([])
  const header = sheet.addRow([...columns.map(({ title }) => plain(title)), ...(given.reasons ? [REASON_TITLE] : []), KEY_TITLE])
  header.eachCell((cell, at) => {
    cell.font = { bold: true }
    cell.border = { bottom: { style: 'thin' } }
    cell.alignment = { wrapText: true, vertical: 'bottom' }
    paint(cell, columns[at - 1]?.open ? OPEN_HEADER : HEADER)
  })
  for (const one of given.rows) {
    const open = columns.filter((column) => column.open)
    const was = one.was ?? Object.fromEntries(open.map(({ key }) => [key, one.values[key] ?? null]))
    const row = sheet.addRow([...columns.map((column) => (one.typed?.[column.key] === undefined ? cellValue(column, one.values[column.key]) : plain(one.typed[column.key] ?? ''))), ...(given.reasons ? [plain(one.reason ?? '')] : []), one.id ? rowMark(secret, mark.name, { id: one.id, was }) : null])
    row.alignment = { wrapText: true, vertical: 'top' }
    columns.forEach((column, at) => {
      const cell = row.getCell(at + 1)
      cell.numFmt = numberFormat(column, one.values[column.key] ?? null)
      const closed = typeof one.closed === 'string' ? one.closed : one.closed?.[column.key]
      if (!column.open || closed) return
      cell.protection = { locked: false }
      paint(cell, FIELD)
      const rule = validation(column, lists.get(column.key))
      if (rule) cell.dataValidation = rule
    })
  }
  columns.forEach((column, at) => { sheet.getColumn(at + 1).width = column.width ?? Math.max(WIDTH[column.kind], Math.min(30, column.title.length * 0.9)) })
  if (given.reasons) sheet.getColumn(last).width = 60
  Object.assign(sheet.getColumn(last + 1), { width: 12, hidden: true })
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: header.number }]
  sheet.autoFilter = { from: { row: header.number, column: 1 }, to: { row: header.number, column: last } }
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true, autoFilter: true, sort: true })
  return Buffer.from(await book.xlsx.writeBuffer())
}
