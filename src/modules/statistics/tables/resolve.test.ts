import { expect, test } from 'vitest'
import { type TableRequest, TableRequestShape } from '../model/request.ts'
import { ageGroups, ageOf, agesFilling } from './ages.ts'
import { placesAbove } from './places-above.ts'
import { resolve, type Resolved } from './resolve.ts'
import { select, structureOf } from './tables.fixture.ts'

const communes = [['09101', 'Temuco'], ['09109', 'Loncoche'], ['10101', 'Puerto Montt']].map(([code = '', label = '']) => ({ code, label }))
const structure = structureOf({
  shape: 'cube', dimensions: [
    { key: 'place', title: 'Comuna', role: 'place', codes: communes }, { key: 'year', title: 'Año', role: 'time', codes: ['2024', '2022', '2023'].map((code) => ({ code, label: code })) },
    { key: 'sex', title: 'Sexo', role: 'sex', total: 'T', codes: ['T', 'H', 'M'].map((code) => ({ code, label: code })) }, { key: 'kind', title: 'Tipo', role: 'category', codes: [{ code: 'a', label: 'A' }, { code: 'a1', label: 'A1', parent: 'a' }, { code: 'a2', label: 'A2', parent: 'a' }, { code: 'b', label: 'B' }] },
    { key: 'age', title: 'Edad', role: 'age', codes: ['0', '4', '5', '14', '15', '64', '65', '80'].map((code) => ({ code, label: code === '80' ? '80 años y más' : `${code} años` })) },
  ], measures: [{ key: 'persons', title: 'Personas', unit: 'personas' }, { key: 'rate', title: 'Tasa', unit: '%', adds: false }],
})
const rows: ReadonlySet<string> = new Set(['a1', 'a2', 'b'])
const knowledge = { above: placesAbove, present: ({ key }: { key: string }) => (key === 'kind' ? rows : undefined) }
const asked = (request: Record<string, unknown>): TableRequest => TableRequestShape.parse({ dataset: '00000000-0000-4000-8000-000000000001', measures: ['persons'], ...request })
const year = select('year', 'layer', { kind: 'codes', codes: ['2024'] })
const resolved = (...variables: unknown[]): Resolved => resolve(asked({ variables: [year, ...variables] }), structure, knowledge)
const chosen = (selection: Record<string, unknown>, dimension = 'place') => resolved(select(dimension, 'row', selection)).variables[1]?.chosen.map(({ code, members }) => `${code.code}=${members.join('+')}`)
const refusal = (work: () => unknown): string => { try { work() } catch (error) { return error instanceof Error ? error.message : '' } return 'no se rehusó' }

