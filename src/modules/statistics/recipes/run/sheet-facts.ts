import type { ColumnAbout, Sheet } from '#platform/spreadsheets'
import type { CellNote, Code } from '../../model/structure.ts'
import type { MatchedColumns } from '../locate/match-columns.ts'
import type { Recipe } from '../model/recipe.ts'
import { fold } from '../text/plain-text.ts'

/** What a PX or JSON-stat file says of itself, by the keys of the recipe. */
export type SheetFactsRead = {
  readonly codes: ReadonlyMap<string, readonly Code[]>; readonly symbols: Readonly<Record<string, string>>; readonly notes: readonly string[]
  readonly measureNotes: ReadonlyMap<string, string>; readonly dimensionNotes: ReadonlyMap<string, string>; readonly cellNotes: readonly CellNote[]
}
export const aboutFacts = ({ about }: Sheet, recipe: Recipe, { ruled }: MatchedColumns): SheetFactsRead => {
  const codes = new Map<string, readonly Code[]>()
  const [measureNotes, dimensionNotes, keys] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()]
  const describe = (column: ColumnAbout | undefined, rule: MatchedColumns['ruled'][number]['rule']): void => {
    if (!column) return
    if (rule.as === 'dimension') {
      keys.set(column.header, rule.dimension)
      const asText = recipe.dimensions.find(({ key }) => key === rule.dimension)?.code.kind === 'text'
      if (column.codes && asText) codes.set(rule.dimension, column.codes)
      if (column.note) dimensionNotes.set(rule.dimension, column.note)
    } else if (rule.as === 'measure' && column.note) measureNotes.set(rule.measure, column.note)
  }
  for (const { rule, column } of ruled) describe(about?.columns.find(({ header }) => fold(header) === fold(column.header)), rule)
  const cellNotes = (about?.cellNotes ?? []).map(({ where, text }) => ({ text: text.slice(0, 2000), where: Object.fromEntries(Object.entries(where).flatMap(([header, code]) => { const key = keys.get(header); return key ? [[key, code]] : [] })) }))
  return { codes, symbols: about?.symbols ?? {}, notes: about?.notes ?? [], measureNotes, dimensionNotes, cellNotes: cellNotes.filter(({ text }) => text !== '') }
}
