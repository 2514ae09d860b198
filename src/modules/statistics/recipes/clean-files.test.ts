import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { byCodes, cleanRows, demoFile, runShipped, told } from '../../../../tests/fixtures/statistics/open.ts'
import { StructureShape } from '../model/structure.ts'
import { shippedRecipe } from './index.ts'

type Shipped = { readonly recipe: string; readonly file: string; readonly engine?: boolean }
const files = parse(readFileSync(demoFile('files.yaml'), 'utf8')) as Shipped[]

test.each(files.filter(({ engine }) => !engine))('$file', async ({ recipe, file }) => {
  const { observations: made, findings } = await runShipped(recipe, demoFile(file))
  expect(findings.filter(({ severity }) => severity === 'stops')).toEqual([])
  if (!made) return
  expect(StructureShape.safeParse(made.structure).error?.issues).toBeUndefined()
  expect(new Set([...Object.values(made.dimensions), ...Object.values(made.measures)].map(({ length }) => length))).toEqual(new Set([made.rows]))
  if (!file.endsWith('.csv')) return
  // Each number of the file is in its place: added up by column, by another reader.
  const rules = shippedRecipe(recipe)
  const rows = cleanRows(demoFile(file)).filter((row) => rules.rows.every(({ column, matches, keep }) => new RegExp(matches, 'iu').test((row[column] ?? '').trim()) === keep))
  expect(made.rows).toBe(rows.length)
  for (const column of rules.columns) {
    if (column.as !== 'measure') continue
    const measure = rules.measures.find(({ key }) => key === column.measure)
    const values = rows.map((row) => (row[column.header] ? told(Number(row[column.header]) * (measure?.scale ?? 1)) : ''))
    expect(made.measures[column.measure]?.map((value) => told(value)), column.header).toEqual(values.map((value) => (value === 'NaN' ? '' : value)))
  }
})
test('cada receta cita a quien publica, su licencia, su universo y su periodicidad', () => {
  for (const { recipe } of files) {
    const { origin, geography, dimensions } = shippedRecipe(recipe)
    expect([origin.publisher, origin.licence, origin.universe, origin.date].every((text) => text.length > 2), recipe).toBe(true)
    if (dimensions.some(({ role, list }) => role === 'place' && list === 'cut') && !dimensions.some(({ constant }) => constant === '00')) expect(geography, recipe).not.toBe('')
  }
})
test('la población proyectada de Loncoche en 2024 es la publicada, con su base', async () => {
  const { observations: made } = await runShipped('proyecciones-comunales-2002-2035', demoFile('poblacion/proyecciones_comunales_2002_2035.csv'))
  expect(made && byCodes(made, ['place', 'year'], 'population').get('09109|2024')).toBe('24785')
  expect(made?.structure.populationBase).toBe('proyección base 2017')
})
test('el Censo 2017 cuenta 23.612 personas en Loncoche', async () => {
  const { observations: made } = await runShipped('censo-2017-comuna-edad-sexo', demoFile('censo/censo2017_poblacion_comuna_edad_sexo.csv'))
  let sum = 0
  made?.dimensions['place']?.forEach((code, row) => { if (code === '09109') sum += made.measures['population']?.[row] ?? 0 })
  expect(sum).toBe(23_612)
  expect(made?.structure.dimensions.find(({ key }) => key === 'age')?.codes.map(({ label }) => label).slice(0, 3)).toEqual(['0 a 4 años', '5 a 9 años', '10 a 14 años'])
})
