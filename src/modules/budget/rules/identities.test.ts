import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noSums, type PhaseSums } from '../movements/phase.ts'
import { amendmentImbalance, brokenIdentities, brokenSums, imbalance, openingCash, roomFor, yearEnd } from './identities.ts'

const amount = fc.integer({ min: 0, max: 1_000_000_000 })
/** A chain that respects every identity by construction: each phase takes a part of the one before. */
const soundChain = fc.tuple(amount, fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 })).map(([adjusted, [a = 0, b = 0, c = 0, d = 0]]): PhaseSums => {
  const commitment = Math.floor((adjusted * a) / 100)
  const precommitment = Math.floor(((adjusted - commitment) * b) / 100)
  const accrual = Math.floor((commitment * c) / 100)
  return [adjusted, 0, precommitment, commitment, accrual, Math.floor((accrual * d) / 100), 0]
})

test('una cadena formada por partes de la anterior nunca rompe identidades, y lo que queda nunca es negativo', () => {
  fc.assert(fc.property(soundChain, (sums) => {
    expect(brokenIdentities('expenditure', sums)).toEqual([])
    for (const step of ['precommitment', 'commitment', 'accrual', 'payment'] as const) expect(roomFor(step, sums)).toBeGreaterThanOrEqual(0)
  }))
})
test('pagar todo lo que queda respeta la cadena y un peso más la rompe', () => {
  fc.assert(fc.property(soundChain, (sums) => {
    const room = roomFor('payment', sums)
    const pay = (extra: number): PhaseSums => [sums[0], sums[1], sums[2], sums[3], sums[4], sums[5] + room + extra, 0]
    expect(brokenIdentities('expenditure', pay(0))).toEqual([])
    expect(brokenIdentities('expenditure', pay(1)).map(({ identity, excess }) => [identity, excess])).toEqual([['I3', 1]])
  }))
})
test('I1 e I2: equilibrio del presupuesto y de cada modificación', () => {
  expect(imbalance([100, 50], [120, 30])).toBe(0)
  expect(amendmentImbalance([{ kind: 'income', amount: 500 }, { kind: 'expenditure', amount: 300 }])).toBe(200)
  // Un traspaso entre gastos: lo que uno baja el otro lo sube.
  expect(amendmentImbalance([{ kind: 'expenditure', amount: -300 }, { kind: 'expenditure', amount: 300 }])).toBe(0)
})
test('I6: lo percibido no supera lo devengado', () => {
  expect(brokenIdentities('income', [0, 0, 0, 0, 100, 0, 100])).toEqual([])
  expect(brokenIdentities('income', [0, 0, 0, 0, 100, 0, 101])).toEqual([{ identity: 'I6', what: 'lo percibido supera lo devengado', excess: 1 }])
})
test('I8: el saldo final de caja no se ejecuta', () => {
  expect(brokenIdentities('expenditure', [100, 0, 0, 1, 0, 0, 0], { closingCash: true }).map(({ identity }) => identity)).toEqual(['I8'])
  expect(brokenIdentities('expenditure', [100, 0, 0, 0, 0, 0, 0], { closingCash: true })).toEqual([])
})
test('I3 salvo exceso que la ley permite', () => {
  expect(brokenIdentities('expenditure', [100, 0, 0, 130, 0, 0, 0])).toHaveLength(1)
  expect(brokenIdentities('expenditure', [100, 0, 0, 130, 0, 0, 0], { mayExceed: true })).toEqual([])
})
test('al 31 de diciembre lo no pagado pasa a 34.07 y lo no percibido a 12.10 (I5, I6)', () => {
  // Gasto: devengado 900, pagado 700 → 200. Ingreso: devengado 500, percibido 450 → 50.
  expect(yearEnd([{ kind: 'expenditure', sums: [0, 0, 0, 900, 900, 700, 0] }, { kind: 'income', sums: [0, 0, 0, 0, 500, 0, 450] }])).toEqual({ floatingDebt: 200, incomeReceivable: 50 })
  expect(yearEnd([{ kind: 'expenditure', sums: noSums }])).toEqual({ floatingDebt: 0, incomeReceivable: 0 })
})
test('I7: saldo inicial de caja', () => {
  // 1.000 en bancos + 80 por rendir − 300 de terceros = 780.
  expect(openingCash({ available: 1000, advances: 80, thirdParty: 300 })).toBe(780)
})
test('I9: los hijos suman a su padre', () => {
  const parentOf = (code: string): string | undefined => (code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : undefined)
  expect(brokenSums(new Map([['22', 30], ['22.01', 10], ['22.05', 20]]), parentOf)).toEqual([])
  expect(brokenSums(new Map([['22', 31], ['22.01', 10], ['22.05', 20]]), parentOf)).toEqual([{ parent: '22', stated: 31, added: 30 }])
})
