import { adjustedOf, type LineKind, outstandingOf, type PhaseSums, phaseIndex, receivableOf } from '../movements/phase.ts'

/** The identities of the municipal budget (budget.md §1), as pure questions over sums in whole pesos. */
export type BrokenIdentity = { readonly identity: 'I3' | 'I6' | 'I8'; readonly what: string; readonly excess: number }

/** I1: income equals expenditure, in every version of the budget. The difference; zero when balanced. */
export const imbalance = (income: Iterable<number>, expenditure: Iterable<number>): number => sum(income) - sum(expenditure)
const sum = (amounts: Iterable<number>): number => {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}

/** I2: an amendment balances itself: what it adds to income equals what it adds to expenditure. */
export const amendmentImbalance = (lines: readonly { readonly kind: LineKind; readonly amount: number }[]): number =>
  imbalance(lines.filter(({ kind }) => kind === 'income').map(({ amount }) => amount), lines.filter(({ kind }) => kind === 'expenditure').map(({ amount }) => amount))

const link = (identity: BrokenIdentity['identity'], left: number, right: number, what: string): BrokenIdentity[] => (left > right ? [{ identity, what, excess: left - right }] : [])

/** I3, I6 and I8 of one line: the chain of its phases. `mayExceed` is the excess over the adjusted budget that the law permits. */
export const brokenIdentities = (kind: LineKind, sums: PhaseSums, options: { readonly mayExceed?: boolean; readonly closingCash?: boolean } = {}): BrokenIdentity[] => {
  const at = (phase: keyof typeof phaseIndex): number => sums[phaseIndex[phase]]
  if (kind === 'income') return [...link('I6', at('collection'), at('accrual'), 'lo percibido supera lo devengado'), ...link('I6', 0, at('collection'), 'lo percibido es negativo')]
  if (options.closingCash && (at('commitment') !== 0 || at('accrual') !== 0 || at('payment') !== 0)) return [{ identity: 'I8', what: 'el saldo final de caja no se ejecuta', excess: Math.max(at('commitment'), at('accrual'), at('payment')) }]
  return [
    ...link('I3', 0, at('precommitment'), 'lo preobligado es negativo'),
    ...link('I3', 0, at('payment'), 'lo pagado es negativo'),
    ...link('I3', at('payment'), at('accrual'), 'lo pagado supera lo devengado'),
    ...link('I3', at('accrual'), at('commitment'), 'lo devengado supera lo obligado'),
    ...(options.mayExceed ? [] : link('I3', at('precommitment') + at('commitment'), adjustedOf(sums), 'lo comprometido supera el presupuesto vigente')),
  ]
}

/** What is left for the next step of a line: never negative. */
export const roomFor = (step: 'precommitment' | 'commitment' | 'accrual' | 'payment' | 'collection', sums: PhaseSums): number => {
  const at = (phase: keyof typeof phaseIndex): number => sums[phaseIndex[phase]]
  const room = { precommitment: adjustedOf(sums) - at('precommitment') - at('commitment'), commitment: adjustedOf(sums) - at('precommitment') - at('commitment'), accrual: at('commitment') - at('accrual'), payment: outstandingOf(sums), collection: receivableOf(sums) }[step]
  return Math.max(0, room)
}

/** I5 at 31 December: what is owed becomes floating debt (34.07) of the next year. I6: what is to be collected becomes 12.10. */
export const yearEnd = (lines: readonly { readonly kind: LineKind; readonly sums: PhaseSums }[]): { readonly floatingDebt: number; readonly incomeReceivable: number } => ({
  floatingDebt: sum(lines.filter(({ kind }) => kind === 'expenditure').map(({ sums }) => outstandingOf(sums))),
  incomeReceivable: sum(lines.filter(({ kind }) => kind === 'income').map(({ sums }) => receivableOf(sums))),
})

/** I7: opening cash = available funds at 31 December + advances and funds to render − deposits of third parties. */
export const openingCash = (balance: { readonly available: number; readonly advances: number; readonly thirdParty: number }): number => balance.available + balance.advances - balance.thirdParty

/** I9: parents whose children do not add up to them. Amounts by long code; `parentOf` gives the account above. */
export const brokenSums = (amounts: ReadonlyMap<string, number>, parentOf: (account: string) => string | undefined): { readonly parent: string; readonly stated: number; readonly added: number }[] => {
  const added = new Map<string, number>()
  for (const [account, amount] of amounts) {
    const parent = parentOf(account)
    if (parent !== undefined && amounts.has(parent)) added.set(parent, (added.get(parent) ?? 0) + amount)
  }
  return [...added].filter(([parent, total]) => amounts.get(parent) !== total).map(([parent, total]) => ({ parent, stated: amounts.get(parent) ?? 0, added: total }))
}
