import { expect, test } from 'vitest'
import { censusPlaces, coverageOf } from '../boundaries/census.ts'
import { type TypedFigure, unitFigure, type Weights } from './unit-figure.ts'

const areal = (shares: Weights['shares'], uncovered: number): Weights => ({ method: 'areal', shares, uncovered, source: 'superficie', on: '2026-11-22', author: 'SECPLA' })
const typed = (scope: TypedFigure['scope'], value: number): TypedFigure => ({ measure: 'population', scope, value, datedOn: '2025-01-01', source: 'Catastro' })

test('Loncoche: 15.385 de 23.612 habitantes viven en una zona con polígono', () => {
  // By hand, from the file of ages by zone: 09109011001 298+523+3176+443 = 4.440; 011002 333+534+2680+519 = 4.066; 011003 167+561+2092+142 = 2.962;
  // 021001 182+214+1982+437 = 2.815; 081001 49+130+740+183 = 1.102. Sum 15.385. Commune: 11.502 men + 12.110 women = 23.612. 15.385 / 23.612 = 65,2 %.
  expect(coverageOf('09109')).toMatchObject({ counted: 23_612, inFile: 20_796, withPolygon: 15_385, polygons: 5 })
  expect(censusPlaces().get('09109011001')).toMatchObject({ population: 4440, hasPolygon: true, title: 'Zona 1, distrito 1' })
  expect([...censusPlaces().values()].filter(({ hasPolygon }) => hasPolygon)).toHaveLength(238)
})
test('una comuna cuyos datos no vienen no tiene cobertura: no es cero', () => {
  expect(coverageOf('13101')).toBeNull()
})
test('la parte de cada zona por su población', () => {
  // Half of 4.440 and a quarter of 4.066: 2.220 + 1.016,5 = 3.236,5 → 3.237.
  const figure = unitFigure(areal([{ geocode: '09109011001', share: 0.5 }, { geocode: '09109011002', share: 0.25 }], 0), [], censusPlaces())
  expect(figure).toMatchObject({ population: 3237, estimated: 3237, typed: false })
  expect(figure.used.map(({ people }) => people)).toEqual([2220, 1016.5])
  expect(figure.warnings.join(' ')).toContain('por superficie')
})
test('sin ninguna zona la población no se conoce, y se dice', () => {
  const figure = unitFigure(areal([], 1), [], censusPlaces())
  expect(figure.population).toBeNull()
  expect(figure.warnings[0]).toContain('no se conoce')
})
test('una cifra escrita para el resto se suma; una del total manda', () => {
  const weights = areal([{ geocode: '09109081001', share: 1 }], 0.4)
  expect(unitFigure(weights, [], censusPlaces()).warnings[0]).toContain('40,0')
  expect(unitFigure(weights, [typed('rest', 300)], censusPlaces())).toMatchObject({ population: 1402, rest: 300, typed: false, warnings: [] })
  expect(unitFigure(weights, [typed('rest', 300), typed('whole', 1500)], censusPlaces())).toMatchObject({ population: 1500, typed: true })
})
