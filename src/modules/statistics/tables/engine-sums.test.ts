import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cubeStrides } from '../model/cube.ts'
import type { ObservationStatus } from '../model/status.ts'
import { at, type Bench, observationsOf, openBench, type Row, select, structureOf } from './tables.fixture.ts'
import { tableRows } from './table-rows.ts'
import { TableRequestShape } from '../model/request.ts'

let bench: Bench
let dataset = ''
let zeros = ''
let survey = ''
const sizes = [4, 3, 5]
const keys = ['place', 'sex', 'kind']
const code = (axis: number, position: number): string => `${keys[axis]?.[0]}${position}`
/** Made with a small sequence of its own, so that it is the same in every run: some combinations absent, some without number. */
const rows: Row[] = []
{
  let state = 7
  const next = (limit: number): number => { state = (state * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor((state / 2_147_483_648) * limit) }
  for (let a = 0; a < 4; a++) for (let b = 0; b < 3; b++) for (let c = 0; c < 5; c++) {
    const chance = next(10)
    if (chance === 0) continue
    const status: ObservationStatus | undefined = chance === 1 ? 'not-received' : chance === 2 ? 'none' : chance === 3 ? 'provisional' : undefined
    rows.push({ codes: { place: code(0, a), sex: code(1, b), kind: code(2, c) }, values: { n: chance === 1 || chance === 2 ? null : next(900) }, ...(status ? { statuses: { n: status } } : {}) })
  }
}
const structure = (absent?: 'zero') => structureOf({
  shape: 'cube', ...(absent ? { absent } : {}), dimensions: keys.map((key, axis) => ({ key, title: key, role: 'category', codes: Array.from({ length: sizes[axis] ?? 0 }, (_, position) => ({ code: code(axis, position), label: code(axis, position) })) })),
  measures: [{ key: 'n', title: 'Número', unit: 'casos' }],
})
beforeAll(async () => {
  bench = openBench()
  dataset = await bench.add(observationsOf(structure(), rows))
  zeros = await bench.add(observationsOf(structure('zero'), rows))
  survey = await bench.add(observationsOf(structureOf({
    shape: 'records', weight: 'expansion', dimensions: [{ key: 'place', title: 'Comuna', role: 'place', codes: [{ code: 'x', label: 'X' }, { code: 'y', label: 'Y' }] }, { key: 'sex', title: 'Sexo', role: 'sex', codes: [{ code: 'H', label: 'H' }, { code: 'M', label: 'M' }] }],
    measures: [{ key: 'persons', title: 'Personas', unit: 'personas' }, { key: 'income', title: 'Ingreso', unit: '$' }],
  }), [['x', 'H', 10.5, 100], ['x', 'H', 2, 50], ['x', 'M', 4, 10], ['y', 'M', 1, null]].map(([place, sex, expansion, income]) => ({ codes: { place: String(place), sex: String(sex) }, values: { expansion: Number(expansion), income: income === null ? null : Number(income) } }))))
})
afterAll(() => bench.close())

/** The same sums by a plain loop: number, and whether something is not known. */
const direct = (kept: readonly string[], where: Readonly<Record<string, string>>, absentIsZero: boolean): { value: number | null; incomplete: boolean } => {
  const parts = rows.filter(({ codes }) => kept.every((key) => codes[key] === where[key]))
  const expected = keys.filter((key) => !kept.includes(key)).reduce((all, key) => all * (sizes[keys.indexOf(key)] ?? 1), 1)
  const known = parts.filter(({ values }) => values['n'] !== null)
  const missing = parts.some(({ statuses }) => statuses?.['n'] === 'not-received') || (!absentIsZero && parts.length < expected)
  if (known.length === 0) return { value: absentIsZero && parts.length === 0 ? 0 : null, incomplete: false }
  return { value: known.reduce((sum, { values }) => sum + (values['n'] ?? 0), 0), incomplete: missing }
}
test('la suma del motor sobre cualquier eliminación es la suma directa, y dice cuándo falta algo', async () => {
  await fc.assert(fc.asyncProperty(fc.subarray(keys), fc.boolean(), async (kept, absentIsZero) => {
    const cube = await bench.table(absentIsZero ? zeros : dataset, { measures: ['n'], variables: kept.map((key) => select(key, 'row')) })
    const strides = cubeStrides(cube)
    cube.values.forEach((value, index) => {
      const where = Object.fromEntries(kept.map((key, axis) => [key, cube.variables[axis]?.codes[Math.floor(index / (strides[axis] ?? 1)) % (cube.variables[axis]?.codes.length ?? 1)]?.code ?? '']))
      const expected = direct(kept, where, absentIsZero)
      expect(Number.isNaN(value) ? null : value).toBe(expected.value)
      expect(cube.statuses.get(index) === 'incomplete').toBe(expected.incomplete)
      if (value !== null && Number.isNaN(value)) expect(cube.statuses.get(index)).toBeDefined()
    })
  }), { numRuns: 24 })
})
test('el orden de las variables cambia el orden de los números y nada más', async () => {
  const [one, other] = [await bench.table(dataset, { measures: ['n'], variables: keys.map((key) => select(key, 'row')) }), await bench.table(dataset, { measures: ['n'], variables: [...keys].reverse().map((key) => select(key, 'row')) })]
  for (let a = 0; a < 4; a++) for (let b = 0; b < 3; b++) for (let c = 0; c < 5; c++) expect(at(one, code(0, a), code(1, b), code(2, c))).toBe(at(other, code(2, c), code(1, b), code(0, a)))
})
test('registros: se expanden por su factor, y los casos sin expandir quedan a la vista', async () => {
  // x,H: 10,5 + 2 = 12,5; income 10,5 × 100 + 2 × 50 = 1.150; 2 cases. y,H: nobody.
  const cube = await bench.table(survey, { measures: ['persons', 'income', 'unweighted_n'], variables: [select('place', 'row'), select('sex', 'column')], totals: { columns: true } })
  expect([...cube.values]).toEqual([12.5, 1150, 2, 4, 40, 1, 16.5, 1190, 3, 0, 0, 0, 1, 0, 1, 1, 0, 1])
})
test('ordenar por una columna y ocultar lo vacío', async () => {
  const cube = await bench.table(zeros, { measures: ['n'], variables: [select('place', 'row'), select('sex', 'column')], totals: { rows: true }, sort: { by: ['s1'], descending: true } })
  const column = cube.variables[0]?.codes.map(({ code: place }) => Number.parseFloat(String(at(cube, place, 's1')))) ?? []
  expect(column.slice(0, -1)).toEqual([...column.slice(0, -1)].sort((a, b) => b - a))
  expect(cube.variables[0]?.codes.at(-1)?.code).toBe('_total')
  const few = await bench.add(observationsOf(structure(), rows.filter(({ codes }) => codes['place'] !== 'p2')))
  const hidden = await bench.table(few, { measures: ['n'], variables: [select('place', 'row'), select('sex', 'column')], hideEmpty: true })
  expect([hidden.variables[0]?.codes.map(({ code: place }) => place), hidden.notes]).toEqual([['p0', 'p1', 'p3'], ['Se ocultó 1 valor sin ningún dato.']])
})
test('las partes de una descarga son las mismas celdas que la tabla, en su orden', async () => {
  const request = { dataset, measures: ['n'], variables: keys.map((key) => select(key, 'row')) }
  const cube = await bench.table(dataset, request)
  const { parts, codesAt } = await tableRows(bench.hands(), TableRequestShape.parse(request))
  const seen: number[] = []
  for await (const { cells, values } of parts) cells.forEach((cell, row) => {
    seen.push(cell)
    expect(values[0]?.[row]).toBe(cube.values[cell])
    expect(codesAt(cell)).toEqual(keys.map((_, axis) => cube.variables[axis]?.codes[Math.floor(cell / (cubeStrides(cube)[axis] ?? 1)) % (sizes[axis] ?? 1)]?.code))
  })
  expect(seen).toEqual(rows.map(({ codes }) => (Number(codes['place']?.[1]) * 3 + Number(codes['sex']?.[1])) * 5 + Number(codes['kind']?.[1])))
})
test('códigos hostiles son códigos: se guardan, se piden y vuelven', async () => {
  const hostile = [`'; drop table x; --`, `") from read_text('/etc/passwd') --`, `a'||(select 1)||'b`, '\\', '%_', '☃ ñ "', '${x}']
  const hard = await bench.add(observationsOf(structureOf({ shape: 'cube', dimensions: [{ key: 'n', title: 'N', role: 'category', codes: hostile.map((one) => ({ code: one, label: one })) }, { key: 'parts', title: 'P', role: 'category', codes: [{ code: 'cell', label: 'cell' }] }], measures: [{ key: 'v0', title: 'V', unit: '' }] }), hostile.map((one, index) => ({ codes: { n: one, parts: 'cell' }, values: { v0: index + 1 } }))))
  const cube = await bench.table(hard, { measures: ['v0'], variables: [select('n', 'row', { kind: 'codes', codes: hostile }), select('parts', 'column')] })
  expect([...cube.values]).toEqual(hostile.map((_, index) => index + 1))
  await expect(bench.table(hard, { measures: ['v0"; --'], variables: [] })).rejects.toMatchObject({ id: 'statistics/unknown-piece' })
  await expect(bench.table(hard, { measures: ['v0'], variables: [select('n" from x --', 'row')] })).rejects.toMatchObject({ id: 'statistics/unknown-piece' })
})
test('notas en sus cuatro niveles y quiebres entre períodos', async () => {
  const noted = await bench.add(observationsOf(structureOf({
    shape: 'cube', notes: ['De la tabla.'], cellNotes: [{ where: { year: '2024', place: 'a' }, text: 'De una celda.' }, { where: { year: '1990' }, text: 'De nadie.' }], breaks: [{ from: '2023', note: 'Cambió el formulario.' }],
    dimensions: [{ key: 'place', title: 'Lugar', role: 'place', note: 'De la variable.', codes: [{ code: 'a', label: 'A', note: 'Del valor.' }, { code: 'b', label: 'B' }] }, { key: 'year', title: 'Año', role: 'time', codes: ['2022', '2024'].map((one) => ({ code: one, label: one })) }], measures: [{ key: 'v', title: 'V', unit: '' }],
  }), ['a', 'b'].flatMap((place) => ['2022', '2024'].map((year) => ({ codes: { place, year }, values: { v: 10 } })))))
  const cube = await bench.table(noted, { measures: ['v'], variables: [select('place', 'row'), select('year', 'column')] })
  expect([cube.notes, cube.variables[0]?.note, cube.variables[0]?.codes[0]?.note, [...cube.cellNotes], cube.variables[1]?.codes[1]?.note]).toEqual([['De la tabla.', 'Quiebre de la serie desde 2023: Cambió el formulario.'], 'De la variable.', 'Del valor.', [[1, 'De una celda.']], 'Cambió el formulario.'])
  const change = await bench.table(noted, { measures: ['v'], variables: [select('place', 'row'), select('year', 'column', { kind: 'codes', codes: ['2024'] })], derive: { kind: 'change', lag: 1, as: 'percent' } })
  expect([at(change, 'a', '2024'), change.derivation]).toEqual(['0 break', 'Variación porcentual respecto del período anterior'])
})
