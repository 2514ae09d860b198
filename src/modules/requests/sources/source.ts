import type { Day, Period } from '#kernel'
import type { ActionContext, ReadContext, RecordRef } from '#platform/actions'
import type { AnswerKind } from '../contract.ts'
import type { RequestHabits } from '../practices.ts'

/** One thing the records lack for a period, and whom to ask. `previous` is the last that is known, shown beside the question. */
export type AskedThing = {
  readonly subjectId: string
  readonly unitId: string | null
  readonly label: string
  readonly help: string
  /** Why it is asked, in a sentence: «Sin medición del 1.er semestre 2026». */
  readonly why: string
  readonly measure: string
  readonly kind: AnswerKind
  readonly needsEvidence: boolean
  readonly previous?: { readonly value: number | null; readonly text: string; readonly on: Day }
}
/** An accepted answer on its way to becoming a fact. `value` in the unit of the item: percentages 0–100, money in pesos. */
export type AcceptedAnswer = {
  readonly id: string
  readonly subjectId: string
  readonly value: number | null
  readonly text: string
  readonly comment: string
  readonly on: Day
  readonly answeredOn: Day
  /** The account that answered; the system's own when the answer came by link or workbook. */
  readonly answeredBy: string
  /** Who answered, by post: «Dirección de Desarrollo Comunitario, Directora». Never a name. */
  readonly post: string
  readonly fileHash?: string
}
/** What an answer became: the record it speaks of and the fact written in the same act. */
export type SettledAnswer = { readonly record: RecordRef; readonly factId: string | null }

/**
 * A place where units' answers belong. A module above gives one: what is owed is read from its records, and an accepted answer
 * is written with its own public action, in the transaction of the acceptance. `settle` throws the problems of that action.
 */
export type RequestSource = {
  readonly key: string
  readonly title: string
  /** What it asks, with the habits of the office that decide it. */
  readonly help: (habits: RequestHabits) => string
  /** «Sin novedad» is itself the datum here: it is settled with no value. */
  readonly takesNoNews?: true
  /** Is this reader allowed to draw on it? */
  readonly allowed: (permissions: ReadonlySet<string>) => boolean
  readonly owed: (context: ReadContext, period: Period) => Promise<readonly AskedThing[]>
  readonly settle: (answer: AcceptedAnswer, context: ActionContext) => Promise<SettledAnswer>
}
/** Key of the items written by hand: they belong to no record. */
export const FREE_QUESTION = 'question'
