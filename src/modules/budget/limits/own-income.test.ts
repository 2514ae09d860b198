import { expect, test } from 'vitest'
import { averageOwnIncome } from './own-income.ts'

const value = (year: number, amount: number) => ({ year, amount, source: 'SINIM' })

test('promedia los tres años anteriores y dice que son los que pide la ley', () => {
  // (5.309.760 + 6.663.953 + 7.893.719) / 3 = 6.622.477,33 miles: Loncoche 2021 a 2023 según SINIM, para el límite de 2024.
  const answer = averageOwnIncome([value(2020, 1), value(2021, 5_309_760), value(2022, 6_663_953), value(2023, 7_893_719), value(2024, 9)], 2024, 3)
  expect(answer).toMatchObject({ average: 6_622_477, exact: true, wanted: [2021, 2022, 2023] })
})
test('con publicaciones atrasadas usa las últimas y avisa que no son los años pedidos', () => {
  const answer = averageOwnIncome([value(2021, 100), value(2022, 200), value(2023, 300)], 2026, 3)
  expect(answer).toMatchObject({ average: 200, exact: false, wanted: [2023, 2024, 2025] })
})
test('con menos de tres años publicados no hay base', () => {
  expect(averageOwnIncome([value(2023, 300)], 2026, 3).average).toBeNull()
  // Un dato de hace más de ocho años no reemplaza a los pedidos.
  expect(averageOwnIncome([value(2010, 1), value(2022, 2), value(2023, 3)], 2026, 3).average).toBeNull()
})
