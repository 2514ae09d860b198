import { type Pesos, pesos } from '#kernel'
import type { Amounts, MutableAmounts } from './balance.ts'
import { storedPhases } from './stored-phases.ts'

/** What a figure rounded to the step of its file may differ from the exact one, in pesos: $500 in a file of thousands, nothing in pesos. */
export const slackOf = (step: number): number => step / 2
export const near = (stated: number, exact: number, slack: number): boolean => Math.abs(stated - exact) <= slack

const capped = (amount: Pesos | undefined, most: Pesos | undefined, stated: Pesos | undefined, limit: Pesos | undefined): Pesos | undefined =>
  amount !== undefined && most !== undefined && stated !== undefined && limit !== undefined && stated <= limit && amount > most ? most : amount

/**
 * A file in thousands says each amount rounded: where the exact peso is known and rounds to what the file says, the exact one stays.
 * The modification is what is left between the adjusted and the initial budget, so that two roundings do not make a false one, and a
 * phase that does not pass the one before it in the file does not pass it by the pesos of the rounding either.
 */
export const settleRounding = (stated: Amounts, exact: Amounts | undefined, slack: number): Amounts => {
  if (slack === 0 || !exact) return stated
  const settled: MutableAmounts = { ...stated }
  for (const phase of storedPhases) {
    const amount = stated[phase]
    const known = exact[phase] ?? pesos(0)
    if (amount !== undefined && near(amount, known, slack)) settled[phase] = known
  }
  if (settled.adjusted !== undefined && settled.initial !== undefined) settled.modification = pesos(settled.adjusted - settled.initial)
  settled.accrued = capped(settled.accrued, settled.commitment, stated.accrued, stated.commitment)
  settled.paid = capped(settled.paid, settled.accrued, stated.paid, stated.accrued)
  settled.collected = capped(settled.collected, settled.accrued, stated.collected, stated.accrued)
  return settled
}
