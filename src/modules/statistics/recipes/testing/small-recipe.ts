import { type Cell, sheetFrom } from '#platform/spreadsheets'
import type { CodeLists } from '../model/code-list.ts'
import { type Recipe, type RecipeInput, RecipeShape } from '../model/recipe.ts'
import { runRecipe } from '../run/run-recipe.ts'

export const lists: CodeLists = {
  cut: [
    { code: '00', label: 'Chile', level: 'country' }, { code: '09', label: 'La Araucanía', level: 'region', parent: '00', aliases: ['Región de La Araucanía'] },
    { code: '09101', label: 'Temuco', level: 'commune', parent: '09' }, { code: '09109', label: 'Loncoche', level: 'commune', parent: '09' }, { code: '09120', label: 'Villarrica', level: 'commune', parent: '09' },
  ],
}
export const origin = { publisher: 'Quien publica', licence: 'abierta', universe: 'personas', periodicity: 'yearly' as const, date: '2024' }
/** People by commune, year and sex: the smallest recipe with everything. */
export const small = (over: Partial<RecipeInput> = {}): Recipe =>
  RecipeShape.parse({
    recipe: 1, id: 'chica', title: 'Personas', origin,
    columns: [{ header: 'CUT', at: 'A', as: 'dimension', dimension: 'place' }, { header: 'Comuna', at: 'B', as: 'label', dimension: 'place' }, { header: 'Año', at: 'C', as: 'dimension', dimension: 'year' }, { header: 'Sexo', at: 'D', as: 'dimension', dimension: 'sex' }, { header: 'Personas', at: 'E', as: 'measure', measure: 'people' }],
    dimensions: [
      { key: 'place', title: 'Comuna', role: 'place', list: 'cut', code: { kind: 'list', list: 'cut', width: 5, level: 'commune' }, unknown: 'stop' }, { key: 'year', title: 'Año', role: 'time', code: { kind: 'period', of: 'year' } },
      { key: 'sex', title: 'Sexo', role: 'sex', code: { kind: 'map', map: { Hombres: 'H', Mujeres: 'M' } }, expected: ['H', 'M'] },
    ],
    measures: [{ key: 'people', title: 'Personas', unit: 'personas' }], ...over,
  })
export const header: readonly Cell[] = ['CUT', 'Comuna', 'Año', 'Sexo', 'Personas']
export const rows: readonly (readonly Cell[])[] = [[9109, 'Loncoche', 2024, 'Hombres', 12_500], [9109, 'Loncoche', 2024, 'Mujeres', 12_658], [9101, 'Temuco', 2024, 'Hombres', 150_000], [9101, 'Temuco', 2024, 'Mujeres', 160_000]]
/** Runs a recipe on a sheet written here. */
export const runOn = (cells: readonly (readonly Cell[])[], recipe: Recipe = small(), facts: Parameters<typeof sheetFrom>[2] = {}, name = 'Datos') =>
  runRecipe({ format: 'xlsx', sheets: [sheetFrom(name, cells, facts)] }, recipe, lists)
/** Each finding in one line: «stops E2 text». */
export const lines = ({ findings }: ReturnType<typeof runOn>): string[] => findings.map(({ severity, cell, text }) => `${severity} ${cell} ${text}`)
