import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCommunes } from '#platform/reference'
import { duck } from '#platform/analytics'
import { at, type Bench, fixture, observationsOf, openBench, select, structureOf } from './tables.fixture.ts'

let bench: Bench
let census = ''
let projection = ''
let national = ''
const labels = (codes: readonly string[]) => [...new Set(codes)].map((code) => ({ code, label: code }))
beforeAll(async () => {
  bench = openBench()
  const rows = fixture('census-2017-araucania.csv').map(([place = '', age = '', sex = '', n = '']) => ({ codes: { place, age, sex }, values: { persons: Number(n) } }))
  census = await bench.add(observationsOf(structureOf({
    shape: 'cube', dimensions: [
      { key: 'place', title: 'Comuna', role: 'place', list: 'cut', codes: labels(rows.map(({ codes }) => codes.place)) },
      { key: 'age', title: 'Edad', role: 'age', codes: labels(rows.map(({ codes }) => codes.age)) }, { key: 'sex', title: 'Sexo', role: 'sex', codes: labels(['hombres', 'mujeres']) },
    ], measures: [{ key: 'persons', title: 'Población censada', unit: 'personas' }],
  }), rows), 'Censo 2017')
  const projected = fixture('projection-loncoche.csv').map(([place = '', , time = '', age = '', sex = '', n = '']) => ({ codes: { place, time, age, sex }, values: { persons: Number(n) } }))
  projection = await bench.add(observationsOf(structureOf({
    shape: 'cube', populationBase: 'base 2017', dimensions: [
      { key: 'place', title: 'Comuna', role: 'place', codes: [{ code: '09109', label: 'Loncoche' }] }, { key: 'time', title: 'Año', role: 'time', codes: labels(projected.map(({ codes }) => codes.time)) },
      { key: 'age', title: 'Edad', role: 'age', codes: labels(projected.map(({ codes }) => codes.age)).map((one) => (one.code === '80' ? { code: '80', label: '80 y más' } : one)) }, { key: 'sex', title: 'Sexo', role: 'sex', codes: labels(['H', 'M']) },
    ], measures: [{ key: 'persons', title: 'Población proyectada', unit: 'personas' }],
  }), projected), 'Proyecciones de población')
  const communes = loadCommunes()
  national = await bench.add(observationsOf(structureOf({
    shape: 'cube', dimensions: [{ key: 'place', title: 'Comuna', role: 'place', codes: communes.map(({ code, name }) => ({ code, label: name })) }], measures: [{ key: 'persons', title: 'Censo 2024', unit: 'personas' }],
  }), communes.map(({ code, census2024 }) => ({ codes: { place: code }, values: { persons: census2024 }, ...(census2024 === null ? { statuses: { persons: 'no-data' as const } } : {}) }))), 'Censo 2024')
})
afterAll(() => bench.close())

