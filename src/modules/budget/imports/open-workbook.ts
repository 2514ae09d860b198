import { lastDayOfMonth } from '#kernel'
import { type JobContext, notFound, type ReadContext } from '#platform/actions'
import { loadClassifier } from '#platform/law'
import { readSheets, type Sheet, type Workbook } from '#platform/spreadsheets'
import { accountBook, type AccountBook, type Choices, type Preview, readBalance, type Recipe } from '../balance-import/index.ts'
import type { Cube } from '../execution/cube.ts'
import { cubeStore } from '../execution/cube.store.ts'
import { executionCube } from '../execution/execution-cube.ts'
import type { ImportChoices } from './import-contract.ts'
import { type ImportRow, importStore } from './import.store.ts'
import { previousOf } from './ledger-amounts.ts'
import { recipeStore } from './recipe.store.ts'

/** What the commune knows when a file is read. Nothing of it is taken inside the transaction that reads the file. */
export type Known = { readonly load: ImportRow; readonly cube: Cube; readonly before: Cube | undefined; readonly watermark: number; readonly local: readonly { longCode: string; name: string }[]; readonly recipes: readonly Recipe[] }

/** The row of the load, its ledger at the end of the month and of the month before, accounts and recipes. */
export const known = async (context: ReadContext, id: string): Promise<Known> => {
  const load = await importStore(context.tx).get(id)
  if (!load) throw notFound({ what: 'la carga' })
  const store = cubeStore(context.tx)
  const { movedBy } = await store.watermark(0)
  const at = (month: number) => executionCube(context, load.year, { effectiveOn: lastDayOfMonth(load.year, month), knownOn: context.today })
  const local = await store.localAccounts()
  const recipes = (await recipeStore(context.tx).all()).map(({ recipe }) => recipe)
  return { load, cube: await at(load.month), before: load.month > 1 ? await at(load.month - 1) : undefined, watermark: movedBy ?? 0, local: local.map(({ long_code: longCode, name }) => ({ longCode, name })), recipes }
}

export const bookOf = ({ local }: Known): AccountBook => accountBook(loadClassifier(), local)
export const openFile = (job: JobContext, hash: string): Promise<Workbook> => readSheets({ path: job.files.pathOf(hash) })
export const periodOf = ({ year, month }: { year: number; month: number }): string => `${year}-${String(month).padStart(2, '0')}`

/** The preview of a sheet under the person's choices, against what the ledger holds. */
export const previewOf = (workbook: Workbook, facts: Known, choices: ImportChoices): { sheet: Sheet; preview: Preview; read: Choices } => {
  const sheet = workbook.sheets[choices.sheet]
  if (!sheet) throw notFound({ what: 'la hoja elegida' })
  const recipe = facts.recipes.find(({ name }) => name === choices.recipe)
  const read: Choices = { header: { rows: choices.headerRows }, columns: choices.columns, unit: choices.unit, kind: choices.kind, period: periodOf(facts.load), accepted: choices.accepted }
  const preview = readBalance(sheet, read, {
    accounts: loadClassifier(), localAccounts: facts.local, previous: previousOf(facts.cube), ...(facts.before ? { previousMonth: previousOf(facts.before) } : {}), ...(recipe ? { recipe } : {}),
  })
  return { sheet, preview, read }
}