test('cada clase de selección', () => {
  expect(chosen({ kind: 'codes', codes: ['10101', '09109'] })).toEqual(['10101=10101', '09109=09109'])
  expect(chosen({ kind: 'all' })).toEqual(['09101=09101', '09109=09109', '10101=10101'])
  expect(chosen({ kind: 'level', level: 'region' })).toEqual(['09=09101+09109', '10=10101'])
  expect(chosen({ kind: 'children', of: '091' })).toEqual(['09101=09101', '09109=09109'])
  expect(chosen({ kind: 'grouping', grouping: 'region', codes: ['10'] })).toEqual(['10=10101'])
  expect(chosen({ kind: 'grouping', grouping: 'country' })).toEqual(['00=09101+09109+10101'])
  expect(chosen({ kind: 'grouping', grouping: 'age-large' }, 'age')).toEqual(['0-14=0+4+5+14', '15-64=15+64', '65+=65+80'])
  expect(chosen({ kind: 'grouping', grouping: 'age-5' }, 'age')).toEqual(['0-4=0+4', '5-9=5', '10-14=14', '15-19=15', '60-64=64', '65-69=65', '80+=80'])
  const periods = (selection: Record<string, unknown>) => resolve(asked({ variables: [select('year', 'row', selection)] }), structure, knowledge).variables[0]?.chosen.map(({ code }) => code.code)
  expect([periods({ kind: 'latest', count: 2 }), periods({ kind: 'from', code: '2023' })]).toEqual([['2023', '2024'], ['2023', '2024']])
})
test('una agrupación de la oficina junta los códigos que dice', () => {
  const groupings = [{ key: 'zone', title: 'Zonas', dimension: 'place', groups: [{ code: 'z1', label: 'Sur', codes: ['09109', '10101'] }, { code: 'z2', label: 'Vacía', codes: ['99999'] }] }]
  expect(resolve(asked({ variables: [year, select('place', 'row', { kind: 'grouping', grouping: 'zone' })] }), structure, { ...knowledge, groupings }).variables[1]?.chosen).toEqual([{ code: { code: 'z1', label: 'Sur' }, members: ['09109', '10101'] }])
})
test('lo que queda fuera: su total si lo hay; si no, la suma sin contar dos veces lo que cuelga de otro', () => {
  const out = new Map(resolved().leftOut.map(({ dimension, members }) => [dimension.key, members]))
  expect([out.get('sex'), out.get('kind'), out.get('place')]).toEqual([['T'], ['a1', 'a2', 'b'], ['09101', '09109', '10101']])
  // Where the parent has rows of its own, they are what the publisher gave.
  expect(resolve(asked({ variables: [year] }), structure, { ...knowledge, present: () => undefined }).leftOut.find(({ dimension }) => dimension.key === 'kind')?.members).toEqual(['a', 'b'])
})
test('lo elegido se suma una vez: con el total basta el total, con la región sobran sus comunas', () => {
  expect(resolved(select('sex', 'row')).variables[1]?.whole).toEqual([0])
  expect(resolved(select('kind', 'row')).variables[1]?.whole).toEqual([0, 3])
  expect(resolved(select('place', 'row', { kind: 'codes', codes: ['09109', '09', '10101'] })).variables[1]?.whole).toEqual([1, 2])
})
test('se rehúsa en palabras', () => {
  expect(refusal(() => chosen({ kind: 'codes', codes: ['99999', "'; --"] }))).toContain("«Comuna» no tiene los valores «99999», «'; --».")
  expect(refusal(() => resolve(asked({ variables: [] }), structure, knowledge))).toContain('«Año» no puede quedar fuera de la tabla: sumar períodos distintos contaría varias veces a los mismos.')
  expect(refusal(() => resolve(asked({ measures: ['rate'], variables: [year] }), structure, knowledge))).toContain('«Tasa» no se suma y no hay un valor que sea el total')
  expect(refusal(() => resolve(asked({ measures: ['rate'], variables: [year, select('place', 'row', { kind: 'grouping', grouping: 'region' })] }), structure, knowledge))).toContain('«La Araucanía» habría que sumarlo')
  expect(refusal(() => resolve(asked({ variables: [year, select('place', 'row')] }), structure, { ...knowledge, limit: 2 }))).toContain('Tendría 3 celdas y se muestran hasta 2.')
  expect(refusal(() => resolve(asked({ measures: ['otra'], variables: [year] }), structure, knowledge))).toContain('no tiene la medida «otra»')
  expect(refusal(() => resolved(year))).toContain('dos veces')
  expect(refusal(() => chosen({ kind: 'grouping', grouping: 'age-5' }))).toContain('no son edades')
  expect(refusal(() => chosen({ kind: 'grouping', grouping: 'nada' }))).toContain('no se conoce la agrupación «nada»')
  expect(refusal(() => chosen({ kind: 'latest', count: 2 }))).toContain('sólo los períodos')
})
test('las edades se leen como las escriben los publicadores, y no se parte lo que no se puede', () => {
  const read = (label: string) => ageOf({ code: 'x', label })
  expect([read('7'), read('1 año'), read('5 a 9 años'), read('5-9'), read('80 años y más'), read('100 o mas'), read('80+'), read('Total')]).toEqual([
    { from: 7, to: 7 }, { from: 1, to: 1 }, { from: 5, to: 9 }, { from: 5, to: 9 }, { from: 80, to: Number.POSITIVE_INFINITY }, { from: 100, to: Number.POSITIVE_INFINITY }, { from: 80, to: Number.POSITIVE_INFINITY }, undefined,
  ])
  const ages = (...codes: string[]) => codes.map((code) => ({ code, label: code }))
  expect(ageGroups(ages('0-14', '15-29', '30-59', '60+'), 'age-large').crossing).toEqual(['60+'])
  expect(agesFilling({ from: 0, to: 4 }, ages('0', '1', '2', '3', '4', '5'))).toEqual(['0', '1', '2', '3', '4'])
  expect(agesFilling({ from: 0, to: 4 }, ages('0', '1', '3', '4'))).toBeUndefined()
  expect(agesFilling({ from: 65, to: Number.POSITIVE_INFINITY }, ages('64', '65', '66-79', '80+'))).toEqual(['65', '66-79', '80+'])
})
