import { expect, test } from 'vitest'
import { looksLikeJsonStat, NotReadable, readJsonStat, readRecords } from './index.ts'

const dataset = {
  version: '2.0', class: 'dataset', label: 'Desempleo', source: 'INE', updated: '2024-05-01T00:00:00Z', id: ['area', 'year'], size: [2, 3], role: { time: ['year'], geo: ['area'] },
  dimension: { area: { label: 'Comuna', category: { index: { '09109': 1, '09101': 0 }, label: { '09101': 'Temuco', '09109': 'Loncoche' } } }, year: { label: 'Año', category: { index: ['2022', '2023', '2024'] } } },
  value: [1, 2, 3, 4, null, 6], status: { 4: ':', 5: 'p' },
}
const read = (value: unknown) => readJsonStat(value, 1000).map((cube) => ({ ...cube, cells: [...cube.cells] }))

test('lee un conjunto: orden por índice, roles, estados con y sin número', () => {
  const [cube] = read(dataset)
  expect([cube?.title, cube?.source, cube?.updated]).toEqual(['Desempleo', 'INE', '2024-05-01'])
  expect(cube?.variables.map(({ title, role, codes }) => [title, role, codes.map(({ code }) => code)])).toEqual([['Comuna', 'place', ['09101', '09109']], ['Año', 'time', ['2022', '2023', '2024']]])
  expect(cube?.cells[3]).toEqual({ at: [1, 0], value: 4 })
  expect(cube?.cells.slice(4)).toEqual([{ at: [1, 1], value: null, symbol: ':' }, { at: [1, 2], value: 6, symbol: 'p' }])
})
test('lee los valores ralos y la colección con tablas dentro', () => {
  const sparse = { ...dataset, value: { 0: 1, 5: 6 }, status: { 2: 'c' } }
  expect(read(sparse)[0]?.cells).toEqual([{ at: [0, 0], value: 1 }, { at: [1, 2], value: 6 }, { at: [0, 2], value: null, symbol: 'c' }])
  expect(read({ class: 'collection', link: { item: [{ href: 'https://otra' }, dataset, sparse] } })).toHaveLength(2)
})
test('lee las medidas con su unidad y sus decimales', () => {
  const [cube] = read({ class: 'dataset', id: ['m'], size: [2], role: { metric: ['m'] }, dimension: { m: { category: { label: { a: 'Personas', b: 'Tasa' }, unit: { a: { label: 'personas', decimals: 0 }, b: { label: '%', decimals: 1 } } } } }, value: [10, 2.5] })
  expect(cube?.variables[0]).toEqual({ title: 'm', role: 'measure', codes: [{ code: 'a', label: 'Personas', unit: 'personas', decimals: 0 }, { code: 'b', label: 'Tasa', unit: '%', decimals: 1 }] })
})
test.each([
  ['datos que no calzan', { ...dataset, value: [1, 2] }, 'dicen 6'], ['lugar que no existe', { ...dataset, value: { 9: 1 } }, 'lugar 9'], ['variable sin describir', { ...dataset, dimension: { area: dataset.dimension.area } }, 'year'],
  ['tamaño falso', { ...dataset, size: [2, 4] }, '4 categorías y trae 3'], ['sólo direcciones', { class: 'collection', link: { item: [{ href: 'x' }] } }, 'descargue'], ['a medias', { ...dataset, size: 'dos' }, 'completo'], ['gigante', { ...dataset, size: [1e6, 1e6] }, '1000'],
])('rechaza: %s', (_name, value, why) => {
  expect(() => read(value)).toThrow(NotReadable)
  expect(() => read(value)).toThrow(why)
})
test('reconoce lo que es JSON-stat y lo que no', () => {
  expect([dataset, { class: 'collection', link: { item: [] } }, { a: 1 }, [dataset], null, 'x'].map(looksLikeJsonStat)).toEqual([true, true, false, false, false, false])
})
test('las propiedades de un GeoJSON y las listas de un JSON son tablas', () => {
  const { kind, tables: [table] } = readRecords({ type: 'FeatureCollection', features: [{ properties: { CUT: '09109', n: 1 }, geometry: null }, { properties: { CUT: '09101', extra: { a: 1 } } }] })
  expect([kind, table?.header, [...(table?.rows ?? [])]]).toEqual(['geojson', ['CUT', 'n', 'extra'], [['09109', 1, null], ['09101', null, '{"a":1}']]])
  expect(readRecords({ municipios: '1,2', textos: [{ id: 1 }, { id: 2 }] }).tables.map(({ name, count }) => [name, count])).toEqual([['textos', 2]])
  expect(() => readRecords({ a: 1 })).toThrow('lista de registros')
  // Keys that would reach the prototype are only text.
  expect(readRecords([JSON.parse('{"__proto__": {"x": 1}, "y": 2}')]).tables[0]?.header).toEqual(['__proto__', 'y'])
})
