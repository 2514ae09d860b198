import { expect, test } from 'vitest'
import { orderOfTexts } from './order.ts'

const sorted = (texts: string[], descending = false) => orderOfTexts(texts, descending).map((at) => texts[at])

test('una columna de fechas se ordena por el calendario, no por el día del mes', () => {
  expect(sorted(['31-01-2026', '02-12-2025', '15-07-2026'])).toEqual(['02-12-2025', '31-01-2026', '15-07-2026'])
  expect(sorted(['31-01-2026', '02-12-2025', '15-07-2026'], true)).toEqual(['15-07-2026', '31-01-2026', '02-12-2025'])
  expect(sorted(['mié 22-07-2026', 'vie 17-07-2026'])).toEqual(['vie 17-07-2026', 'mié 22-07-2026'])
  expect(sorted(['22-07-2026, 10:05', '22-07-2026, 09:40'])).toEqual(['22-07-2026, 09:40', '22-07-2026, 10:05'])
})
test('una columna de números se ordena por su tamaño', () => {
  expect(sorted(['1.200', '900', '30'])).toEqual(['30', '900', '1.200'])
  expect(sorted(['M$ 1.200', 'M$ −5', 'M$ 30'])).toEqual(['M$ −5', 'M$ 30', 'M$ 1.200'])
  expect(sorted(['12,5 %', '9,0 %', '100,0 %'])).toEqual(['9,0 %', '12,5 %', '100,0 %'])
  expect(sorted(['10 días', '9 días'])).toEqual(['9 días', '10 días'])
})
test('lo vacío queda al final en los dos sentidos', () => {
  expect(sorted(['', '02-12-2025', '–', '31-01-2026'])).toEqual(['02-12-2025', '31-01-2026', '', '–'])
  expect(sorted(['', '02-12-2025', '–', '31-01-2026'], true)).toEqual(['31-01-2026', '02-12-2025', '', '–'])
})
test('los textos van por el alfabeto, y una cuenta del clasificador no es un número', () => {
  expect(sorted(['Ñuble', 'Álamos', 'Nahuelbuta'])).toEqual(['Álamos', 'Nahuelbuta', 'Ñuble'])
  expect(sorted(['22.04.001', '21.01', '22.04'])).toEqual(['21.01', '22.04', '22.04.001'])
})
