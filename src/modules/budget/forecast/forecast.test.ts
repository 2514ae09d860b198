import { expect, test } from 'vitest'
import { forecastExpenditure, forecastIncome, isDeficit } from './forecast.ts'

test('el ingreso proyectado suma a lo percibido el resto del año pasado, movido por cómo va este año', () => {
  // Va 600 donde iba 500 (un 20 % más); el resto del año pasado fue 400 → 600 + 400 · 1,2 = 1.080.
  expect(forecastIncome([{ soFar: 600, beforeSoFar: 500, beforeRest: 400 }])).toBe(1080)
  // Sin base el año pasado: 100 + 50.
  expect(forecastIncome([{ soFar: 100, beforeSoFar: 0, beforeRest: 50 }])).toBe(150)
})
test('el gasto recurrente se proyecta y lo demás queda en lo obligado', () => {
  // 21: 300 + 300 = 600, más que los 350 obligados. 31: solo lo obligado, 900.
  const titles = [{ title: '21', soFar: 300, committed: 350, beforeSoFar: 300, beforeRest: 300 }, { title: '31', soFar: 100, committed: 900, beforeSoFar: 50, beforeRest: 5000 }]
  expect(forecastExpenditure(titles, new Set(['21']))).toBe(1500)
})
test('hay déficit cuando el exceso pasa del uno por ciento del ingreso', () => {
  expect(isDeficit(1000, 1010, 0.01)).toBe(false)
  expect(isDeficit(1000, 1011, 0.01)).toBe(true)
})
