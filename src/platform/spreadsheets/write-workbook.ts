import type ExcelJs from 'exceljs'

/** How a column is written: whole pesos with thousand marks, pesos shown in thousands, ratio as percentage… Values stay exact. */
export type OutputFormat = 'text' | 'code' | 'pesos' | 'thousands' | 'percent' | 'integer' | 'number' | 'day'
export type OutputColumn = { readonly title: string; readonly format: OutputFormat; /** In characters. */ readonly width?: number; readonly group?: string }
/** A day is text YYYY-MM-DD in a column of format `day`. `{ value, format }` overrides the column; a number may say its decimals and the mark written after it, and stays a number. */
export type OutputCell = string | number | boolean | null | { readonly value: string | number; readonly format: OutputFormat; readonly decimals?: number; readonly mark?: string }
export type OutputRow = { readonly cells: readonly OutputCell[]; readonly strong?: boolean; readonly indent?: number }
export type OutputSheet = {
  readonly name: string
  readonly title?: string
  readonly subtitle?: string
  readonly columns: readonly OutputColumn[]
  readonly rows: readonly OutputRow[]
  /** Printed as visible rows under the table. */
  readonly notes?: readonly string[]
  readonly source?: string
}

const NUMBER_FORMAT: Partial<Record<OutputFormat, string>> = { pesos: '#,##0', thousands: '#,##0,', percent: '0.0%', integer: '#,##0', number: '#,##0.0', day: 'dd-mm-yyyy', code: '@', text: '@' }
const HEADER_FILL = 'FFEDEFEA'
const MOST_WIDTH = 60

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. A lone signed number is harmless and stays. */
export const neutralised = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-[\d.,]*$/.test(text) ? `'${text}` : text)

/** Excel allows 31 characters and none of []:*?/\ in the name of a sheet; names may not repeat. */
export const sheetNames = (names: readonly string[]): string[] => {
  const used = new Set<string>()
  return names.map((name) => {
    const clean = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'|'$/g, ' ').trim().slice(0, 31) || 'Hoja'
    let candidate = clean
    for (let count = 2; used.has(candidate.toLowerCase()); count++) candidate = `${clean.slice(0, 31 - String(count).length - 3)} (${count})`
    used.add(candidate.toLowerCase())
    return candidate
  })
}

/** «#,##0.00" p"» for two decimals and the mark of a provisional number. */
const customFormat = ({ decimals, mark }: { readonly decimals?: number; readonly mark?: string }): string | undefined =>
  decimals === undefined && mark === undefined ? undefined : `#,##0${decimals ? `.${'0'.repeat(decimals)}` : ''}${mark ? `" ${mark.replaceAll('"', '')}"` : ''}`

type Written = { readonly value: string | number | boolean | Date | null; readonly format: OutputFormat; readonly custom?: string }
const written = (cell: OutputCell, column: OutputFormat): Written => {
  if (cell !== null && typeof cell === 'object' && typeof cell.value === 'number') return { value: cell.value, format: cell.format, custom: customFormat(cell) }
  const { value, format } = cell !== null && typeof cell === 'object' ? cell : { value: cell, format: column }
  if (typeof value !== 'string') return { value, format }
  return format === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { value: new Date(`${value}T00:00:00Z`), format } : { value: neutralised(value), format: format === 'code' ? 'code' : 'text' }
}

const isNumeric = (format: OutputFormat): boolean => format !== 'text' && format !== 'code'

const writeHeader = (sheet: ExcelJs.Worksheet, columns: readonly OutputColumn[]): void => {
  const style = (row: ExcelJs.Row): void => row.eachCell({ includeEmpty: true }, (cell, column) => {
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } }
    cell.border = { bottom: { style: 'thin' } }
    cell.alignment = { wrapText: true, vertical: 'bottom', horizontal: isNumeric(columns[column - 1]?.format ?? 'text') ? 'right' : 'left' }
  })
  if (columns.some(({ group }) => group)) {
    const row = sheet.addRow(columns.map(({ group }) => neutralised(group ?? '')))
    style(row)
    columns.forEach(({ group }, index) => {
      const last = columns.findIndex((other, at) => at > index && other.group !== group)
      const end = last === -1 ? columns.length : last
      if (group && columns[index - 1]?.group !== group && end - index > 1) sheet.mergeCells(row.number, index + 1, row.number, end)
    })
  }
  style(sheet.addRow(columns.map(({ title }) => neutralised(title))))
}

const writeRow = (sheet: ExcelJs.Worksheet, columns: readonly OutputColumn[], { cells, strong, indent }: OutputRow): void => {
  const values = cells.map((cell, index) => written(cell, columns[index]?.format ?? 'text'))
  const row = sheet.addRow(values.map(({ value }) => value))
  values.forEach(({ value, format, custom }, index) => {
    const cell = row.getCell(index + 1)
    if (typeof value !== 'string') cell.numFmt = custom ?? NUMBER_FORMAT[format] ?? 'General'
    else if (format === 'code') cell.numFmt = '@'
    if (strong) cell.font = { bold: true }
    if (index === 0 && indent) cell.alignment = { indent }
  })
}

/** Characters a cell takes as written: the marks of thousands count, the hidden decimals do not; one too few and Excel shows «####». */
const charactersOf = (cell: OutputCell | undefined, column: OutputFormat): number => {
  const { value, format } = cell !== null && typeof cell === 'object' ? cell : { value: cell ?? '', format: column }
  if (typeof value !== 'number') return String(value).length
  return format === 'percent' ? 7 : String(Math.round(value)).length * 1.35 + (format === 'number' ? 2 : 0)
}

const widthOf = (column: OutputColumn, index: number, rows: readonly OutputRow[]): number => {
  const lengths = rows.slice(0, 500).map(({ cells }) => charactersOf(cells[index], column.format))
  return column.width ?? Math.min(MOST_WIDTH, Math.max(8, column.title.length * 0.8, ...lengths) + 2)
}

const writeSheet = (book: ExcelJs.Workbook, output: OutputSheet, name: string): void => {
  const sheet = book.addWorksheet(name)
  const before = [output.title, output.subtitle].filter((text) => text !== undefined)
  before.forEach((text, index) => { sheet.addRow([neutralised(text)]).font = { bold: index === 0, size: index === 0 ? 14 : 11 } })
  if (before.length > 0) sheet.addRow([])
  writeHeader(sheet, output.columns)
  sheet.views = [{ state: 'frozen', ySplit: sheet.rowCount }]
  output.columns.forEach((column, index) => { sheet.getColumn(index + 1).width = widthOf(column, index, output.rows) })
  for (const row of output.rows) writeRow(sheet, output.columns, row)
  const after = [...(output.notes ?? []), ...(output.source ? [`Fuente: ${output.source}`] : [])]
  if (after.length > 0) sheet.addRow([])
  for (const note of after) sheet.addRow([neutralised(note)]).font = { italic: true }
  sheet.pageSetup = { fitToPage: true, fitToWidth: 1, fitToHeight: 0, orientation: output.columns.length > 6 ? 'landscape' : 'portrait' }
}

/** Writes sheets as .xlsx: typed numbers, frozen header, widths, notes as visible rows, texts that look like formulas neutralised. */
export const writeWorkbook = async (sheets: readonly OutputSheet[]): Promise<Buffer> => {
  // Taken when a workbook is first written: it costs a tenth of a second that no start should wait for.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  const names = sheetNames(sheets.map(({ name }) => name))
  sheets.forEach((sheet, index) => writeSheet(book, sheet, names[index] ?? 'Hoja'))
  return Buffer.from(await book.xlsx.writeBuffer())
}
