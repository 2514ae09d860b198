import { formatNumber } from '#kernel'
import type { Cell, Sheet } from '#platform/spreadsheets'
import type { Finding } from '../../model/observations.ts'
import { cellAt } from '../run/findings.ts'
import type { TableRegion } from '../run/run-recipe.ts'
import { textOf } from '../text/plain-text.ts'

/** A piece of a sheet as it came, in the shape that the page draws (`SheetPicture` of the design): rows from 1, cells as text. */
export type ViewRole = 'title' | 'header' | 'header-above' | 'data' | 'skipped' | 'gap'
export type ViewCell = { readonly text: string; readonly numeric?: boolean; readonly span?: number; readonly problem?: string }
export type ViewRow = { readonly number: number; readonly role: ViewRole; readonly cells: readonly ViewCell[] }
export type SheetView = { readonly name: string; readonly rowCount: number; readonly columnCount: number; readonly rows: readonly ViewRow[] }

const [TOP_ROWS, AROUND, END_ROWS, MOST_COLUMNS, LONGEST] = [40, 2, 12, 60, 80]
const shown = (cell: Cell): ViewCell => {
  if (typeof cell === 'number') return { text: formatNumber(cell, Number.isInteger(cell) ? 0 : 3), numeric: true }
  if (typeof cell === 'object' && cell !== null && 'percent' in cell) return { text: `${formatNumber(cell.percent * 100, 1)} %`, numeric: true }
  const text = textOf(cell)
  return { text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text }
}
/** Rows worth drawing: the beginning, the end of the table with what comes after, and those with a problem. */
const wanted = (sheet: Sheet, region: TableRegion | undefined, problems: readonly number[]): number[] => {
  const near = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  const start = region ? region.header.from : 0
  const rows = [...near(Math.max(0, Math.min(start - 12, 0)), start + TOP_ROWS), ...(region ? near(region.to - 3, region.to + END_ROWS) : near(sheet.rowCount - 4, sheet.rowCount)), ...problems.slice(0, 100).flatMap((row) => near(row - AROUND, row + AROUND + 1))]
  return [...new Set(rows)].filter((row) => row >= 0 && row < sheet.rowCount).sort((a, b) => a - b)
}
const roleOf = (row: number, region: TableRegion | undefined): ViewRole =>
  !region ? 'data' : row < region.header.from ? 'title' : row < region.header.to ? 'header-above' : row === region.header.to ? 'header' : row < region.to ? 'data' : 'skipped'

/** The region of a sheet that a person looks at while making a recipe, with what each row is taken for and the problems on their cells. */
export const sheetView = (sheet: Sheet, region?: TableRegion, findings: readonly Finding[] = []): SheetView => {
  const problems = new Map(findings.filter((one) => one.sheet === sheet.name && one.cell !== '').map(({ cell, text }) => [cell, text]))
  const rowsOf = [...problems.keys()].flatMap((cell) => { const row = Number(/\d+$/.exec(cell)?.[0]); return row > 0 ? [row - 1] : [] })
  const columnCount = Math.min(sheet.columnCount, MOST_COLUMNS)
  const rows: ViewRow[] = []
  let before = -1
  for (const row of wanted(sheet, region, rowsOf)) {
    if (before !== -1 && row > before + 1) rows.push({ number: before + 2, role: 'gap', cells: [{ text: `${row - before - 1} filas que no se dibujan` }] })
    const merges = sheet.merges.filter(({ top, right, left }) => top === row && right > left)
    const cells: ViewCell[] = []
    for (let column = 0; column < columnCount; column++) {
      const merge = merges.find(({ left }) => left === column)
      const span = merge ? Math.min(merge.right, columnCount - 1) - merge.left + 1 : 1
      const problem = problems.get(cellAt({ row, column }))
      cells.push({ ...shown(sheet.cell(row, column)), ...(span > 1 ? { span } : {}), ...(problem ? { problem } : {}) })
      column += span - 1
    }
    rows.push({ number: row + 1, role: roleOf(row, region), cells })
    before = row
  }
  return { name: sheet.name, rowCount: sheet.rowCount, columnCount, rows }
}
