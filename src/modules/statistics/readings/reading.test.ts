import { expect, test } from 'vitest'
import type { Comparison, IndicatorView } from '../indicators/indicator-contract.ts'
import { readingOf } from './reading.ts'

const rules = { similarTolerance: 0.05, smallCases: 100 }
const source = (base: string) => ({ id: base, title: base, publisher: 'INE', version: 1, base, updatedOn: '2026-06-30', overdue: '', link: '', measure: 'm' })
const other = (key: Comparison['key'], title: string, value: number): Comparison => ({ key, title, value, status: null, count: 1, method: '', series: [] })
const view = (given: Partial<IndicatorView>): IndicatorView => ({
  code: 'x', title: 'Pobreza multidimensional', gender: 'f', topic: 'social', definition: '', unit: '%', decimals: 1, better: 'less', method: '', note: '', year: 2022, value: 15.7029, status: null, absence: '', lower: null, upper: null, level: '', cases: null,
  series: [], partialYears: [], comparisons: [], sexGap: null, territoryGap: null, target: null, judgement: { tone: 'neutral', title: '', rule: '' }, alerts: [], sources: [source('')], overdue: false, base: '', ...given,
})
const read = (given: Partial<IndicatorView>): readonly string[] => readingOf(view(given), 'Loncoche', rules).map(({ kind, text }) => `${kind === 'refused' ? '✗ ' : ''}${text.replaceAll('\u00a0', ' ')}`)
const series = (...points: readonly [number, number][]) => points.map(([year, value]) => ({ year, value, status: null }))

test('1. un porcentaje con su intervalo', () => {
  expect(read({ lower: 10.3216, upper: 21.0842, level: '95 %' })).toEqual(['En 2022, la pobreza multidimensional de Loncoche fue de 15,7 % (entre 10,3 % y 21,1 %, con 95 % de confianza).'])
})
test('2. género masculino y unidad en palabras', () => {
  expect(read({ title: 'Índice de masculinidad', gender: 'm', unit: 'hombres por 100 mujeres', year: 2024, value: 96.1925 })).toEqual(['En 2024, el índice de masculinidad de Loncoche fue de 96,2 hombres por 100 mujeres.'])
})
test('3. singular: una persona', () => {
  expect(read({ title: 'Población', unit: 'personas', decimals: 0, value: 1 })[0]).toBe('En 2022, la población de Loncoche fue de 1 persona.')
  expect(read({ title: 'Población', unit: 'personas', decimals: 0, value: 24_785 })[0]).toContain('24.785 personas')
})
test('4. subió, bajó o casi no cambió, en puntos porcentuales', () => {
  expect(read({ series: series([2018, 17.7029], [2022, 15.7029]) })[1]).toBe('Desde 2018 bajó 2,0 puntos porcentuales: era de 17,7 %.')
  expect(read({ series: series([2018, 15.69], [2022, 15.7029]) })[1]).toBe('Desde 2018 casi no ha cambiado.')
})
test('5. comparación: parecido, por encima y por debajo del país', () => {
  expect(read({ value: 20, comparisons: [other('similar', 'Comunas similares', 20.5), other('region', 'La Araucanía', 28), other('country', 'Chile', 16.9)] }).slice(1)).toEqual(['Es parecido a la mediana de las comunas similares (20,5 %).', 'Está por debajo de la región de La Araucanía (28,0 %).', 'Está por encima del país (16,9 %).'])
})
test('6. lo que cae dentro del intervalo no se distingue', () => {
  expect(read({ lower: 10.3, upper: 21.1, level: '95 %', comparisons: [other('country', 'Chile', 16.9)] })[1]).toBe('No se distingue del país (16,9 %): ese valor cae dentro del intervalo.')
})
test('7. brecha entre mujeres y hombres', () => {
  // Fonasa 2023: mujeres 8.292/11.084 = 74,81; hombres 6.440/10.444 = 61,66; 13,15 puntos
  expect(read({ sexGap: { women: 74.8106, men: 61.6622, difference: 13.1484, method: '' } })[1]).toBe('Entre las mujeres es de 74,8 % y entre los hombres de 61,7 %: 13,1 puntos porcentuales más para ellas.')
})
test('8. se niega: falta el dato', () => {
  expect(read({ value: null, absence: 'falta cargar «casen»' })).toEqual(['✗ No hay un dato de «Pobreza multidimensional» para Loncoche: falta cargar «casen».'])
})
test('9. se niega: mezcla bases de población, o la encuesta no alcanza', () => {
  expect(read({ sources: [source('Censo 2017'), source('Censo 2024')] })).toEqual(['✗ No se lee «Pobreza multidimensional»: mezcla poblaciones de bases distintas (Censo 2017 y Censo 2024).'])
  expect(read({ status: 'not-publishable' })).toEqual(['✗ No se lee «Pobreza multidimensional»: la encuesta no alcanza para Loncoche.'])
})
test('10. se niega a decir el cambio o la comparación: pocos casos o poco fiable', () => {
  expect(read({ title: 'Tasa de casos policiales', unit: 'por 100.000 habitantes', cases: 40, series: series([2018, 90], [2022, 160]) })[1]).toBe('✗ No se dice si subió o bajó: con 40 casos (menos de 100) la tasa cambia por azar.')
  expect(read({ status: 'unreliable', series: series([2018, 10], [2022, 15.7]), comparisons: [other('country', 'Chile', 16.9)] }).slice(1)).toEqual(['✗ No se dice si subió o bajó: la estimación es poco fiable.', '✗ No se compara con el país: la estimación es poco fiable.'])
})
