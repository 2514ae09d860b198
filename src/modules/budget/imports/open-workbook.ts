import { lastDayOfMonth } from '#kernel'
import { type JobContext, notFound, type ReadContext } from '#platform/actions'
import { readSheets, type Workbook } from '#platform/spreadsheets'
import type { Recipe } from '../balance-import/index.ts'
import type { Cube } from '../execution/cube.ts'
import { cubeStore } from '../execution/cube.store.ts'
import { executionCube } from '../execution/execution-cube.ts'
import { type ImportRow, importStore } from './import.store.ts'
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

export const openFile = (job: JobContext, hash: string): Promise<Workbook> => readSheets({ path: job.files.pathOf(hash) })
