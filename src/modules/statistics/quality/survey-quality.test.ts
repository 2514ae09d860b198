import { expect, test } from 'vitest'
import { day } from '#kernel'
import { loadLaw } from '#platform/law'
import { errorOfInterval, largestError, mayPublish, qualityOf, qualityStatus, standardOn } from './survey-quality.ts'

const standard = standardOn(loadLaw(), day('2026-06-30'))

// Estándar INE 2020: p^(2/3)/9 hasta 0,5 y (1−p)^(2/3)/9 después; valores de prueba publicados.
test.each([[0.02, 0.008187], [0.1, 0.023938], [0.3, 0.049793], [0.5, 0.069996], [0.8, 0.037999]])('q(%f) = %f', (p, q) => {
  expect(largestError(p, standard.curve)).toBeCloseTo(q, 5)
})
const amount = { kind: 'amount', cases: 200, degrees: 30, value: 100, error: 10 } as const
test('media: hasta 15 % de coeficiente de variación es fiable; hasta 30 %, poco; más, no', () => {
  expect([15, 15.1, 30, 30.1].map((error) => qualityOf({ ...amount, error }, standard))).toEqual(['reliable', 'weak', 'weak', 'unreliable'])
  expect(qualityOf({ ...amount, value: -100, error: 10 }, standard)).toBe('reliable')
  expect(qualityOf({ ...amount, value: 0, error: 1 }, standard)).toBe('unreliable')
})
test('pocos casos, pocos grados de libertad o ninguno declarado: no fiable, aunque el error sea chico', () => {
  expect([{ cases: 59 }, { degrees: 8 }, { degrees: null }].map((less) => qualityOf({ ...amount, error: 1, ...less }, standard))).toEqual(['unreliable', 'unreliable', 'unreliable'])
  expect(qualityOf({ ...amount, cases: 60, degrees: 9 }, standard)).toBe('reliable')
})
test('proporción: el error se mide contra la curva, nunca es no fiable por su coeficiente', () => {
  const share = { kind: 'proportion', cases: 60, degrees: 9, value: 0.1 } as const
  expect([0.0239, 0.024, 0.09].map((error) => qualityOf({ ...share, error }, standard))).toEqual(['reliable', 'weak', 'weak'])
  // Una razón mayor que uno se juzga como cantidad: 0,2/1,2 = 16,7 %.
  expect(qualityOf({ ...share, value: 1.2, error: 0.2 }, standard)).toBe('weak')
})
test('un cuadro se publica con la mitad de sus celdas fiables', () => {
  expect([mayPublish(['reliable', 'weak'], standard), mayPublish(['reliable', 'weak', 'unreliable'], standard), mayPublish([], standard)]).toEqual([true, false, false])
})
test('la marca de la celda, y el error de un intervalo publicado', () => {
  expect([qualityStatus('reliable'), qualityStatus('weak'), qualityStatus('unreliable')]).toEqual([null, 'unreliable', 'not-publishable'])
  // SAE Casen 2022, Loncoche: 10,321637 a 21,084158 → (21,084158 − 10,321637)/2/1,96 = 2,7456
  expect(errorOfInterval(10.321637, 21.084158)).toBeCloseTo(2.7456, 3)
})
