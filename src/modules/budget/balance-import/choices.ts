import type { Account, LocalAccount } from './account-codes.ts'
import type { AmountUnit } from './amounts.ts'
import type { Amounts } from './balance.ts'
import type { BalanceKind, Field } from './fields.ts'
import type { HeaderChoice } from './header.ts'
import type { Recipe } from './recipe.ts'

/** What the person decided: header, what each column is, unit, kind, month, and the problems accepted (by id, or by code for all alike). */
export type Choices = {
  readonly header: HeaderChoice
  readonly columns: readonly { readonly column: number; readonly field: Field }[]
  readonly unit: AmountUnit
  readonly kind: BalanceKind | 'both'
  /** Month loaded, 2026-06. */
  readonly period: string
  readonly accepted?: readonly string[]
}
/** What the commune already knows. Maps go by `rowId`. */
export type Context = {
  readonly accounts: readonly Account[]
  readonly localAccounts?: readonly LocalAccount[]
  /** Amounts loaded today by line, in all its detail (what the preview compares with, summed at the grain of the file). */
  readonly previous?: ReadonlyMap<string, Amounts>
  /** Accumulated amounts of the month before; by default `previous`. */
  readonly previousMonth?: ReadonlyMap<string, Amounts>
  readonly recipe?: Recipe
  /** Other sheets of the file that look like balances. */
  readonly otherSheets?: readonly { readonly name: string; readonly kind: BalanceKind }[]
}
