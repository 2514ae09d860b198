import { type Pesos, pesos } from '#kernel'
import type { Amounts, Change } from './balance.ts'
import { settleRounding } from './settle-rounding.ts'
import { storedPhases } from './stored-phases.ts'

export { storedPhases }

const ZERO = pesos(0)

const SAME: Change[] = []
const same = (before: Pesos | undefined, after: Pesos | undefined): boolean => after === undefined || after === (before ?? 0)
const sameAmounts = (before: Amounts, after: Amounts): boolean =>
  same(before.initial, after.initial) && same(before.modification, after.modification) && same(before.adjusted, after.adjusted) && same(before.precommitment, after.precommitment) &&
  same(before.commitment, after.commitment) && same(before.accrued, after.accrued) && same(before.paid, after.paid) && same(before.collected, after.collected)

/** What changes from the earlier amounts to the new ones, phase by phase. A phase that the new file does not carry changes nothing. */
export const changesBetween = (before: Amounts, after: Amounts): Change[] => {
  if (sameAmounts(before, after)) return SAME
  const changes: Change[] = []
  for (const phase of storedPhases) {
    const now = after[phase]
    if (now === undefined) continue
    const old: Pesos = before[phase] ?? ZERO
    if (old !== now) changes.push({ phase, before: old, after: now })
  }
  return changes
}

export type Comparison = { readonly status: 'new' | 'changed' | 'equal'; readonly changes: readonly Change[] }
const NEW: Comparison = { status: 'new', changes: [] }
const EQUAL: Comparison = { status: 'equal', changes: [] }

/** A line against what is loaded: new, changed (with old → new) or equal. `slack` is what the rounding of the file may hide, in pesos. */
export const compareRow = (id: string, amounts: Amounts, previous: ReadonlyMap<string, Amounts> | undefined, slack = 0): Comparison => {
  const before = previous?.get(id)
  if (!before) return NEW
  const changes = changesBetween(before, settleRounding(amounts, before, slack))
  return changes.length === 0 ? EQUAL : { status: 'changed', changes }
}

/** Compares lines with what is loaded, by id. `missing` are the loaded lines that no longer come. */
export const compare = (rows: readonly { readonly id: string; readonly amounts: Amounts }[], previous: ReadonlyMap<string, Amounts> | undefined): { readonly rows: readonly Comparison[]; readonly missing: readonly string[] } => {
  const seen = new Set(rows.map(({ id }) => id))
  return { rows: rows.map(({ id, amounts }) => compareRow(id, amounts, previous)), missing: previous ? [...previous.keys()].filter((id) => !seen.has(id)) : [] }
}

export const hasAmounts = (amounts: Amounts): boolean => Object.values(amounts).some((amount) => amount !== undefined && amount !== 0)
