import type { Day } from '#kernel'
import type { ReadContext } from './context.ts'

/** An act of a module that fulfils a legal duty: the delivery of a report, the publication of a plan. */
export type DutyAct = {
  /** `eval-01`, and the period it accounts for: `2026-1`. */
  readonly duty: string
  readonly period: string
  readonly on: Day
  readonly title: string
  readonly number?: string
  readonly href: string
  readonly fileHash?: string
}
/**
 * Which duties of the legal calendar a module proves by its own acts. The calendar asks at the two dates of the reader, so that an act
 * undone opens the duty again; those duties cannot be declared by hand. One or two queries.
 */
export type FulfilmentProvider = { readonly duties: readonly string[]; readonly acts: (context: ReadContext) => Promise<readonly DutyAct[]> }
