import { describe, expect, test } from 'vitest'
import { type Cell, sheetFrom } from '#platform/spreadsheets'
import { bookOf, byCodes, loaded, rawFile } from '../../../../../tests/fixtures/statistics/open.ts'
import { recipeLists, RecipeShape, runRecipe } from '../index.ts'
import { header, lists, origin, rows } from '../testing/small-recipe.ts'
import { guessColumn } from './guess-column.ts'
import { suggestRecipe } from './suggest-recipe.ts'

const asked = { ...origin, id: 'propuesta', title: 'Propuesta' }
const guess = (name: string, cells: readonly Cell[]) => guessColumn(name, cells, lists)

describe('lo que parece cada columna', () => {
  test.each<[string, string, readonly Cell[], object]>([
    ['códigos sin cero', 'COD', [9101, 9109, 9120], { is: 'commune', by: 'code' }], ['nombres', 'Lugar', ['TEMUCO', 'Loncoche', 'villarrica'], { is: 'commune', by: 'name' }],
    ['sexos', 'Grupo', ['Hombre', 'Mujer', 'Hombre'], { is: 'sex' }], ['edades', 'Edad', ['0 a 4', '5 a 9', '80 y más'], { is: 'age' }],
    ['años', 'Año', [2019, 2020, 2021], { is: 'period', of: 'year' }], ['años con punto', 'Periodo', ['1.996', '2.001'], { is: 'period', of: 'year' }], ['meses', 'fecha', ['2024-01-01', '2024-02-01'], { is: 'period', of: 'month' }],
    ['números', 'Casos', [1, 5, null, 7], { is: 'measure', numbers: 'plain' }], ['números a la española', 'Monto', ['1.234,5', '12', 'No Recepcionado'], { is: 'measure', numbers: 'es' }], ['porcentajes', 'Tasa', ['50,50%', '1,2%'], { is: 'measure', numbers: 'es', percent: true }],
    ['categorías', 'Tramo', ['A', 'B', 'A'], { is: 'category' }], ['vacía', 'Nota', [null, ''], { is: 'ignored' }],
  ])('%s', (_name, title, cells, expected) => expect(guess(title, cells)).toMatchObject(expected))
})

test('la receta propuesta de una hoja larga corre como está y da los mismos números', () => {
  const sheet = sheetFrom('Datos', [['Ministerio'], [], header, ...rows])
  const suggestion = suggestRecipe(sheet, asked, lists)
  expect(suggestion.header).toEqual({ from: 2, to: 2 })
  expect(suggestion.missing).toEqual([])
  expect(suggestion.columns.find(({ header: one }) => one === 'Sexo')).toMatchObject({ examples: ['Hombres', 'Mujeres'] })
  const run = runRecipe({ format: 'xlsx', sheets: [sheet] }, RecipeShape.parse(suggestion.recipe), lists)
  expect(run.findings).toEqual([])
  expect(run.observations?.dimensions['place']).toEqual(['09109', '09109', '09101', '09101'])
  expect(run.observations?.measures['personas']).toEqual([12_500, 12_658, 150_000, 160_000])
})
test('dice lo que falta: el año, la unidad', () => {
  const { missing } = suggestRecipe(sheetFrom('D', [['CUT', 'Casos'], [9109, 4], [9101, 7]]), asked, lists)
  expect(missing).toEqual(['No se reconoció el año o la fecha: dé uno fijo, o tómelo del título.', 'Falta la unidad de «Casos».'])
})
test('una descarga de SINIM señalada en sus dos filas de encabezado se despliega por variable y año', async () => {
  const book = await bookOf(rawFile('sinim_20240615153456_Sin-Correccion-Monetaria.xls'))
  const sheet = book.sheets[0]
  if (!sheet) throw new Error('sin hoja')
  const { recipe, missing } = suggestRecipe(sheet, asked, recipeLists(), { from: 1, to: 2 })
  expect(recipe.wide).toEqual({ measure: 'value', levels: [{ row: 1, dimension: 'variable' }, { row: 2, dimension: 'year' }] })
  expect(missing).toEqual(['Falta la unidad de «Valor».'])
  const made = runRecipe(book, RecipeShape.parse(recipe), recipeLists())
  expect(made.findings.filter(({ severity }) => severity === 'stops')).toEqual([])
  const shipped = await loaded('sinim-descarga-xls', rawFile('sinim_20240615153456_Sin-Correccion-Monetaria.xls'))
  expect(made.observations && byCodes(made.observations, ['place', 'year'], 'value')).toEqual(byCodes(shipped, ['place', 'year'], 'value'))
})
test('el censo agropecuario señalado en sus dos niveles da una categoría y dos medidas', async () => {
  const sheet = (await bookOf(rawFile('censo_agropecuario_2021_tipo-gestion-region-comuna.xlsx'))).sheets[0]
  if (!sheet) throw new Error('sin hoja')
  const { recipe } = suggestRecipe(sheet, asked, recipeLists(), { from: 4, to: 5 })
  expect(recipe.measures.map(({ title, unit }) => [title, unit])).toEqual([['Número de UPA', ''], ['Superficie (ha)', 'ha']])
  expect(recipe.dimensions.find(({ key }) => key === 'category')).toMatchObject({ total: 'total' })
})
