import type { JobContext } from '#platform/actions'
import { readSheets, type Workbook } from '#platform/spreadsheets'
import { open } from 'node:fs/promises'
import type { Finding } from '../model/observations.ts'
import type { Structure } from '../model/structure.ts'
import { type CodeLists, columnarPlan, type Recipe, runOnFile } from '../recipes/index.ts'
import { sortColumns, writeObservations } from '../tables/write-observations.ts'
import { findHeader } from '../recipes/locate/find-header.ts'
import { findSheet } from '../recipes/locate/find-sheet.ts'
import type { RecognisedRecipe } from './load-contract.ts'
import type { KnownRecipe } from './known-recipes.ts'

/** The data of a file as a version will hold it: its Parquet is already in the store; nobody sees it until it is posted. */
export type ReadVersion = { readonly findings: readonly Finding[]; readonly made?: { readonly hash: string; readonly rows: number; readonly structure: Structure } }
type Hands = Pick<JobContext, 'files' | 'analytics'>

const isParquet = async (path: string): Promise<boolean> => {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.toString('latin1') === 'PAR1'
  } finally {
    await handle.close()
  }
}
/** Runs a recipe over a file: sheets in the reading process, Parquet in the engine. Without `made` the findings say what stops it. */
export const readVersion = async ({ files, analytics }: Hands, fileHash: string, recipe: Recipe, lists: CodeLists): Promise<ReadVersion> => {
  const path = files.pathOf(fileHash)
  if (await isParquet(path)) {
    const { plan, findings } = await columnarPlan(recipe, analytics.tableOf(fileHash), lists, (query) => analytics.ask(query, { seconds: 300 }))
    if (!plan) return { findings }
    const { hash, rows } = await analytics.writeParquet({ kind: 'query', query: plan.select, columns: plan.columns }, { sortBy: sortColumns(plan.structure) })
    return { findings, made: { hash, rows, structure: plan.structure } }
  }
  const { observations, findings } = await runOnFile(path, { recipe, lists })
  if (!observations) return { findings }
  const { hash, rows } = await writeObservations(analytics, observations)
  return { findings, made: { hash, rows, structure: observations.structure } }
}

const fits = (workbook: Workbook, { recipe, shipped }: KnownRecipe): RecognisedRecipe | undefined => {
  const sheet = findSheet(workbook, recipe.sheet)
  const header = sheet && findHeader(sheet, recipe)
  return header ? { key: recipe.id, title: recipe.title, publisher: recipe.origin.publisher, shipped, missing: header.missing.length, columns: recipe.columns.length } : undefined
}
/** Recipes whose header is in the file, those that miss fewest columns first; of equals, the one that names more. */
export const recogniseRecipes = async ({ files, analytics }: Hands, fileHash: string, known: readonly KnownRecipe[]): Promise<readonly RecognisedRecipe[]> => {
  const path = files.pathOf(fileHash)
  const found: RecognisedRecipe[] = []
  if (await isParquet(path)) {
    const names = new Set((await analytics.factsOf(fileHash)).columns.map(({ name }) => name))
    for (const { recipe, shipped } of known) {
      const missing = recipe.columns.filter(({ header, optional }) => !optional && !names.has(header)).length
      if (missing * 2 < recipe.columns.length) found.push({ key: recipe.id, title: recipe.title, publisher: recipe.origin.publisher, shipped, missing, columns: recipe.columns.length })
    }
  } else {
    const workbook = await readSheets({ path })
    for (const one of known) { const fit = fits(workbook, one); if (fit) found.push(fit) }
  }
  return found.sort((a, b) => a.missing - b.missing || b.columns - a.columns || Number(a.shipped) - Number(b.shipped))
}
