import { pesos } from '#kernel'
import { expect, test } from 'vitest'
import { settleRounding } from './settle-rounding.ts'

test('en un archivo en miles, lo que redondea a lo mismo queda en su peso exacto', () => {
  // M$ 1.000 contra 999.600 exactos (400 de diferencia) es igual; M$ 801 contra 800.400 (600) no lo es.
  expect(settleRounding({ accrued: pesos(1_000_000), paid: pesos(801_000) }, { accrued: pesos(999_600), paid: pesos(800_400) }, 500)).toMatchObject({ accrued: 999_600, paid: 801_000 })
})
test('dos redondeos no hacen una modificación', () => {
  // Inicial 1.000.400 (M$ 1.000) y vigente 1.500.600 (M$ 1.501): en M$ la modificación parece 501.000 y es 500.200.
  const exact = { initial: pesos(1_000_400), modification: pesos(500_200), adjusted: pesos(1_500_600) }
  expect(settleRounding({ initial: pesos(1_000_000), modification: pesos(501_000), adjusted: pesos(1_501_000) }, exact, 500)).toMatchObject(exact)
})
test('el redondeo no deja lo pagado sobre lo devengado', () => {
  // Devengado exacto 999.600; el archivo dice M$ 1.000 devengados y M$ 1.000 pagados, antes 700.000.
  expect(settleRounding({ accrued: pesos(1_000_000), paid: pesos(1_000_000) }, { accrued: pesos(999_600), paid: pesos(700_000) }, 500)).toMatchObject({ accrued: 999_600, paid: 999_600 })
})
test('en pesos no se toca nada', () => {
  const stated = { accrued: pesos(100) }
  expect(settleRounding(stated, { accrued: pesos(99) }, 0)).toBe(stated)
})
