import fc from 'fast-check'
import { pesos } from '#kernel'
import { expect, test } from 'vitest'
import { addSums, noSums, type PhaseSums } from '../movements/phase.ts'
import { amountsOfSums, differenceOf, isNothing } from './ledger-amounts.ts'

const amount = fc.integer({ min: -1_000_000, max: 1_000_000_000 })
const sums = fc.tuple(amount, amount, amount, amount, amount, amount, amount)

test('sumar la diferencia a lo que hay deja lo que dice el archivo, y cargar lo mismo otra vez no cambia nada', () => {
  fc.assert(fc.property(sums, sums, (current, stated) => {
    const difference = differenceOf(amountsOfSums(stated), current)
    expect(addSums(current, difference)).toEqual(stated)
    expect(isNothing(differenceOf(amountsOfSums(stated), stated))).toBe(true)
  }))
})
test('lo que el archivo no trae queda como está', () => {
  const current: PhaseSums = [100, 20, 5, 60, 50, 40, 0]
  // Solo trae devengado 70: la diferencia es 70 − 50 = 20 en esa fase y nada en las demás.
  expect(differenceOf({ accrued: pesos(70) }, current)).toEqual([0, 0, 0, 0, 20, 0, 0])
})
test('si solo trae el vigente, la primera vez es inicial y después es modificación', () => {
  expect(differenceOf({ adjusted: pesos(500) }, noSums)).toEqual([500, 0, 0, 0, 0, 0, 0])
  // Inicial 500 y vigente 620 → modificación de 120.
  expect(differenceOf({ adjusted: pesos(620) }, [500, 0, 0, 0, 0, 0, 0])).toEqual([0, 120, 0, 0, 0, 0, 0])
})
