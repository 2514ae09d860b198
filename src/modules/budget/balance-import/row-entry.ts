import type { Sheet } from '#platform/spreadsheets'
import type { AccountBook } from './account-codes.ts'
import type { MutableAmounts, RowKey } from './balance.ts'
import type { Choices, Context } from './choices.ts'
import type { ScannedRow } from './classify.ts'
import type { FileGrain } from './grain.ts'
import type { ProblemBook } from './located-problem.ts'
import type { AmountReader } from './read-amounts.ts'

/** Everything a row is read with. */
export type Work = {
  readonly sheet: Sheet; readonly choices: Choices; readonly context: Context; readonly book: AccountBook; readonly problems: ProblemBook
  readonly reader: AmountReader; readonly accountColumn: number; readonly step: number; readonly nameColumn: number | undefined
  readonly grain: FileGrain
}
/** A row of detail while it is judged: what it is, what it says and why it would be rejected. */
export type Entry = { readonly item: ScannedRow; readonly key: RowKey; readonly id: string; readonly amounts: MutableAmounts; readonly reasons: string[] }


/** What makes the row one line of the budget; undefined when it has no account. */
export const keyOf = ({ account, scope }: ScannedRow): RowKey | undefined =>
  account && { kind: account.kind, account: account.long, area: scope.area || undefined, programme: scope.programme || undefined, costCentre: scope.costCentre || undefined }
