import { pesos } from '#kernel'
import { type Amounts, type MutableAmounts, noAmounts, rowId, type RowKey } from './balance.ts'
import type { ScannedRow } from './classify.ts'
import { type BalanceKind, phases } from './fields.ts'

/** Which dimensions the rows of a file carry besides the account. A ledger detailed beyond them is compared by its sums. */
export type Grain = { readonly area: boolean; readonly programme: boolean; readonly costCentre: boolean }
/** Income and expenditure of one file may come at different grains. */
export type FileGrain = { readonly [kind in BalanceKind]: Grain }

/** The grain of the rows of a file: a dimension counts when at least one detail of its kind names it. An empty column carries nothing. */
export const grainOf = (rows: Iterable<Pick<ScannedRow, 'is' | 'account' | 'scope'>>): FileGrain => {
  const found = { income: { area: false, programme: false, costCentre: false }, expenditure: { area: false, programme: false, costCentre: false } }
  for (const { is, account, scope } of rows) {
    if (is !== 'detail' || !account) continue
    const own = found[account.kind]
    if (scope.area) own.area = true
    if (scope.programme) own.programme = true
    if (scope.costCentre) own.costCentre = true
  }
  return found
}

/** A key with only what the file can tell: what it does not carry is blank. */
export const foldKey = (key: RowKey, grain: FileGrain): RowKey => {
  const { area, programme, costCentre } = grain[key.kind]
  return { kind: key.kind, account: key.account, ...(area && key.area ? { area: key.area } : {}), ...(programme && key.programme ? { programme: key.programme } : {}), ...(costCentre && key.costCentre ? { costCentre: key.costCentre } : {}) }
}
/** The key written in a row id. */
export const keyFromId = (id: string): RowKey => {
  const [account = '', area = '', programme = '', costCentre = ''] = id.split('|')
  return { kind: account.startsWith('115') ? 'income' : 'expenditure', account, area, programme, costCentre }
}

const added = (sums: MutableAmounts, more: Amounts): void => {
  for (const phase of phases) {
    const amount = more[phase]
    if (amount !== undefined) sums[phase] = pesos((sums[phase] ?? 0) + amount)
  }
}
const isWhole = ({ area, programme, costCentre }: Grain): boolean => area && programme && costCentre
/** What is loaded, summed at the grain of the file: every line that falls under a key of the file counts in it. */
export const foldAmounts = (detailed: ReadonlyMap<string, Amounts>, grain: FileGrain): ReadonlyMap<string, Amounts> => {
  const folded = new Map<string, Amounts>()
  const own = new Map<string, MutableAmounts>()
  const whole = { income: isWhole(grain.income), expenditure: isWhole(grain.expenditure) }
  for (const [id, amounts] of detailed) {
    const target = whole[id.startsWith('115') ? 'income' : 'expenditure'] ? id : rowId(foldKey(keyFromId(id), grain))
    const first = folded.get(target)
    if (!first) { folded.set(target, amounts); continue }
    let sums = own.get(target)
    if (!sums) { sums = Object.assign(noAmounts(), first); own.set(target, sums); folded.set(target, sums) }
    added(sums, amounts)
  }
  return folded
}
