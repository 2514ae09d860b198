import { loadClassifier } from '#platform/law'
import type { Sheet, Workbook } from '#platform/spreadsheets'
import { type AccountBook, accountBook, type Choices, type Preview, readBalance, type Recipe } from '../balance-import/index.ts'
import type { Cube } from '../execution/cube.ts'
import type { ImportChoices } from './import-contract.ts'
import { previousOf } from './ledger-amounts.ts'

/** What the commune knows when a sheet is compared: its ledger at the end of the month and of the month before, accounts and recipes. */
export type Compared = { readonly load: { readonly year: number; readonly month: number }; readonly cube: Cube; readonly before: Cube | undefined; readonly local: readonly { longCode: string; name: string }[]; readonly recipes: readonly Recipe[] }

export const bookOf = ({ local }: Pick<Compared, 'local'>): AccountBook => accountBook(loadClassifier(), local)
export const periodOf = ({ year, month }: { year: number; month: number }): string => `${year}-${String(month).padStart(2, '0')}`

/** The preview of a sheet under the person's choices, against what the ledger holds; undefined when there is no such sheet. Pure. */
export const previewOf = (workbook: Workbook, facts: Compared, choices: ImportChoices): { sheet: Sheet; preview: Preview; read: Choices } | undefined => {
  const sheet = workbook.sheets[choices.sheet]
  if (!sheet) return undefined
  const recipe = facts.recipes.find(({ name }) => name === choices.recipe)
  const read: Choices = { header: { rows: choices.headerRows }, columns: choices.columns, unit: choices.unit, kind: choices.kind, period: periodOf(facts.load), accepted: choices.accepted }
  const preview = readBalance(sheet, read, {
    accounts: loadClassifier(), localAccounts: facts.local, previous: previousOf(facts.cube), ...(facts.before ? { previousMonth: previousOf(facts.before) } : {}), ...(recipe ? { recipe } : {}),
  })
  return { sheet, preview, read }
}
