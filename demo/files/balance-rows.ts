import type { DemoFacts, Phase } from '../facts.ts'
import { demoTable } from '../read-table.ts'

export const measures = ['initial', 'inForce', 'committed', 'accrued', 'paid'] as const
export type Measure = (typeof measures)[number]
/** A row of the balance: an account at any level with its accumulated amounts. `level` is the number of groups after the type. */
export type BalanceRow = { readonly code: string; readonly name: string; readonly level: number; readonly amounts: Record<Measure, number> }
export type BalanceQuestion = { readonly kind: '115' | '215'; readonly year: number; readonly effectiveOn: string; readonly knownOn: string; readonly area?: number; readonly thousands?: boolean }

const targets: Record<Phase, readonly Measure[]> = { initial: ['initial', 'inForce'], modification: ['inForce'], precommitment: [], commitment: ['committed'], accrual: ['accrued'], payment: ['paid'], collection: ['paid'] }
const zero = (): Record<Measure, number> => ({ initial: 0, inForce: 0, committed: 0, accrued: 0, paid: 0 })
const ancestors = (code: string): string[] => {
  const groups = code.split('-')
  while (groups.length > 2 && /^0+$/.test(groups.at(-1) ?? '')) groups.pop()
  return groups.slice(1).map((_, index) => groups.slice(0, index + 2).join('-'))
}

/** Names of accounts by short code: the classifier's and the municipality's own. */
export const accountNames = (facts: DemoFacts): Map<string, string> => new Map([
  ...demoTable('loncoche/data/clasificador.csv').map((row): [string, string] => [row['codigo'] ?? '', row['denominacion'] ?? '']),
  ...facts.localAccounts.map((account): [string, string] => [ancestors(account.code).at(-1) ?? account.code, account.name]),
])

/** The balance that Finance would print: every level, children adding up to parents, as of the two dates. */
export const balanceRows = (facts: DemoFacts, question: BalanceQuestion): BalanceRow[] => {
  const asked = new Map(facts.lines.filter((line) => line.year === question.year && line.account.startsWith(question.kind) && (question.area === undefined || line.area === question.area)).map((line) => [line.key, line]))
  const leaves = new Map<string, Record<Measure, number>>()
  for (const movement of facts.movements) {
    const line = asked.get(movement.line)
    if (!line || movement.effectiveOn > question.effectiveOn || movement.recordedAt.slice(0, 10) > question.knownOn) continue
    const amounts = leaves.get(line.account) ?? zero()
    for (const measure of targets[movement.phase]) amounts[measure] += movement.amount
    leaves.set(line.account, amounts)
  }
  // Each account is rounded by itself, so that equal amounts stay equal in M$ (paid never exceeds accrued); parents add what is printed.
  if (question.thousands) for (const amounts of leaves.values()) for (const measure of measures) amounts[measure] = Math.round(amounts[measure] / 1000)
  const totals = new Map<string, Record<Measure, number>>()
  for (const [account, amounts] of leaves) for (const code of ancestors(account)) {
    const total = totals.get(code) ?? zero()
    for (const measure of measures) total[measure] += amounts[measure]
    totals.set(code, total)
  }
  const names = accountNames(facts)
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, amounts]) => ({ code, name: (names.get(code) ?? 'CUENTA LOCAL').toUpperCase(), level: code.split('-').length - 1, amounts }))
}
