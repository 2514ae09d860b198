import { expect, test } from 'vitest'
import { type Structure, StructureShape } from '../model/structure.ts'
import { defaultRequest } from './default-request.ts'
import { similarPlaces } from './similar-places.ts'

const dataset = '11111111-1111-4111-8111-111111111111'
const place = { key: 'comuna', title: 'Comuna', role: 'place', codes: [{ code: '09109', label: 'Loncoche', parent: '091' }, { code: '09101', label: 'Temuco', parent: '091' }] }
const time = { key: 'anio', title: 'Año', role: 'time', codes: ['2022', '2023', '2024'].map((code) => ({ code, label: code })) }
const sex = { key: 'sexo', title: 'Sexo', role: 'sex', codes: [{ code: 'M', label: 'Mujeres' }, { code: 'H', label: 'Hombres' }] }
const age = { key: 'edad', title: 'Edad', role: 'age', codes: Array.from({ length: 81 }, (_, at) => ({ code: at === 80 ? '80+' : String(at), label: at === 80 ? '80 y más' : String(at) })) }
const above = { comuna: [{ code: '091', label: 'Cautín', level: 'province', parent: '09' }, { code: '09', label: 'La Araucanía', level: 'region', parent: 'CL' }, { code: 'CL', label: 'Chile', level: 'country' }] }
const made = (dimensions: unknown[], measures: unknown[] = [{ key: 'personas', title: 'Personas', unit: 'personas' }]): Structure => StructureShape.parse({ shape: 'cube', dimensions, measures })
const proposed = (structure: Structure, home = '09109') => defaultRequest({ dataset, structure, above, home, today: '2026-07-22' })

test('edades en filas, últimos períodos y sexos en columnas, la comuna con su región y el país en la capa', () => {
  expect(proposed(made([place, time, sex, age])).variables).toEqual([
    { dimension: 'comuna', select: { kind: 'codes', codes: ['09109', '09', 'CL'] }, place: 'layer' }, { dimension: 'edad', select: { kind: 'grouping', grouping: 'age-5' }, place: 'row' },
    { dimension: 'anio', select: { kind: 'latest', count: 3 }, place: 'column' }, { dimension: 'sexo', select: { kind: 'all' }, place: 'column' },
  ])
})
test('sin edades ni categorías, los lugares son las filas', () => {
  expect(proposed(made([place, time])).variables).toEqual([{ dimension: 'comuna', select: { kind: 'codes', codes: ['09109', '09', 'CL'] }, place: 'row' }, { dimension: 'anio', select: { kind: 'latest', count: 6 }, place: 'column' }])
})
test('una tasa no se suma: sólo la comuna, y lo que no puede quedar fuera entra como capa', () => {
  const other = { key: 'area', title: 'Área', role: 'category', codes: [{ code: 'U', label: 'Urbana' }, { code: 'R', label: 'Rural' }] }
  const list = { key: 'cargo', title: 'Cargo', role: 'category', codes: [{ code: 'a', label: 'A' }, { code: 'b', label: 'B' }] }
  const { variables } = proposed(made([place, time, other, list], [{ key: 'tasa', title: 'Tasa', unit: '%', adds: false }]))
  expect(variables.find(({ dimension }) => dimension === 'comuna')?.select).toEqual({ kind: 'codes', codes: ['09109'] })
  expect(variables.map(({ dimension, place: side }) => `${dimension} ${side}`)).toEqual(['comuna layer', 'area row', 'cargo layer', 'anio column'])
})
test('si la comuna no está, se ven las que hay; sin lugar ni categorías, los períodos son las filas', () => {
  expect(proposed(made([place, time]), '05101').variables[0]?.select).toEqual({ kind: 'all' })
  expect(proposed(made([time])).variables).toEqual([{ dimension: 'anio', select: { kind: 'latest', count: 6 }, place: 'row' }])
})
test('una proyección se abre en el presente, no al final', () => {
  const future = { ...time, codes: ['2024', '2025', '2026', '2027', '2028'].map((code) => ({ code, label: code })) }
  expect(proposed(made([sex, future])).variables[0]?.select).toEqual({ kind: 'codes', codes: ['2024', '2025', '2026'] })
})
test('parecidas: las de población más cercana en proporción', () => {
  // Own 100: 50 and 200 are as far (half and double); 90 is ln(100/90) = 0,105 away, 120 is ln(1,2) = 0,182.
  const places = [['1', 100], ['2', 200], ['3', 90], ['4', 50], ['5', 120], ['6', null], ['7', 0]].map(([code, size]) => ({ code: String(code), label: String(code), size: size as number | null }))
  expect(similarPlaces(places, '1', 4).map(({ code }) => code)).toEqual(['3', '5', '2', '4'])
  expect(similarPlaces(places, '9')).toEqual([])
})
