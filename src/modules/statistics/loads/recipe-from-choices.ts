import type { RecipeInput } from '../recipes/model/recipe.ts'
import type { Suggestion } from '../recipes/suggest/suggest-recipe.ts'

/** What a person says a column is. */
export const columnUses = ['place', 'time', 'sex', 'age', 'category', 'measure', 'label', 'ignored'] as const
export type ColumnUse = (typeof columnUses)[number]
export const columnUseTitle: Readonly<Record<ColumnUse, string>> = { place: 'Comuna (código o nombre)', time: 'Año', sex: 'Sexo', age: 'Edad', category: 'Categoría', measure: 'Número', label: 'Nombre de un código', ignored: 'No se lee' }

type Column = RecipeInput['columns'][number]
const ruleOf = ({ recipe }: Suggestion, header: string): Column | undefined => recipe.columns.find((rule) => rule.header === header)
/** What the proposed recipe takes each column for. */
export const usesOf = (suggestion: Suggestion): Readonly<Record<number, ColumnUse>> => Object.fromEntries(suggestion.columns.map(({ column, header }) => {
  const rule = ruleOf(suggestion, header)
  if (!rule) return [column, 'ignored']
  if (rule.as === 'dimension') return [column, suggestion.recipe.dimensions.find(({ key }) => key === rule.dimension)?.role ?? 'category']
  return [column, rule.as === 'measure' || rule.as === 'label' ? rule.as : 'ignored']
}))

const codeOf = (use: ColumnUse): RecipeInput['dimensions'][number]['code'] => (use === 'place' ? { kind: 'list', list: 'cut', width: 5, level: 'commune', names: true } : use === 'time' ? { kind: 'period', of: 'year' } : { kind: 'slug' })
const keyOf = (column: number): string => `columna_${column + 1}`

/** The proposed recipe with what the person changed; what they did not touch stays as proposed. */
export const recipeFromChoices = (suggestion: Suggestion, chosen: Readonly<Record<number, ColumnUse>>, title: string): RecipeInput => {
  const proposed = usesOf(suggestion)
  const changed = suggestion.columns.filter(({ column }) => chosen[column] !== undefined && chosen[column] !== proposed[column])
  const headers = new Set(changed.map(({ header }) => header))
  const kept = suggestion.recipe.columns.filter(({ header }) => !headers.has(header))
  const alive = (as: 'dimension' | 'measure', key: string): boolean => kept.some((rule) => (as === 'dimension' ? rule.as === 'dimension' && rule.dimension === key : rule.as === 'measure' && rule.measure === key))
  const wide = suggestion.recipe.wide
  const dimensions = suggestion.recipe.dimensions.filter(({ key, constant }) => wide !== undefined || constant !== undefined || alive('dimension', key))
  const measures = suggestion.recipe.measures.filter(({ key }) => wide?.measure === key || alive('measure', key))
  const of = (use: 'dimension' | 'measure') => changed.filter(({ column }) => { const one = chosen[column]; return use === 'measure' ? one === 'measure' : one !== undefined && one !== 'measure' && one !== 'ignored' && one !== 'label' })
  return {
    ...suggestion.recipe, title,
    columns: [...kept, ...changed.map(({ column, header }): Column => {
      const use = chosen[column]
      return use === 'measure' ? { header, as: 'measure', measure: keyOf(column) } : use === undefined || use === 'ignored' || use === 'label' ? { header, as: 'ignored' } : { header, as: 'dimension', dimension: keyOf(column) }
    })],
    dimensions: [...dimensions, ...of('dimension').map(({ column, header }) => { const use = chosen[column] ?? 'category'; return { key: keyOf(column), title: header.slice(0, 200), role: use as 'category', list: use === 'place' ? 'cut' : '', code: codeOf(use) } })],
    measures: [...measures, ...of('measure').map(({ column, header }) => ({ key: keyOf(column), title: header.slice(0, 300), unit: '', decimals: 0 }))],
  }
}
