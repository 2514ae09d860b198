import { z } from 'zod'
import type { JobDefinition } from '#platform/actions'
import { columnName } from '#platform/spreadsheets'
import { type ColumnMapping, driftText, headerFor, type HeaderProposal, proposeHeader, proposeMapping, proposeSheets, type Recipe, recogniseDrift, type SheetProposal } from '../balance-import/index.ts'
import { known, openFile } from './open-workbook.ts'
import { type Picture, pictureOf } from './picture.ts'
import { bookOf, periodOf } from './preview-of.ts'

const Input = z.object({ id: z.string(), recipe: z.string().default(''), sheet: z.number().optional(), headerRows: z.array(z.number()).optional() })
export type ReadAnswer = {
  readonly sheets: readonly SheetProposal[]
  readonly sheet: number
  readonly picture: Picture
  readonly headers: readonly Pick<HeaderProposal, 'rows' | 'reason'>[]
  readonly header: readonly number[]
  readonly columns: readonly ColumnMapping[]
  readonly unit: 'pesos' | 'thousands'
  readonly unitReason: string
  readonly unitSure: boolean
  readonly kind: 'income' | 'expenditure' | 'both'
  readonly period?: { readonly value: string; readonly says: string }
  readonly recipe: string
  readonly recipes: readonly string[]
  readonly drifts: readonly string[]
}

const recipeFor = (recipes: readonly Recipe[], name: string, sheet: string): Recipe | undefined => recipes.find((recipe) => recipe.name === name) ?? (name === '' ? recipes.find((recipe) => sheet !== '' && recipe.sheetPattern === sheet) : undefined)

/** Reads the file apart and answers its picture with what each column seems to be. */
export const readBalanceJob: JobDefinition = {
  kind: 'budget.read-balance', title: 'Leer un balance',
  run: async (job): Promise<ReadAnswer> => {
    const input = Input.parse(job.input)
    const facts = await job.read((context) => known(context, input.id))
    await job.progress(0.1, 'Abriendo el archivo')
    const workbook = await openFile(job, facts.load.file_hash)
    await job.progress(0.7, 'Reconociendo las columnas')
    const book = bookOf(facts)
    const remembered = recipeFor(facts.recipes, input.recipe, '') ?? facts.recipes[0]
    const sheets = proposeSheets(workbook, book, remembered, periodOf(facts.load))
    const index = input.sheet ?? sheets[0]?.index ?? 0
    const sheet = workbook.sheets[index]
    if (!sheet) return { sheets, sheet: 0, picture: { name: '', rowCount: 0, columnCount: 0, rows: [] }, headers: [], header: [], columns: [], unit: 'pesos', unitReason: '', unitSure: false, kind: 'expenditure', recipe: '', recipes: [], drifts: [] }
    const proposals = proposeHeader(sheet)
    const header = input.headerRows?.length ? { rows: input.headerRows } : headerFor(sheet, remembered)
    const fits = remembered && header ? recogniseDrift(remembered, sheet, header).filter(({ kind }) => kind === 'missing').length <= remembered.columns.length / 2 : false
    const recipe = fits ? remembered : undefined
    const mapping = header ? proposeMapping(sheet, header, book, recipe) : undefined
    const drifts = recipe && header ? recogniseDrift(recipe, sheet, header).filter(({ kind, field }) => kind !== 'new' || field !== 'ignored') : []
    const last = header?.rows.at(-1) ?? -1
    const roles = Array.from({ length: sheet.rowCount }, (_, row) => (header?.rows.includes(row) ? 'page-header' as const : row < last ? 'title' as const : 'detail' as const))
    return {
      sheets, sheet: index, picture: pictureOf(sheet, roles.slice(0, 200)), headers: proposals.slice(0, 5).map(({ rows, reason }) => ({ rows, reason })), header: header?.rows ?? [],
      columns: mapping?.columns ?? [], unit: mapping?.unit ?? 'pesos', unitReason: mapping?.unitReason ?? '', unitSure: mapping?.unitSure ?? false, kind: mapping?.kind ?? 'expenditure',
      ...(mapping?.period ? { period: { value: mapping.period.value, says: mapping.period.says } } : {}),
      recipe: recipe?.name ?? '', recipes: facts.recipes.map(({ name }) => name), drifts: drifts.map((drift) => driftText(drift, columnName)),
    }
  },
}
