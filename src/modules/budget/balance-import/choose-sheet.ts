import type { Sheet, Workbook } from '#platform/spreadsheets'
import type { AccountBook } from './account-codes.ts'
import type { BalanceKind } from './fields.ts'
import { headerFor, type Recipe, sheetPattern } from './recipe.ts'
import { proposeMapping } from './mapping.ts'

export type SheetProposal = { readonly index: number; readonly name: string; readonly hidden: boolean; /** 0 when it does not look like a balance. */ readonly score: number; readonly kind?: BalanceKind | 'both'; readonly period?: string }

const rate = (sheet: Sheet, index: number, book: AccountBook, recipe: Recipe | undefined, period: string | undefined): SheetProposal => {
  const base = { index, name: sheet.name, hidden: sheet.hidden }
  const header = headerFor(sheet, recipe)
  if (!header) return { ...base, score: 0 }
  // The kind of the sheet itself is wanted here, not the one the recipe expects.
  const mapping = proposeMapping(sheet, header, book)
  const matches = recipe && sheetPattern(sheet.name) === recipe.sheetPattern ? 20 : 0
  const kind = recipe && (recipe.kind === mapping.kind || recipe.kind === 'both') ? 10 : 0
  const month = period && mapping.period?.value === period ? 15 : 0
  return { ...base, score: header.score + matches + kind + month - (sheet.hidden ? 8 : 0), kind: mapping.kind, period: mapping.period?.value }
}

/** The sheets of a file, the one most likely wanted first: it looks like a balance, its name fits the recipe, it is of the month. */
export const proposeSheets = (workbook: Workbook, book: AccountBook, recipe?: Recipe, period?: string): SheetProposal[] =>
  workbook.sheets.map((sheet, index) => rate(sheet, index, book, recipe, period)).sort((a, b) => b.score - a.score || a.index - b.index)
