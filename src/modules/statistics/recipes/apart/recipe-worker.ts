/** Runs in the reading process (see `workOnSheets`): looks at a file, or turns it into observations, so that its cells never cross to the server. */
import type { Sheet, Workbook } from '#platform/spreadsheets'
import { explainDrift } from '../drift/explain-drift.ts'
import { sheetView } from '../picture/sheet-view.ts'
import { runRecipe } from '../run/run-recipe.ts'
import { suggestRecipe } from '../suggest/suggest-recipe.ts'
import type { RecipeTask, RecipeTold, SheetName } from './recipe-task.ts'

const namesOf = ({ sheets }: Workbook): SheetName[] => sheets.map(({ name, rowCount, columnCount, hidden }) => ({ name, rows: rowCount, columns: columnCount, hidden }))
/** The sheet asked for, or the visible one with most cells. */
const chosen = ({ sheets }: Workbook, name: string | undefined): Sheet | undefined =>
  sheets.find((sheet) => sheet.name === name) ?? [...sheets].filter(({ hidden }) => !hidden).sort((a, b) => b.rowCount * b.columnCount - a.rowCount * a.columnCount)[0] ?? sheets[0]

/** The work itself. Pure; throws nothing that a person caused. */
export const run = (workbook: Workbook, task: RecipeTask): RecipeTold | undefined => {
  if (task.answer === 'look') {
    const sheet = chosen(workbook, task.sheet)
    if (!sheet) return undefined
    const suggestion = suggestRecipe(sheet, task.origin, task.lists, task.pointed)
    const { from, to } = suggestion.header
    return { is: 'look', format: workbook.format, ...(workbook.encoding ? { encoding: workbook.encoding } : {}), sheets: namesOf(workbook), sheet: sheet.name, suggestion, view: sheetView(sheet, { sheet: sheet.name, header: { from, to }, first: to + 1, to: sheet.rowCount }) }
  }
  const made = runRecipe(workbook, task.recipe, task.lists)
  const sheet = workbook.sheets.find(({ name }) => name === made.region?.sheet)
  const shown = !task.brief && sheet ? { view: sheetView(sheet, made.region, made.findings) } : {}
  return { is: 'run', sheets: namesOf(workbook), findings: made.findings, rowsRead: made.rowsRead, ...(made.region ? { region: made.region } : {}), ...shown, ...(!task.brief && made.observations ? { observations: made.observations } : {}), drift: explainDrift(task.before, made) }
}
