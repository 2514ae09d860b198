import { expect, test } from 'vitest'
import { growthOf, medianOf, ratioOf, sumOf } from './formulas.ts'

const known = (value: number) => ({ value })
/** Loncoche en poblacion/proyecciones_loncoche_edad_sexo_2002_2035.csv, 2024: awk sumando «poblacion» por edad y sexo. */
const loncoche = { men: 12_152, women: 12_633, young: 4732, adult: 15_557, old: 4496, total2014: 24_418, total2024: 24_785 }

test('masculinidad 2024: 12.152 hombres / 12.633 mujeres × 100 = 96,19', () => {
  expect(ratioOf(known(loncoche.men), known(loncoche.women), 100).value).toBeCloseTo(96.1925, 4)
})
test('envejecimiento 2024: 4.496 / 4.732 × 100 = 95,01', () => {
  expect(ratioOf(known(loncoche.old), known(loncoche.young), 100).value).toBeCloseTo(95.0127, 4)
})
test('dependencia 2024: (4.732 + 4.496) / 15.557 × 100 = 59,32', () => {
  expect(ratioOf(sumOf([known(loncoche.young), known(loncoche.old)]), known(loncoche.adult), 100).value).toBeCloseTo(59.3173, 4)
})
test('crecimiento 2014–2024: (24.785 / 24.418)^(1/10) − 1 = 0,149 % al año', () => {
  // ln(24785/24418) = 0,0149181; /10 = 0,00149181; e^0,00149181 − 1 = 0,00149292
  expect(growthOf(known(loncoche.total2014), known(loncoche.total2024), 10).value).toBeCloseTo(0.149292, 4)
})
test('casos policiales 2024: 1.617 / 24.785 × 100.000 = 6.524,1; Fonasa A y B 2023: 14.732 / 21.529 = 68,43 %', () => {
  expect(ratioOf(known(1617), known(loncoche.total2024), 100_000).value).toBeCloseTo(6524.1073, 3)
  expect(ratioOf(known(5397 + 9335), known(5397 + 9335 + 2849 + 3948), 100).value).toBeCloseTo(68.4286, 4)
})
test('pobreza SAE 2022: 3.891,178 / 24.780 × 100 = 15,70 %', () => {
  expect(ratioOf(known(3891.17792960455), known(24_780), 100).value).toBeCloseTo(15.7029, 4)
})
test('lo que falta no es cero, y sobre cero no hay nada que decir', () => {
  expect(sumOf([known(3), { value: null, status: 'not-received' }])).toEqual({ value: null, status: 'not-received' })
  expect(sumOf([])).toEqual({ value: null, status: 'no-data' })
  expect(ratioOf(known(3), known(0), 100)).toEqual({ value: null, status: 'not-applicable' })
  expect(growthOf(known(0), known(10), 5)).toEqual({ value: null, status: 'not-applicable' })
  expect(ratioOf({ value: 3, status: 'unreliable' }, { value: 6, status: 'incomplete' }, 100)).toEqual({ value: 50, status: 'incomplete' })
})
test('mediana de par e impar', () => {
  expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([])]).toEqual([2, 2.5, null])
})
