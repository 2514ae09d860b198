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
/** A fact of a module from which a term of the calendar runs: a session with an amendment, a request of access. `id` names the instance. */
export type DutyStart = { readonly duty: string; readonly id: string; readonly on: Day; readonly title: string; readonly href: string }
/**
 * Which duties of the legal calendar a module proves by its own acts. The calendar asks at the two dates of the reader, so that an act
 * undone opens the duty again; `duties` cannot be declared by hand, while those of `shared` may also be, because not all of them pass through
 * the module. `starts` are the facts from which terms run. One or two queries each.
 */
export type FulfilmentProvider = { readonly duties: readonly string[]; readonly shared?: readonly string[]; readonly starts?: (context: ReadContext) => Promise<readonly DutyStart[]>; readonly acts: (context: ReadContext) => Promise<readonly DutyAct[]> }
