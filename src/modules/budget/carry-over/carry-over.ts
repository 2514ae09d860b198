import { type Line, newLine } from '../lines/line.ts'
import { adjustedOf, availableOf, noSums, type PhaseSums } from '../movements/phase.ts'
import { openingCash } from '../rules/identities.ts'
import type { CarryKind, CarryTotals } from './carry-over-contract.ts'

/** What one purchase of one line left on 31 December, in whole pesos. `chain` is empty for what was not told apart by purchase. */
export type YearEndGroup = { readonly line: Line; readonly chain: string; readonly supplier: string | null; readonly text: string; readonly committed: number; readonly accrued: number; readonly settled: number }
/** A line of the new year with what it has, and its sums by purchase. */
export type NextLine = { readonly line: Line; readonly sums: PhaseSums; readonly chains: ReadonlyMap<string, PhaseSums> }
/** Long codes of the accounts with a part of their own. */
export type CarryAccounts = { readonly floatingDebt: string; readonly incomeReceivable: string; readonly openingCash: string; readonly closingCash: string }
export type CarryRow = { readonly kind: CarryKind; readonly from: Line; readonly fromChain: string; readonly to: Line; readonly toChain: string; readonly supplier: string | null; readonly text: string; readonly amount: number; readonly already: number }
export type CarryChange = { readonly line: Line; readonly what: 'cash' | 'debt' | 'commitment' | 'closing'; readonly before: number; readonly amount: number }
export type CarryPlan = { readonly rows: readonly CarryRow[]; readonly changes: readonly CarryChange[]; readonly totals: CarryTotals; /** What the closing cash lacks to pay for the passage; 0 when it reaches. */ readonly missing: number }

/**
 * What is left of one line by purchase. The line is right as a whole (I5, I6): when some purchase is negative, because a payment was written
 * without its purchase, the excess is taken from what has no purchase and then from the last ones.
 */
export const leftByPurchase = <T extends { readonly chain: string; readonly left: number }>(groups: readonly T[]): (T & { left: number })[] => {
  const whole = groups.reduce((sum, { left }) => sum + left, 0)
  if (whole <= 0) return []
  const positive = groups.filter(({ left }) => left > 0).sort((a, b) => (a.chain < b.chain ? -1 : 1))
  let excess = positive.reduce((sum, { left }) => sum + left, 0) - whole
  const taken = new Map<T, number>()
  for (const group of [...positive.filter(({ chain }) => chain === ''), ...positive.filter(({ chain }) => chain !== '').reverse()]) {
    const part = Math.min(excess, group.left)
    taken.set(group, part)
    excess -= part
  }
  return positive.map((group) => ({ ...group, left: group.left - (taken.get(group) ?? 0) })).filter(({ left }) => left > 0)
}

const under = (account: string, above: string): boolean => account.startsWith(above.replace(/(-0+)+$/, ''))
const byLine = (groups: readonly YearEndGroup[]): YearEndGroup[][] => {
  const lines = new Map<string, YearEndGroup[]>()
  for (const group of groups) lines.set(group.line.id, [...(lines.get(group.line.id) ?? []), group])
  return [...lines.values()].sort(([a], [b]) => ((a?.line.account ?? '') + (a?.line.id ?? '') < (b?.line.account ?? '') + (b?.line.id ?? '') ? -1 : 1))
}

/** The line of the new year under an account: the one with most budget, or a new one. */
const mainLine = (next: readonly NextLine[], year: number, management: string, account: string): Line => {
  const [main] = next.filter(({ line }) => under(line.account, account)).sort((a, b) => adjustedOf(b.sums) - adjustedOf(a.sums) || (a.line.id < b.line.id ? -1 : 1))
  return main?.line ?? newLine({ year, management, account, area: account.startsWith('215') ? '1' : '' })
}

/**
 * The passage of a closed year to the next, for one management: what was accrued and not paid becomes 34.07 (I5), what was accrued and not
 * collected becomes 12.10 (I6), what was committed and not accrued goes on in the same line, and the opening cash takes its real amount
 * (I7). What changes in the budget balances by itself (I2) against the closing cash. Reservations without a commitment do not pass.
 */
