import type { CellNote, Code, Dimension, Measure, Structure } from '../../model/structure.ts'
import type { Recipe } from '../model/recipe.ts'
import type { DimensionRule } from '../model/dimension-rule.ts'

/** What is known besides the rows: notes by measure and dimension, and those of the whole table. */
export type StructureNotes = { readonly measures: ReadonlyMap<string, string>; readonly dimensions: ReadonlyMap<string, string>; readonly table: readonly string[]; readonly cells: readonly CellNote[] }

const leading = (code: string): number => { const found = /\d+/.exec(code); return found ? Number(found[0]) : Number.POSITIVE_INFINITY }
/** Time goes forward and ages go up, whatever the file did; expected categories keep their order; the rest comes as published. */
export const inOrder = (rule: DimensionRule, codes: readonly Code[]): Code[] => {
  if (rule.expected) { const place = new Map(rule.expected.map((code, index) => [code, index])); return [...codes].sort((a, b) => (place.get(a.code) ?? Number.MAX_SAFE_INTEGER) - (place.get(b.code) ?? Number.MAX_SAFE_INTEGER)) }
  if (rule.role === 'time') return [...codes].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  return rule.role === 'age' ? [...codes].sort((a, b) => leading(a.code) - leading(b.code)) : [...codes]
}
const joined = (...notes: (string | undefined)[]): string | undefined => [...new Set(notes.filter(Boolean))].join(' ').slice(0, 2000) || undefined

const dimensionOf = (rule: DimensionRule, codes: readonly Code[], note?: string): Dimension => {
  const said = joined(rule.note, note)
  return { key: rule.key, title: rule.title, role: rule.role, list: rule.list, codes: inOrder(rule, codes), ...(rule.total && codes.some(({ code }) => code === rule.total) ? { total: rule.total } : {}), ...(said ? { note: said } : {}) }
}
/** The structure that explains the columns of an observation set. */
export const structureOf = (recipe: Recipe, codesOf: (key: string) => readonly Code[], notes: StructureNotes): Structure => ({
  shape: recipe.shape,
  dimensions: recipe.dimensions.map((rule) => dimensionOf(rule, codesOf(rule.key), notes.dimensions.get(rule.key))),
  measures: recipe.measures.map(({ key, title, unit, decimals, adds, base, note }): Measure => { const said = joined(note, notes.measures.get(key)); return { key, title, unit, decimals, adds, ...(base ? { base } : {}), ...(said ? { note: said } : {}) } }),
  notes: [...recipe.notes, ...notes.table].map((text) => text.slice(0, 2000)), cellNotes: notes.cells.slice(0, 5000), breaks: recipe.breaks, geography: recipe.geography, populationBase: recipe.populationBase,
})
