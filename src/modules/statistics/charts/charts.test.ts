import { describe, expect, test } from 'vitest'
import { type Cube, cubeSize, type CubeVariable } from '../model/cube.ts'
import { drawChart } from '#platform/charts'
import { farms } from '../exports/exports.fixture.ts'
import { chartMatter } from './chart-data.ts'
import { chartKinds, proposeChart, type TableChartKind, whyNot } from './chart-kinds.ts'
import { chartOfCube } from './chart-of-cube.ts'
import { communeShapes } from './commune-shapes.ts'
import { edgesFor, lookToText, textToLook, usualLook } from './map-classes.ts'

type Role = CubeVariable['role']
const variable = (role: Role, count: number, place: CubeVariable['place'], codes?: readonly string[]): CubeVariable => ({ key: role === 'measure' ? 'measure' : `${role}${place}`, title: role, role, place, codes: Array.from({ length: count }, (_, at) => ({ code: codes?.[at] ?? (role === 'time' ? String(2010 + at) : `${role}${at}`), label: codes?.[at] ?? (role === 'time' ? String(2010 + at) : `${role} ${at}`) })) })
const cube = (...variables: CubeVariable[]): Cube => {
  const all = [...variables, variable('measure', 1, 'column')]
  return { ...farms, variables: all, measures: [{ key: 'm', title: 'Casos', unit: 'casos', decimals: 0 }], values: Array.from({ length: cubeSize({ variables: all }) }, (_, at) => at + 1), statuses: new Map(), cellNotes: new Map(), notes: [] }
}
const communes = Array.from({ length: 9 }, (_, at) => `0910${at + 1}`)
// Each case by hand: the shape of the table and the chart that reads it best.
const CASES: readonly (readonly [string, TableChartKind | undefined, Cube])[] = [
  ['edades por sexo', 'pyramid', cube(variable('age', 17, 'row'), variable('sex', 2, 'column'))],
  ['edades por sexo en tres años: la del último', 'pyramid', cube(variable('age', 17, 'row'), variable('time', 3, 'column'), variable('sex', 2, 'column'))],
  ['una serie larga', 'lines', cube(variable('time', 12, 'row'))],
  ['tres lugares en el tiempo', 'lines', cube(variable('place', 3, 'row'), variable('time', 6, 'column'))],
  ['diez categorías en el tiempo', 'small-multiples', cube(variable('category', 10, 'row'), variable('time', 6, 'column'))],
  ['cinco categorías en dos años', 'slope', cube(variable('category', 5, 'row'), variable('time', 2, 'column'))],
  ['nueve comunas', 'map', cube(variable('place', 9, 'row', communes))],
  ['una columna de categorías', 'horizontal-bars', cube(variable('category', 9, 'row'))],
  ['veinte categorías por cuatro', 'dots', cube(variable('category', 20, 'row'), { ...variable('category', 4, 'column') })],
  ['diez por treinta', 'heat', cube(variable('category', 10, 'row'), variable('category', 30, 'column'))],
  ['cien por cien: ninguno que se lea', undefined, cube(variable('category', 100, 'row'), variable('category', 100, 'column'))],
  ['un solo número', undefined, cube(variable('category', 1, 'row'))],
]
describe('el gráfico sale de la forma del cuadro', () => {
  test.each(CASES)('%s', (_name, kind, given) => expect(proposeChart(chartMatter(given))?.kind).toBe(kind))
})
test('todo lo que se ofrece se dibuja, y lo que no, dice por qué', () => {
  for (const [, , given] of CASES) for (const kind of chartKinds) {
    const why = whyNot(chartMatter(given), kind)
    if (why !== undefined) { expect(why.endsWith('.')).toBe(true); continue }
    const shapes = kind === 'map' ? new Map(communeShapes(communes).map(({ code, parts }) => [code, parts])) : undefined
    const block = chartOfCube(given, kind, { shapes })
    expect(drawChart(block, { width: 680, theme: 'light' })).toMatch(/^<svg/)
    expect(block.series.every(({ values }) => values.length === block.categories.length)).toBe(true)
  }
})
test('dibuja los números del cuadro: la capa vista, y lo que quedó fijo se dice', () => {
  // Farms of 2021: Loncoche women 650, men 1100; Temuco women 0, men −3 (values of the fixture, first measure: the units differ).
  const block = chartOfCube(farms, 'bars', { layer: { anio: '2021' } })
  expect([block.categories, block.series.map(({ name, values }) => [name, values])]).toEqual([['Loncoche', 'Temuco "capital"'], [['Mujeres', [650, 0]], ['Hombres', [1100, -3]]]])
  expect(block.subtitle).toBe('Explotaciones (explotaciones) · Año: 2021')
  expect(block.title).toBe('El valor más alto es 1.100: Loncoche, Hombres')
  expect(block.alternative).toBe('Columnas: Explotaciones (explotaciones) · Año: 2021. 2 categorías y 2 series. Máximo 1.100 (Loncoche, Hombres); mínimo −3 (Temuco "capital", Hombres).')
  expect(block.notes).toEqual(['Hay cifras con marca: s reservado; p provisional; e estimado. Véalas en el cuadro.'])
})
test('las clases del mapa se eligen y van en la dirección', () => {
  for (const text of ['simbolos', 'iguales.4', 'cuantiles.7', 'propias.10.20_5']) expect(lookToText(textToLook(text))).toBe(text)
  expect(lookToText(usualLook)).toBeUndefined()
  expect(textToLook('iguales.99').count).toBe(7)
  // 0 to 100 in four classes of equal width: 25, 50, 75.
  expect(edgesFor({ ...usualLook, method: 'equal', count: 4 }, [0, 10, 100])).toEqual([25, 50, 75])
})
test('las comunas vecinas se tocan y las islas lejanas no deforman', () => {
  const [loncoche, pascua, none] = communeShapes(['09109', '05201', '99999'])
  expect([pascua?.parts, none?.parts]).toEqual([[], []])
  const xs = loncoche?.parts[0]?.[0]?.map(([x]) => x) ?? []
  // Loncoche is some 45 km wide: its shape in metres says so.
  expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(30_000)
  expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(70_000)
})
