import { type Pesos, pesos } from '#kernel'
import type { BalanceRow, Reconciliation } from './balance.ts'
import { coveringScopes, everywhere } from './classify.ts'
import { type Phase, phases } from './fields.ts'
import { addTo, noSums, type Stated, type Sums } from './sums.ts'

const subtitlePrefix = (long: string): string => long.slice(0, 6)

type Told = Map<string, Pesos>
/** What the file states by subtítulo: the consolidated row when there is one, else the sum of its rows by area or programme. */
const fileSubtotals = (subtotals: readonly Stated[]): Map<string, Told> => {
  const told = new Map<string, Told>()
  const tops = subtotals.filter(({ item }) => item.account?.depth === 1)
  const consolidated = new Set(tops.filter(({ item }) => item.scopeId === everywhere).map(({ item }) => item.account?.long))
  const scopesOf = new Map<string, Set<string>>()
  for (const { item } of tops) {
    const long = item.account?.long ?? ''
    scopesOf.set(long, (scopesOf.get(long) ?? new Set()).add(item.scopeId))
  }
  for (const { item, amounts } of tops) {
    const long = item.account?.long ?? ''
    if (item.scopeId !== everywhere && consolidated.has(long)) continue
    // A block inside another block that also states the subtítulo would count twice.
    if (coveringScopes(item.scope).some((scope) => scope !== item.scopeId && scopesOf.get(long)?.has(scope))) continue
    const sums: Told = told.get(long) ?? new Map<string, Pesos>()
    for (const phase of phases) {
      const says = amounts[phase]
      if (says !== undefined) sums.set(phase, pesos((sums.get(phase) ?? 0) + says))
    }
    told.set(long, sums)
  }
  return told
}

/**
 * By subtítulo and phase: what the file states, what the accounts to be loaded add up to, and the difference, which must be zero to load.
 * `rows` are those that would be loaded: a rejected row shows here as a difference.
 */
export const reconcile = (rows: readonly Pick<BalanceRow, 'key' | 'amounts'>[], subtotals: readonly Stated[], columns: ReadonlyMap<Phase, number>, nameOf: (long: string) => string | undefined): Reconciliation[] => {
  const told = fileSubtotals(subtotals)
  const sums = new Map<string, Sums>()
  for (const long of told.keys()) sums.set(subtitlePrefix(long), noSums())
  for (const { key, amounts } of rows) {
    const subtitle = subtitlePrefix(key.account)
    let found = sums.get(subtitle)
    if (!found) sums.set(subtitle, (found = noSums()))
    addTo(found, amounts, 0)
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([prefix, { amounts }]) => {
    const subtitle = `${prefix}-00-000-000-000`
    return phases.flatMap((phase, index): Reconciliation[] => {
      if (!columns.has(phase)) return []
      const addsUp = pesos(amounts[index] as number)
      const fileSays = told.get(subtitle)?.get(phase)
      const base = { subtitle, name: nameOf(subtitle) ?? subtitle, phase, addsUp }
      return fileSays === undefined ? [base] : [{ ...base, fileSays, difference: pesos(fileSays - addsUp) }]
    })
  })
}
