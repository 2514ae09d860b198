import type { Cell, Sheet } from '#platform/spreadsheets'
import { textOf } from '../text/plain-text.ts'

const ROWS_SEEN = 60
const isText = (cell: Cell): boolean => typeof cell === 'string' && textOf(cell) !== '' && !/^[\d.,%\s-]+$/.test(cell)

/** The row (from 0) that looks most like a header: wide, of texts, with data under it. */
export const guessHeader = (sheet: Sheet): number => {
  let best = { row: 0, score: -1 }
  for (let row = 0; row < Math.min(ROWS_SEEN, sheet.rowCount); row++) {
    const cells = sheet.row(row)
    const [texts, full] = [cells.filter(isText).length, cells.filter((cell) => textOf(cell) !== '').length]
    if (full < 2 && sheet.columnCount > 1) continue
    const below = row + 1 < sheet.rowCount ? sheet.row(row + 1).filter((cell) => textOf(cell) !== '').length : 0
    const score = texts + Math.min(below, full) - (full - texts) * 0.5 - row * 0.05
    if (score > best.score) best = { row, score }
  }
  return best.row
}
