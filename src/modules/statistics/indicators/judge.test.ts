import { expect, test } from 'vitest'
import { alertsOf, judge, lineOf, shortfall } from './judge.ts'

const rules = { targetTolerance: 0.1, similarTolerance: 0.05, trendDeviation: 2, trendPeriods: 8, similarCount: 10, smallCases: 100 }
const titled = (value: number | null, better: 'more' | 'less' | 'neither', target: number | null, similar: number | null) => judge(value, { better, target, similar }, rules).title

test('frente a la meta, según hacia dónde se quiere ir', () => {
  expect([titled(50, 'more', 50, null), titled(45, 'more', 50, null), titled(44.9, 'more', 50, null)]).toEqual(['en la meta', 'cerca de la meta', 'lejos de la meta'])
  expect([titled(10, 'less', 10, 1), titled(11, 'less', 10, 1), titled(11.1, 'less', 10, 1)]).toEqual(['en la meta', 'cerca de la meta', 'lejos de la meta'])
})
test('sin meta, frente a las similares; lo que describe no se juzga', () => {
  expect([titled(94, 'more', null, 100), titled(96, 'more', null, 100), titled(106, 'more', null, 100)]).toEqual(['peor que las similares', 'parecido a las similares', 'mejor que las similares'])
  expect([titled(94, 'neither', 90, 100), titled(94, 'more', null, null), titled(null, 'more', 90, 100)]).toEqual(['describe', 'sin meta', 'sin dato'])
  expect(judge(44, { better: 'more', target: 50, similar: null }, rules).rule).toContain('hasta 10\u00a0% de ella')
})
test('si el intervalo de la estimación toca la mediana de las similares, no se distinguen', () => {
  // Pobreza SAE 2022: 15,7 entre 10,3 y 21,1; similares 16,9.
  const told = (interval: readonly [number, number] | null) => judge(15.7, { better: 'less', target: null, similar: 16.9, interval }, rules).title
  expect([told([10.3, 21.1]), told([15, 16.4]), told(null)]).toEqual(['no se distingue', 'mejor que las similares', 'mejor que las similares'])
})
test('lo que falta, como parte de la referencia', () => {
  expect([shortfall(45, 50, 'more'), shortfall(55, 50, 'less'), shortfall(60, 50, 'more'), shortfall(0, 0, 'more')]).toEqual([0.1, 0.1, -0.2, 0])
})
test('una recta exacta no deja desvío; con ruido, el de los mínimos cuadrados', () => {
  const exact = lineOf([2019, 2020, 2021].map((year) => ({ year, value: 2 * year })))
  expect([exact?.at(2022), exact?.deviation]).toEqual([4044, 0])
  // Puntos (1,1) (2,3) (3,2) (4,4): pendiente 0,8; ordenada 0,5; residuos −0,3 0,9 −0,9 0,3 → √(1,8/2) = 0,9487
  const line = lineOf([[1, 1], [2, 3], [3, 2], [4, 4]].map(([year = 0, value = 0]) => ({ year, value })))
  expect(line?.at(5)).toBeCloseTo(4.5, 10)
  expect(line?.deviation).toBeCloseTo(0.948683, 6)
})
test('avisa al apartarse de la meta o de la propia tendencia, y calla si hay pocos años', () => {
  const points = [[1, 1], [2, 3], [3, 2], [4, 4]].map(([year = 0, value = 0]) => ({ year, value }))
  const told = (value: number, target: number | null = null) => alertsOf([...points, { year: 5, value }], { better: 'more', target, decimals: 1 }, rules).map(({ kind }) => kind)
  // 4,5 ± 2 × 0,9487 = 2,60 a 6,40
  expect([told(6.3), told(6.5), told(2.5), told(4.5, 5.1), told(4.5, 5)]).toEqual([[], ['trend'], ['trend'], ['target'], []])
  expect(alertsOf([...points, { year: 5, value: 99 }], { better: 'neither', target: null, decimals: 1 }, rules)).toEqual([])
  expect(alertsOf([...points.slice(1), { year: 5, value: 99 }], { better: 'more', target: null, decimals: 1 }, rules)).toEqual([])
})
