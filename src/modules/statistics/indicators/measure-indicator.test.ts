import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bench, fixture, observationsOf, openBench, structureOf } from '../tables/tables.fixture.ts'
import type { Structure } from '../model/structure.ts'
import { measureIndicator } from './measure-indicator.ts'
import { aroundOf, similarCommunes } from './places.ts'
import { shippedIndicator } from './shipped-indicators.ts'

const labels = (codes: readonly string[]) => [...new Set(codes)].map((code) => ({ code, label: code }))
const recipe = (code: string) => { const found = shippedIndicator(code); if (!found) throw new Error(code); return found }

describe('indicadores sobre la proyección de Loncoche (tests/fixtures/statistics/projection-loncoche.csv)', () => {
  let bench: Bench
  const held = new Map<string, { id: string; structure: Structure }>()
  const add = async (code: string, given: unknown, rows: Parameters<typeof observationsOf>[1]) => { const structure = structureOf(given); held.set(code, { id: await bench.add(observationsOf(structure, rows), code), structure }) }
  beforeAll(async () => {
    bench = openBench()
    const people = fixture('projection-loncoche.csv').map(([place = '', , year = '', age = '', sex = '', n = '']) => ({ codes: { place, year, age, sex }, values: { population: Number(n) } }))
    await add('proyecciones-edad-sexo-2002-2035-nacional', { shape: 'cube', populationBase: 'proyección base 2017', dimensions: [
      { key: 'place', title: 'Comuna', role: 'place', list: 'cut', codes: [{ code: '09109', label: 'Loncoche' }] }, { key: 'year', title: 'Año', role: 'time', codes: labels(people.map(({ codes }) => codes.year)) },
      { key: 'age', title: 'Edad', role: 'age', codes: labels(people.map(({ codes }) => codes.age)).map((one) => (one.code === '80' ? { code: '80', label: '80 y más' } : one)) }, { key: 'sex', title: 'Sexo', role: 'sex', codes: labels(['H', 'M']) },
    ], measures: [{ key: 'population', title: 'Población proyectada', unit: 'personas' }] }, people)
    // Doce meses de 2024 y solo dos de 2023: 1.617 casos en 2024, como suma el archivo de CEAD.
    const months = [...Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`), '2023-01', '2023-02']
    await add('cead-casos-policiales-nacional', { shape: 'cube', dimensions: [{ key: 'place', title: 'Comuna', role: 'place', list: 'cut', codes: [{ code: '09109', label: 'Loncoche' }] }, { key: 'month', title: 'Mes', role: 'time', codes: labels(months) }, { key: 'crime', title: 'Delito', role: 'category', codes: labels(['a', 'b']) }],
      measures: [{ key: 'cases', title: 'Casos', unit: 'casos' }] }, months.flatMap((month) => [{ codes: { place: '09109', month, crime: 'a' }, values: { cases: 100 } }, { codes: { place: '09109', month, crime: 'b' }, values: { cases: month === '2024-01' ? 417 : 0 } }]))
  })
  afterAll(() => bench.close())
  const measured = (code: string, until = 2024) => measureIndicator({ hands: bench.hands(), held, until }, recipe(code), aroundOf('09109', 10))

  test('población, masculinidad, envejecimiento y dependencia de 2024, como a mano', async () => {
    expect(await measured('poblacion')).toMatchObject({ year: 2024, known: { value: 24_785 }, comparisons: [] })
    // 12.152/12.633 · 4.496/4.732 · (4.732+4.496)/15.557
    expect((await measured('masculinidad')).known.value).toBeCloseTo(96.1925, 4)
    expect((await measured('envejecimiento')).known.value).toBeCloseTo(95.0127, 4)
    expect((await measured('dependencia')).known.value).toBeCloseTo(59.3173, 4)
  })
  test('la brecha de envejecimiento sale de mujeres y hombres por separado', async () => {
    const { sexGap } = await measured('envejecimiento')
    const sum = (sex: string, from: number, to: number) => fixture('projection-loncoche.csv').filter(([, , year, age, who]) => year === '2024' && who === sex && Number(age) >= from && Number(age) <= to).reduce((all, [, , , , , n]) => all + Number(n), 0)
    const index = (sex: string) => (sum(sex, 65, 200) / sum(sex, 0, 14)) * 100
    expect(sexGap?.women).toBeCloseTo(index('M'), 8)
    expect(sexGap?.difference).toBeCloseTo(index('M') - index('H'), 8)
  })
  test('un año al que le faltan meses no es un año: 2023 queda fuera y se dice', async () => {
    const cases = await measured('casos-policiales')
    expect(cases.series.map(({ year }) => year)).toEqual([2024])
    expect([cases.partialYears, cases.cases]).toEqual([[2023], 1617])
    expect(cases.known.value).toBeCloseTo((1617 / 24_785) * 100_000, 6)
  })
  test('lo que no está cargado dice por qué, y no es cero', async () => {
    expect(await measured('pobreza-multidimensional')).toMatchObject({ year: null, known: { value: null }, absence: expect.stringContaining('casen-2022-sae-pobreza') })
  })
  test('los años posteriores a la fecha de quien lee no cuentan: son pronóstico', async () => {
    expect((await measured('poblacion', 2023)).known.value).toBe(24_784)
  })
})
test('similares a Loncoche: diez, de su clase, nunca ella misma', () => {
  const found = similarCommunes('09109', 10)
  expect([found.length, found.includes('09109'), new Set(found).size]).toEqual([10, false, 10])
  expect(similarCommunes('99001', 10)).toEqual([])
})
