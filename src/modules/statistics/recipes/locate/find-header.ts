import type { Sheet } from '#platform/spreadsheets'
import type { Recipe } from '../model/recipe.ts'
import { fold } from '../text/plain-text.ts'
import { withoutMarks } from '../text/footnotes.ts'
import { headerTexts, joinedHeader } from './header-texts.ts'

/** How far down a header is looked for. */
const ROWS_SEEN = 80
export type FoundHeader = { readonly from: number; readonly levels: readonly (readonly string[])[]; readonly moved: boolean; /** Declared columns that were not found in it. */ readonly missing: readonly string[] }

const names = ({ columns }: Recipe): readonly { header: string; texts: readonly string[]; optional: boolean }[] => columns.map(({ header, also, optional }) => ({ header, texts: [header, ...also].map(fold), optional }))
/** A header ends with marks that may be notes: while searching both readings count. */
const readings = (text: string, kind: Recipe['reading']['footnotes']): string[] => {
  const every = { has: () => true } as unknown as ReadonlyMap<string, string>
  return [fold(text), fold(withoutMarks(text, kind, every).text)]
}

/** Looks for the rows whose texts are those of the recipe: first where they were last year, then anywhere near the top. Undefined when less than half of them are anywhere. */
export const findHeader = (sheet: Sheet, recipe: Recipe): FoundHeader | undefined => {
  const wanted = names(recipe)
  const { rows, at, fill } = recipe.header
  let best: { from: number; levels: string[][]; missing: string[]; score: number } | undefined
  const starts = [at - 1, ...Array.from({ length: Math.min(ROWS_SEEN, sheet.rowCount) }, (_, index) => index).filter((index) => index !== at - 1)]
  for (const from of starts) {
    if (from + rows > sheet.rowCount) continue
    const levels = headerTexts(sheet, from, rows, fill)
    const present = new Set(Array.from({ length: sheet.columnCount }, (_, column) => [...readings(joinedHeader(levels, column), recipe.reading.footnotes), ...readings(levels.at(-1)?.[column] ?? '', recipe.reading.footnotes)]).flat())
    const missing = wanted.filter(({ texts }) => !texts.some((text) => present.has(text)))
    const score = wanted.length - missing.length
    if (score > 0 && (!best || score > best.score)) best = { from, levels, score, missing: missing.filter(({ optional }) => !optional).map(({ header }) => header) }
    if (best?.score === wanted.length) break
  }
  return best && best.score * 2 >= wanted.length ? { from: best.from, levels: best.levels, missing: best.missing, moved: best.from !== at - 1 } : undefined
}
