import type { Cell, Sheet } from '#platform/spreadsheets'
import type { GridCell, GridTable } from '../plan-import-contract.ts'

const MOST_ROWS = 4000
const MOST_COLUMNS = 60
const says = (cell: Cell): string => (cell === null ? '' : typeof cell === 'object' ? ('date' in cell ? cell.date : 'percent' in cell ? `${Number((cell.percent * 100).toFixed(4))}%` : '') : typeof cell === 'boolean' ? (cell ? 'sí' : 'no') : String(cell))

/** A sheet as a table: merged cells repeat what they hold, lines of a cell are its paragraphs. */
export const sheetTable = (sheet: Sheet, number: number): GridTable => {
  const rows = Array.from({ length: Math.min(sheet.rowCount, MOST_ROWS) }, (_, row) => Array.from({ length: Math.min(sheet.columnCount, MOST_COLUMNS) }, (_unused, column): GridCell => ({ lines: says(sheet.cell(row, column)).split(/\r?\n/).map((line) => line.trim()).filter(Boolean), same: false, span: 1 })))
  for (const { top, left, bottom, right } of sheet.merges) {
    const first = rows[top]?.[left]
    if (!first) continue
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) for (let column = left; column <= Math.min(right, MOST_COLUMNS - 1); column++) {
      const cells = rows[row]
      if (cells && !(row === top && column === left)) cells[column] = { lines: column === left ? first.lines : [], same: row > top, span: 1 }
      else if (cells) cells[column] = { ...first, span: right - left + 1 }
    }
  }
  return { type: 'table', number, title: `Hoja «${sheet.name}»`, rows, faults: [] }
}
