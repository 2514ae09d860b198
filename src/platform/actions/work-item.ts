import type { Day } from '#kernel'
import type { ReadContext } from './context.ts'

/**
 * How a person stands before a piece of work. `owed` nobody has begun it · `started` it is under way ·
 * `waiting` somebody else has it now and this person waits for them. Lateness is not a state: it follows from `until`.
 */
export type WorkState = 'owed' | 'started' | 'waiting'

/**
 * One thing a person owes, or waits for. `id` is stable for the same piece of work (`<module>/<record>`): the home shows it once.
 * Spanish, addressed with *usted*, beginning with a verb: «Responder la actualización de junio: avance de obras».
 */
export type WorkItem = {
  readonly id: string
  readonly what: string
  /** Who asked or what happens if it is not done: «Lo pidió la Alcaldía el 20-07-2026». */
  readonly why?: string
  /** Norm and article, when the law asks it. */
  readonly law?: string
  /** Last useful day (a business day when the receiver only receives on those). Without it the thing has no date and goes last. */
  readonly until?: Day
  /** Hour of that day, when it closes before midnight: «14:00». */
  readonly hour?: string
  readonly state: WorkState
  readonly href: string
  /** Verb of the button: «Responder», «Visar». */
  readonly action?: string
  /** Who holds it, named by office or person visible to the reader; for `waiting`, who is waited for. */
  readonly who?: string
  /** Orders what falls due on one day: 9 a sanction of law, 7 a legal duty, 5 an approval others wait for, 3 ordinary work, 1 a reminder. */
  readonly weight: number
}

/**
 * What the reader (`context.actor`: account, offices in force, unit, permissions) owes in one module, and what they wait for.
 * At most two queries, no page of a list: the home asks every module in one transaction and answers in 50 ms.
 * Answers nothing for who owes nothing; never throws for lack of permission.
 */
export type WorkProvider = (context: ReadContext) => Promise<readonly WorkItem[]>
