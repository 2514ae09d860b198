import type { Pesos } from '#kernel'
import type { BalanceKind, Phase } from './fields.ts'
import type { FileGrain } from './grain.ts'
import type { LocatedProblem } from './located-problem.ts'

/** Whole pesos by phase. A phase that the file does not carry is absent. */
export type Amounts = { readonly [phase in Phase]?: Pesos }
export type MutableAmounts = { -readonly [phase in Phase]?: Pesos }

/** Amounts with every phase in the same order: the engine reads objects of one shape many times faster. */
export const noAmounts = (): MutableAmounts => ({
  initial: undefined, modification: undefined, adjusted: undefined, precommitment: undefined, commitment: undefined, accrued: undefined,
  paid: undefined, outstandingDebt: undefined, availableBalance: undefined, collected: undefined, receivable: undefined,
})

/** What makes a line of the budget one line. `account` is the long code. */
export type RowKey = { readonly kind: BalanceKind; readonly account: string; readonly area?: string; readonly programme?: string; readonly costCentre?: string }
/** The key as text, to look lines up: «215-21-01-001-001-000|1||». */
export const rowId = ({ account, area, programme, costCentre }: RowKey): string => `${account}|${area ?? ''}|${programme ?? ''}|${costCentre ?? ''}`

/** What a row of the sheet is. */
export type RowClass = 'blank' | 'title' | 'page-header' | 'block' | 'detail' | 'subtotal' | 'total' | 'unknown'

export type Change = { readonly phase: Phase; readonly before: Pesos; readonly after: Pesos }
export type RowStatus = 'new' | 'changed' | 'equal' | 'rejected'
export type BalanceRow = {
  readonly key: RowKey
  readonly id: string
  /** Row of the sheet, from 0. The cell of an amount is that row and the column of its phase (`Preview.phaseColumns`). */
  readonly row: number
  readonly name: string
  readonly amounts: Amounts
  readonly status: RowStatus
  readonly changes: readonly Change[]
  /** Why it is rejected, in Spanish. */
  readonly reasons: readonly string[]
}

export type Reconciliation = {
  /** Long code of the subtítulo. */
  readonly subtitle: string
  readonly name: string
  readonly phase: Phase
  /** What the file states for the subtítulo; undefined when it states nothing. */
  readonly fileSays?: Pesos
  readonly addsUp: Pesos
  /** Must be zero to load; undefined when the file states nothing. */
  readonly difference?: Pesos
}

export type Counts = { readonly new: number; readonly changed: number; readonly equal: number; readonly rejected: number; /** Lines of the earlier load that no longer come. */ readonly missing: number }

export type Preview = {
  readonly sheet: string
  readonly period: string
  readonly rows: readonly BalanceRow[]
  readonly counts: Counts
  readonly reconciliation: readonly Reconciliation[]
  readonly totals: { readonly [kind in BalanceKind]: Amounts }
  readonly problems: readonly LocatedProblem[]
  /** Phases the file carries, those computed from others, and those it cannot tell. */
  readonly phasesRead: readonly Phase[]
  readonly phasesDerived: readonly Phase[]
  readonly phasesAbsent: readonly Phase[]
  readonly phaseColumns: ReadonlyMap<Phase, number>
  /** Dimensions that the rows carry: what is loaded is compared at this grain. */
  readonly grain: FileGrain
  /** Pesos that the rounding of the file may hide in each amount. */
  readonly slack: number
  /** Class of each row of the sheet, for its picture. */
  readonly rowClasses: readonly RowClass[]
  readonly loadable: boolean
}