export const carryOverPlan = (given: {
  readonly fromYear: number; readonly management: string; readonly groups: readonly YearEndGroup[]; readonly next: readonly NextLine[]; readonly accounts: CarryAccounts
  readonly cash: { readonly available: number; readonly advances: number; readonly thirdParty: number }; readonly coverage: 'add' | 'available'
}): CarryPlan => {
  const { fromYear, management, next, accounts } = given
  const year = fromYear + 1
  const nextById = new Map(next.map((one) => [one.line.id, one]))
  const known = (line: Line): PhaseSums => nextById.get(line.id)?.sums ?? noSums
  const [debtLine, owedLine] = [mainLine(next, year, management, accounts.floatingDebt), mainLine(next, year, management, accounts.incomeReceivable)]
  /** What the new year already recorded under an account: by purchase, and the rest as one amount. */
  const recorded = (account: string, mark: string) => {
    const chains = new Map<string, number>()
    let lump = 0
    for (const one of next.filter(({ line }) => under(line.account, account))) for (const [chain, sums] of one.chains) {
      if (chain.startsWith(`${mark} `)) chains.set(chain, (chains.get(chain) ?? 0) + sums[4])
      else lump += sums[4]
    }
    return (chain: string, amount: number): number => {
      const own = Math.min(amount, Math.max(0, chains.get(chain) ?? 0))
      const rest = Math.min(amount - own, Math.max(0, lump))
      lump -= rest
      return own + rest
    }
  }
  const [debtRecorded, owedRecorded] = [recorded(accounts.floatingDebt, '34.07'), recorded(accounts.incomeReceivable, '12.10')]
  const rows: CarryRow[] = []
  const add = (kind: CarryKind, group: YearEndGroup, amount: number, to: Line, toChain: string, already: number): void => void rows.push({ kind, from: group.line, fromChain: group.chain, to, toChain, supplier: group.supplier, text: group.text, amount, already })
  for (const groups of byLine(given.groups)) {
    const [first] = groups
    if (!first || under(first.line.account, accounts.closingCash) || under(first.line.account, accounts.openingCash)) continue
    const marked = (mark: string, chain: string): string => `${mark} ${chain.replace(new RegExp(`^${mark.replace('.', '\\.')} `), '') || first.line.id}`
    for (const group of leftByPurchase(groups.map((one) => ({ ...one, left: one.accrued - one.settled })))) {
      if (first.line.kind === 'income') add('receivable', group, group.left, owedLine, marked('12.10', group.chain), owedRecorded(marked('12.10', group.chain), group.left))
      else add('debt', group, group.left, debtLine, marked('34.07', group.chain), debtRecorded(marked('34.07', group.chain), group.left))
    }
    if (first.line.kind === 'income') continue
    const to = newLine({ ...first.line, year })
    for (const group of leftByPurchase(groups.map((one) => ({ ...one, left: one.committed - one.accrued })))) {
      const before = group.chain ? Math.max(0, nextById.get(to.id)?.chains.get(group.chain)?.[3] ?? 0) : 0
      add('commitment', group, group.left, to, group.chain, Math.min(group.left, before))
    }
  }
  const sumOf = (kind: CarryKind): number => rows.filter((row) => row.kind === kind).reduce((sum, { amount }) => sum + amount, 0)
  const totals: CarryTotals = { debt: sumOf('debt'), receivable: sumOf('receivable'), commitment: sumOf('commitment'), cash: openingCash(given.cash), already: rows.reduce((sum, { already }) => sum + already, 0) }
  return { rows, totals, ...changesOf() }

  function changesOf(): { changes: CarryChange[]; missing: number } {
    const adjustedUnder = (account: string): number => next.filter(({ line }) => under(line.account, account)).reduce((sum, { sums }) => sum + adjustedOf(sums), 0)
    const change = (line: Line, what: CarryChange['what'], amount: number): CarryChange => ({ line, what, before: adjustedOf(known(line)), amount })
    const carried = new Map<string, { line: Line; amount: number }>()
    for (const row of rows) if (row.kind === 'commitment') carried.set(row.to.id, { line: row.to, amount: (carried.get(row.to.id)?.amount ?? 0) + row.amount - row.already })
    const changes = [
      change(mainLine(next, year, management, accounts.openingCash), 'cash', totals.cash - adjustedUnder(accounts.openingCash)),
      change(debtLine, 'debt', totals.debt - adjustedUnder(accounts.floatingDebt)),
      ...[...carried.values()].map(({ line, amount }) => change(line, 'commitment', given.coverage === 'add' ? amount : Math.max(0, amount - Math.max(0, availableOf(known(line)))))),
    ].filter(({ amount }) => amount !== 0)
    const spare = changes.reduce((sum, { line, amount }) => sum + (line.kind === 'income' ? amount : -amount), 0)
    const closing = change(mainLine(next, year, management, accounts.closingCash), 'closing', spare)
    return { changes: spare === 0 ? changes : [...changes, closing], missing: Math.max(0, -(closing.before + spare)) }
  }
}
