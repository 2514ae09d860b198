import type { Sheet } from '#platform/spreadsheets'
import type { AmountUnit } from './amounts.ts'
import { type BalanceKind, type Field, fieldTitle, guessField, plain } from './fields.ts'
import { type HeaderChoice, type HeaderProposal, headerTexts, proposeHeader } from './header.ts'
import type { AreaStyle, CodeStyle, Mapping } from './mapping.ts'

/** How a vendor's balance is read, remembered from the last load. Plain JSON. */
export type Recipe = {
  readonly version: 1
  readonly name: string
  /** Name of the sheet with months and years blanked: «GASTOS *». */
  readonly sheetPattern: string
  readonly headerRows: readonly number[]
  readonly columns: readonly { readonly column: number; readonly says: string; readonly field: Field }[]
  readonly unit: AmountUnit
  readonly kind: BalanceKind | 'both'
  readonly codeStyle: CodeStyle
  readonly areaStyle: AreaStyle
}

const MONTH = /\b(ENE(RO)?|FEB(RERO)?|MAR(ZO)?|ABR(IL)?|MAY(O)?|JUN(IO)?|JUL(IO)?|AGO(STO)?|SEP?(T|TIEMBRE|TIEMBRE)?|SETIEMBRE|OCT(UBRE)?|NOV(IEMBRE)?|DIC(IEMBRE)?|20\d{2}|\d{1,2})\b/g

/** «Gastos junio 2026» and «Gastos Julio» share the pattern «GASTOS *». */
export const sheetPattern = (name: string): string => plain(name).replace(MONTH, '*').replace(/(\*\s*)+/g, '*').trim()

/** The recipe to remember after a load. */
export const recipeFrom = (name: string, sheet: Sheet, mapping: Mapping): Recipe => ({
  version: 1, name, sheetPattern: sheetPattern(sheet.name), headerRows: mapping.header.rows,
  columns: mapping.columns.map(({ column, says, field }) => ({ column, says, field })),
  unit: mapping.unit, kind: mapping.kind, codeStyle: mapping.codeStyle, areaStyle: mapping.areaStyle,
})

/** A difference between the recipe and the sheet, located at a header cell (of the new place, or of the old one when it is missing). */
export type Drift =
  | { readonly kind: 'moved'; readonly field: Field; readonly says: string; readonly from: number; readonly column: number; readonly cell: string }
  | { readonly kind: 'renamed'; readonly field: Field; readonly says: string; readonly before: string; readonly column: number; readonly cell: string }
  | { readonly kind: 'missing'; readonly field: Field; readonly says: string; readonly column: number; readonly cell: string }
  | { readonly kind: 'new'; readonly field: Field; readonly says: string; readonly column: number; readonly cell: string }

/** The header of a sheet under a recipe: the proposal that repeats most of its titles, else the best one. */
export const headerFor = (sheet: Sheet, recipe?: Recipe): HeaderProposal | undefined => {
  const proposals = proposeHeader(sheet)
  if (!recipe) return proposals[0]
  const titles = new Set(recipe.columns.map(({ says }) => plain(says)).filter((says) => says !== ''))
  const hits = (proposal: HeaderProposal): number => headerTexts(sheet, proposal).filter((text) => titles.has(plain(text))).length
  return [...proposals].sort((a, b) => hits(b) - hits(a))[0]
}

/** Compares a sheet with the recipe of the last load. Columns that nobody reads count only when they are new. */
export const recogniseDrift = (recipe: Recipe, sheet: Sheet, header?: HeaderChoice): Drift[] => {
  const chosen = header ?? headerFor(sheet, recipe)
  if (!chosen) return []
  const row = chosen.rows.at(-1) ?? 0
  const texts = headerTexts(sheet, chosen)
  const keys = texts.map(plain)
  const taken = new Set<number>()
  const cell = (column: number): string => sheet.address(row, column)
  const drifts: Drift[] = []
  const lost: Recipe['columns'][number][] = []
  for (const old of recipe.columns) {
    if (old.says === '') continue
    const key = plain(old.says)
    const at = keys[old.column] === key && !taken.has(old.column) ? old.column : keys.findIndex((text, column) => text === key && !taken.has(column))
    if (at === -1) { lost.push(old); continue }
    taken.add(at)
    if (at !== old.column && old.field !== 'ignored') drifts.push({ kind: 'moved', field: old.field, says: texts[at] ?? '', from: old.column, column: at, cell: cell(at) })
  }
  for (const old of lost.filter(({ field }) => field !== 'ignored')) {
    // A renamed column still says the same field, or stands in the same place with a title nobody else claims.
    const same = keys.findIndex((text, column) => !taken.has(column) && text !== '' && guessField(text)?.field === guessField(old.says)?.field && guessField(text) !== undefined)
    const place = keys[old.column] && !taken.has(old.column) ? old.column : -1
    const at = same !== -1 ? same : place
    if (at === -1) drifts.push({ kind: 'missing', field: old.field, says: old.says, column: old.column, cell: cell(old.column) })
    else { taken.add(at); drifts.push({ kind: 'renamed', field: old.field, says: texts[at] ?? '', before: old.says, column: at, cell: cell(at) }) }
  }
  texts.forEach((says, column) => {
    if (says !== '' && !taken.has(column)) drifts.push({ kind: 'new', field: guessField(says)?.field ?? 'ignored', says, column, cell: cell(column) })
  })
  return drifts
}

/** One sentence for a drift, for the table of columns. */
export const driftText = (drift: Drift, columnName: (column: number) => string): string => {
  switch (drift.kind) {
    case 'moved': return `columna movida: antes ${columnName(drift.from)}`
    case 'renamed': return `cambió de título: antes «${drift.before}»`
    case 'missing': return `falta la columna «${drift.says}» (${fieldTitle[drift.field]})`
    default: return 'columna nueva'
  }
}
