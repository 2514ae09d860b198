import type { Sheet } from '#platform/spreadsheets'
import type { EndRule } from '../model/table-rule.ts'
import { textOf } from '../text/plain-text.ts'

const isBlank = (sheet: Sheet, row: number): boolean => sheet.row(row).every((cell) => textOf(cell) === '')

/** Row after the last one of the data, by the rule of the recipe. */
export const lastRow = (sheet: Sheet, first: number, rule: EndRule): number => {
  if (rule.kind === 'count') return Math.min(sheet.rowCount, first + rule.count)
  if (rule.kind === 'sheet') return sheet.rowCount
  const pattern = rule.kind === 'text' ? new RegExp(rule.pattern, 'iu') : undefined
  for (let row = first; row < sheet.rowCount; row++) {
    if (pattern ? sheet.row(row).slice(0, 6).some((cell) => pattern.test(textOf(cell))) : isBlank(sheet, row)) return row
  }
  return sheet.rowCount
}