// awk -F, '$1=="09109"{s+=$4}END{print s}' census-2017-araucania.csv → 23612; with $3=="mujeres" → 12110; with $2~/^(0|5|10) a/ → 5022; '{s+=$4}' over $1~/^09/ → 957224
test('censo 2017: Loncoche 23.612, mujeres 12.110, menores de 15 5.022; La Araucanía 957.224', async () => {
  expect(at(await bench.table(census, { measures: ['persons'], variables: [select('place', 'row', { kind: 'codes', codes: ['09109'] })] }), '09109')).toBe(23_612)
  const bySex = await bench.table(census, { measures: ['persons'], variables: [select('place', 'row'), select('sex', 'column')] })
  expect([at(bySex, '09109', 'mujeres'), at(bySex, '09109', 'hombres')]).toEqual([12_110, 23_612 - 12_110])
  const byAge = await bench.table(census, { measures: ['persons'], variables: [select('place', 'row', { kind: 'grouping', grouping: 'region' }), select('age', 'column', { kind: 'grouping', grouping: 'age-large' })], totals: { columns: true } })
  expect(at(byAge, '09', '_total')).toBe(957_224)
  expect(byAge.variables[0]?.codes).toEqual([{ code: '09', label: 'La Araucanía', parent: '00', level: 'region' }])
  const young = await bench.table(census, { measures: ['persons'], variables: [select('age', 'row', { kind: 'grouping', grouping: 'age-large', codes: ['0-14'] }), select('place', 'layer', { kind: 'codes', codes: ['09109', '09'] })] })
  expect([at(young, '0-14', '09109'), young.variables[0]?.made, young.variables[1]?.made]).toEqual([5022, ['0-14'], ['09']])
  // awk -F, '$1~/^091/{s+=$4}END{print s}' → 752100
  expect(at(await bench.table(census, { measures: ['persons'], variables: [select('place', 'row', { kind: 'grouping', grouping: 'province' })] }), '091')).toBe(752_100)
})
// awk -F, '$3==2024{s+=$6}END{print s}' projection-loncoche.csv → 24785; $4>=65 → 4496; $4<=4 and $5=="M" → 673; 2023 → 24784; 2017 → 24571
test('proyección de Loncoche 2024: 24.785; 65 y más, 4.496; niñas de 0 a 4, 673', async () => {
  const total = await bench.table(projection, { measures: ['persons'], variables: [select('time', 'row', { kind: 'latest', count: 2 })] })
  expect([at(total, '2024'), at(total, '2023'), total.variables[0]?.codes.map(({ code }) => code)]).toEqual([24_785, 24_784, ['2023', '2024']])
  const ages = await bench.table(projection, { measures: ['persons'], variables: [select('time', 'layer', { kind: 'codes', codes: ['2024'] }), select('age', 'row', { kind: 'grouping', grouping: 'age-5' }), select('sex', 'column')] })
  expect([at(ages, '2024', '0-4', 'M'), ages.variables[1]?.codes.length, ages.variables[1]?.codes.at(-1)?.label]).toEqual([673, 17, '80 y más'])
  const large = await bench.table(projection, { measures: ['persons'], variables: [select('time', 'layer', { kind: 'codes', codes: ['2024'] }), select('age', 'row', { kind: 'grouping', grouping: 'age-large' })] })
  expect(at(large, '2024', '65+')).toBe(4496)
  expect(large.title).toBe('Población proyectada por edad, 2024')
})
test('índice y variación con el período anterior, aunque no se muestre', async () => {
  // 24785 / 24571 × 100 = 100,8709…; 24785 − 24784 = 1
  const index = await bench.table(projection, { measures: ['persons'], variables: [select('time', 'row', { kind: 'codes', codes: ['2024'] })], derive: { kind: 'index', base: '2017' } })
  expect([index.variables[0]?.codes.length, index.derivation, index.measures[0]?.unit]).toEqual([1, 'Índice, 2017 = 100', '2017 = 100'])
  expect(index.values[0]).toBeCloseTo((24_785 / 24_571) * 100, 10)
  const change = await bench.table(projection, { measures: ['persons'], variables: [select('time', 'row', { kind: 'codes', codes: ['2024', '2017'] })], derive: { kind: 'change', lag: 1, as: 'absolute' } })
  expect([at(change, '2024'), at(change, '2017')]).toEqual([1, 'not-applicable'])
})
// awk -F, 'NR>1{s+=$9}END{print s}' over the 346 communes → 18480372; Antártica has none
test('las 346 comunas en 2024: 18.480.372, y la suma dice que a una comuna le falta el dato', async () => {
  const country = await bench.table(national, { measures: ['persons'], variables: [select('place', 'row', { kind: 'grouping', grouping: 'country' })] })
  expect(at(country, '00')).toBe('18480372 incomplete')
  const regions = await bench.table(national, { measures: ['persons'], variables: [select('place', 'row', { kind: 'level', level: 'region' })], totals: { rows: true } })
  expect([regions.variables[0]?.codes.length, at(regions, '_total'), at(regions, '12')]).toEqual([17, '18480372 incomplete', expect.stringMatching(/ incomplete$/)])
  expect(typeof at(regions, '09')).toBe('number')
})
test('tasa por 100.000: 123 casos en Loncoche en 2024 son 496,27 sobre su proyección, con su nombre', async () => {
  const cases = await bench.add(observationsOf(structureOf({
    shape: 'cube', dimensions: [{ key: 'commune', title: 'Comuna', role: 'place', codes: [{ code: '09109', label: 'Loncoche' }] }, { key: 'month', title: 'Mes', role: 'time', codes: labels(['2024', '2023-07']) }, { key: 'kind', title: 'Delito', role: 'category', codes: labels(['a', 'b']) }],
    measures: [{ key: 'cases', title: 'Casos', unit: 'casos' }],
  }), [{ codes: { commune: '09109', month: '2024', kind: 'a' }, values: { cases: 100 } }, { codes: { commune: '09109', month: '2024', kind: 'b' }, values: { cases: 23 } }, { codes: { commune: '09109', month: '2023-07', kind: 'a' }, values: { cases: 5 } }, { codes: { commune: '09109', month: '2023-07', kind: 'b' }, values: { cases: 0 } }]), 'Casos policiales')
  const rate = await bench.table(cases, { measures: ['cases'], variables: [select('month', 'row'), select('kind', 'column')], totals: { columns: true }, derive: { kind: 'rate', population: projection, per: 100_000 } })
  expect(rate.values[2]).toBeCloseTo((123 / 24_785) * 100_000, 8)
  // A month is divided by the population of its year: 5 / 24784.
  expect(rate.values[3]).toBeCloseTo((5 / 24_784) * 100_000, 8)
  expect(rate.derivation).toBe('Por 100.000 habitantes («Proyecciones de población», versión 1, base 2017)')
  await expect(bench.table(cases, { measures: ['cases'], variables: [select('month', 'row')], derive: { kind: 'rate', population: national, per: 1000 } })).rejects.toMatchObject({ id: 'statistics/cannot-be-derived' })
})
test('repetida sale de lo guardado aunque el motor se haya reiniciado, y el archivo no se vuelve a leer', async () => {
  const request = { measures: ['persons'], variables: [select('place', 'row'), select('age', 'column')] }
  const first = await bench.table(census, request)
  const asked: string[] = []
  const silent = { ...bench.analytics, dense: () => { asked.push('dense'); throw new Error('no debía preguntar') } }
  const again = await bench.table(census, request, { analytics: silent as unknown as typeof bench.analytics })
  expect([again.values, again.variables, asked]).toEqual([first.values, first.variables, []])
  expect((await bench.analytics.ask(duck`select 1`)).rows).toBe(1)
})
