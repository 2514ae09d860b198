import type { Sheet } from '#platform/spreadsheets'
import { textOf } from '../text/plain-text.ts'

/** Texts of the header, level by level (the first is the upper one), one for each column; merged cells give their text to all they cover. */
export const headerTexts = (sheet: Sheet, from: number, rows: number, fill: 'merges' | 'right'): string[][] => {
  const levels = Array.from({ length: rows }, (_, level) => Array.from({ length: sheet.columnCount }, (_unused, column) => textOf(sheet.cell(from + level, column))))
  for (const { top, left, bottom, right } of sheet.merges) {
    if (bottom < from || top >= from + rows) continue
    const text = textOf(sheet.cell(top, left))
    for (let row = Math.max(top, from); row <= Math.min(bottom, from + rows - 1); row++) for (let column = left; column <= Math.min(right, sheet.columnCount - 1); column++) { const level = levels[row - from]; if (level) level[column] = text }
  }
  if (fill === 'right') {
    for (const level of levels.slice(0, -1)) {
      let last = ''
      level.forEach((text, column) => { if (text !== '') last = text; else if (levels.at(-1)?.[column]) level[column] = last })
    }
  }
  return levels
}
/** The whole header of a column in one text, each level once: «Cereales | Superficie (ha)». */
export const joinedHeader = (levels: readonly (readonly string[])[], column: number): string =>
  levels.map((level) => level[column] ?? '').filter((text, index, all) => text !== '' && text !== all[index - 1]).join(' | ')
