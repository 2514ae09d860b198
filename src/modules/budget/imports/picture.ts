import { formatNumber } from '#kernel'
import type { Cell, Sheet } from '#platform/spreadsheets'
import type { RowClass } from '../balance-import/index.ts'

/** A piece of a sheet as it came, for people to look at: rows from 1, cells as text. */
export type PictureRow = { readonly number: number; readonly role: RowClass; readonly cells: readonly { readonly text: string; readonly numeric?: boolean; readonly span?: number }[] }
export type Picture = { readonly name: string; readonly rowCount: number; readonly columnCount: number; readonly rows: readonly PictureRow[] }

export const PICTURE_ROWS = 80
const PICTURE_COLUMNS = 40
const LONGEST_TEXT = 80

const textOf = (cell: Cell): { text: string; numeric?: boolean } => {
  if (cell === null) return { text: '' }
  if (typeof cell === 'number') return { text: formatNumber(cell, Number.isInteger(cell) ? 0 : 3), numeric: true }
  if (typeof cell === 'boolean') return { text: cell ? 'VERDADERO' : 'FALSO' }
  if (typeof cell === 'string') return { text: cell.length > LONGEST_TEXT ? `${cell.slice(0, LONGEST_TEXT)}…` : cell }
  if ('error' in cell) return { text: cell.error }
  return 'date' in cell ? { text: cell.date } : { text: `${formatNumber(cell.percent * 100, 1)} %`, numeric: true }
}

/** The first rows of a sheet with what each is taken for. */
export const pictureOf = (sheet: Sheet, roles: readonly RowClass[] = []): Picture => {
  const columnCount = Math.min(sheet.columnCount, PICTURE_COLUMNS)
  const rows = Array.from({ length: Math.min(sheet.rowCount, PICTURE_ROWS) }, (_, row): PictureRow => {
    const merges = sheet.merges.filter(({ top, right, left }) => top === row && right > left)
    const cells: PictureRow['cells'][number][] = []
    for (let column = 0; column < columnCount; column++) {
      const merge = merges.find(({ left }) => left === column)
      const span = merge ? Math.min(merge.right, columnCount - 1) - merge.left + 1 : undefined
      cells.push({ ...textOf(sheet.cell(row, column)), ...(span && span > 1 ? { span } : {}) })
      if (span) column += span - 1
    }
    return { number: row + 1, role: roles[row] ?? 'title', cells }
  })
  return { name: sheet.name, rowCount: sheet.rowCount, columnCount, rows }
}
