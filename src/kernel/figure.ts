import type { AsOf } from './as-of.ts'
import type { Unit } from './format.ts'

/** Why a number is absent. Zero is a number; absence has a name. */
export type Absence = 'no-data' | 'not-applicable' | 'reserved'
export const absenceText: Record<Absence, string> = { 'no-data': 'sin dato', 'not-applicable': 'no aplica', reserved: 'reservado' }

/** `firm` official and closed; `provisional` may still move (open month, unapproved measurement). */
export type FigureStatus = 'firm' | 'provisional' | 'absent'

/** A re-runnable recipe: what to compute, with which parameters, as of which pair of dates. */
export type FigureRecipe = { readonly id: string; readonly parameters: Readonly<Record<string, string>>; readonly asOf: AsOf }

/** A computed number with what is needed to trust it. `value` is in `unit`; money in whole pesos, shares as ratios 0–1. */
export type FigureValue = {
  readonly recipe: FigureRecipe
  readonly title: string
  readonly unit: Unit
  readonly value: number | null
  readonly absence?: Absence
  readonly status: FigureStatus
  /** As people read it: «$1.234.567», «12,5 %», «sin dato». */
  readonly text: string
  /** Rows behind the value, and the SHA-256 of their identities and amounts. */
  readonly records: { readonly count: number; readonly digest: string }
  readonly codeVersion: string
  readonly lawValues: readonly { readonly id: string; readonly from: string; readonly value: unknown; readonly norm: string; readonly article?: string; readonly confidence: string }[]
}
