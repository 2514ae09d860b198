import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Selection, TableRequest } from '../model/request.ts'
import { codeToText, textToCode } from './code-text.ts'
import { addressToRequest, layerToText, requestToAddress, textToLayer } from './table-address.ts'

const dataset = '11111111-1111-4111-8111-111111111111'
const population = '22222222-2222-4222-8222-222222222222'
const request: TableRequest = {
  dataset, version: 'latest', measures: ['personas', 'hogares'], measurePlace: 'column',
  variables: [{ dimension: 'edad', select: { kind: 'grouping', grouping: 'age-5' }, place: 'row' }, { dimension: 'anio', select: { kind: 'latest', count: 3 }, place: 'column' }, { dimension: 'comuna', select: { kind: 'codes', codes: ['09109', '09'] }, place: 'layer' }],
  derive: { kind: 'rate', population, per: 100_000 }, totals: { rows: true, columns: false }, sort: { by: ['2024', 'personas'], descending: true }, hideEmpty: true,
}

test('la dirección se lee y siempre es la misma', () => {
  expect(requestToAddress(request)).toEqual({
    filas: 'edad.*grupo.age-5', columnas: 'anio.*ultimos.3', capas: 'comuna.09109.09', medidas: 'personas.hogares', medidas_en: undefined, calculo: `tasa.100000.${population}`,
    totales: 'filas', orden: 'mayor.2024.personas', sin_vacias: 'si', version: undefined,
  })
})
test('una dirección sin cuadro no inventa uno, y una mala no rompe', () => {
  expect(addressToRequest(dataset, {})).toBeUndefined()
  expect(addressToRequest('otro', requestToAddress(request))).toBeUndefined()
  expect(addressToRequest(dataset, { medidas: 'personas', filas: 'edad. comuna.09109', calculo: 'raro.1', orden: 'x' })).toEqual({ dataset, version: 'latest', measures: ['personas'], measurePlace: 'column', variables: [{ dimension: 'comuna', select: { kind: 'codes', codes: ['09109'] }, place: 'row' }], totals: { rows: false, columns: false }, hideEmpty: false })
})

const code = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => !/\p{Surrogate}/u.test(text))
const selection: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({ kind: fc.constant('codes' as const), codes: fc.array(code, { minLength: 1, maxLength: 6 }) }), fc.constant({ kind: 'all' as const }), fc.integer({ min: 1, max: 200 }).map((count) => ({ kind: 'latest' as const, count })),
  code.map((from) => ({ kind: 'from' as const, code: from })), code.map((level) => ({ kind: 'level' as const, level })), code.map((of) => ({ kind: 'children' as const, of })),
  fc.record({ kind: fc.constant('grouping' as const), grouping: code, codes: fc.array(code, { minLength: 1, maxLength: 4 }) }),
)
test('cualquier código vuelve igual, también con puntos, espacios y acentos', () => {
  fc.assert(fc.property(code, (text) => { expect(textToCode(codeToText(text))).toBe(text); expect(codeToText(text)).toMatch(/^([A-Za-z0-9_-]|\*[0-9A-F]{2})+$/) }))
})
test('cualquier pedido vuelve igual de su dirección', () => {
  const places = ['row', 'column', 'layer'] as const
  fc.assert(fc.property(fc.array(selection, { minLength: 1, maxLength: 5 }), fc.array(code, { maxLength: 3 }), fc.boolean(), (selections, by, flag) => {
    const variables = selections.map((select, at) => ({ dimension: `d${at}`, select, place: places[Math.min(2, at)] ?? 'row' }))
    const made: TableRequest = { dataset, version: flag ? 4 : 'latest', measures: ['m_1'], measurePlace: flag ? 'row' : 'column', variables, derive: { kind: 'index', base: '2017-03' }, totals: { rows: flag, columns: true }, sort: { by, descending: flag }, hideEmpty: flag }
    expect(addressToRequest(dataset, requestToAddress(made))).toEqual(made)
  }))
})
test('la capa vista va y vuelve', () => expect(textToLayer(layerToText({ anio: '2024-03', edad: '80+' }))).toEqual({ anio: '2024-03', edad: '80+' }))
