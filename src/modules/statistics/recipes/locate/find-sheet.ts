import type { Sheet, Workbook } from '#platform/spreadsheets'
import type { SheetRule } from '../model/table-rule.ts'
import { fold } from '../text/plain-text.ts'

/** The sheet a recipe asks for. `only` is the only one that is visible and has something. Undefined when there is none, or several. */
export const findSheet = ({ sheets }: Workbook, rule: SheetRule): Sheet | undefined => {
  switch (rule.by) {
    case 'index': return sheets[rule.index - 1]
    case 'name': return sheets.find(({ name }) => fold(name) === fold(rule.name))
    case 'pattern': return sheets.find(({ name }) => new RegExp(rule.pattern, 'iu').test(name))
    default: {
      const shown = sheets.filter(({ hidden, rowCount }) => !hidden && rowCount > 0)
      return shown.length === 1 ? shown[0] : undefined
    }
  }
}
