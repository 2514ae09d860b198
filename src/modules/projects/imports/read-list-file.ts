import { open, readFile, stat } from 'node:fs/promises'
import { readSheets, type Sheet, type Cell } from '#platform/spreadsheets'
import { listTooLong } from './import-problems.ts'
import { geoJsonSheet } from './geojson.ts'
import type { RawCell, ReadSheet } from './import-contract.ts'

/** Lists of projects are of hundreds of rows; beyond this they are cut into several files. */
export const MOST_ROWS = 6000
const MOST_COLUMNS = 80
const MOST_SHEETS = 12
const MOST_JSON = 20_000_000

const raw = (cell: Cell): RawCell => (cell === null || typeof cell === 'number' ? cell : typeof cell === 'string' ? cell.slice(0, 2000) : typeof cell === 'boolean' ? (cell ? 'sí' : 'no') : 'date' in cell ? cell.date : 'percent' in cell ? cell.percent : cell.error)
const matrix = (sheet: Sheet): ReadSheet => ({ name: sheet.name, rows: Array.from({ length: sheet.rowCount }, (_, row) => Array.from({ length: Math.min(sheet.columnCount, MOST_COLUMNS) }, (_unused, column) => raw(sheet.cell(row, column)))) })
const opensAsJson = async (path: string): Promise<boolean> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '').trimStart().startsWith('{')
  } finally { await file.close() }
}

/**
 * A list of projects as its cells: any spreadsheet, read in the reading process, or a GeoJSON layer of points.
 * @throws the problems of `readSheets`, and `projects/lista-demasiado-larga`.
 */
export const readListFile = async (path: string, name: string): Promise<readonly ReadSheet[]> => {
  const layer = (await opensAsJson(path)) && (await stat(path)).size <= MOST_JSON ? geoJsonSheet(await readFile(path, 'utf8')) : undefined
  const sheets = layer ? [layer] : (await readSheets({ path })).sheets.filter(({ rowCount }) => rowCount > 0).slice(0, MOST_SHEETS).map(matrix)
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  if (rows > MOST_ROWS) throw listTooLong({ file: name, rows, most: MOST_ROWS })
  return sheets
}
