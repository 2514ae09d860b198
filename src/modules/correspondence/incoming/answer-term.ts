import type { Day, Law, LawId } from '#kernel'
import { businessCalendar, termEnd, type TermUnit } from '#calendar'
import type { RequestKind } from '../contract.ts'

export type AnswerTerm = { readonly dueOn: Day; readonly from: string }

/** Until when a letter of this kind is answered, counted from the day it arrived by the term of law of that day. Undefined when the law sets none. */
export const answerTerm = (law: Law, kind: RequestKind, receivedOn: Day, commune: string): AnswerTerm | undefined => {
  const row = law.table('correspondence/answer-terms', receivedOn).find((one) => one['kind'] === kind)
  if (!row) return undefined
  const count = law.number(String(row['term']) as LawId, receivedOn)
  return { dueOn: termEnd(receivedOn, { count, unit: String(row['unit']) as TermUnit }, law, businessCalendar(law, commune)), from: String(row['norm']) }
}
