import type { Day, Law } from '#kernel'
import { type BusinessCalendar, termEnd, type TermUnit } from '#calendar'
import type { RequestEvent, RequestState } from '../contract/requests.ts'
import { basesOn } from './matters.ts'

const unitOf = (text: string): TermUnit => (text === 'business-days' ? 'business-days' : 'calendar-days')
/** Days that the law gives to answer a councillor who asked on a day by some power (LOCM 79 and 87). */
export const requestDays = (law: Law, basis: string, on: Day): number => {
  const term = basesOn(law, on).find(({ key }) => key === basis)?.term ?? 'council/information-answer-days'
  const value = law.find(term, on)?.value
  return typeof value === 'number' ? value : law.number('council/information-answer-days', on)
}
/** Last day to answer: counted from the day after; one that falls on a day that is not a business day moves to the next. */
export const dueOfRequest = (askedOn: Day, basis: string, law: Law, calendar: BusinessCalendar): Day =>
  termEnd(askedOn, { count: requestDays(law, basis, askedOn), unit: unitOf(law.text('council/request-term-unit', askedOn)) }, law, calendar)

type Event = Pick<RequestEvent, 'name' | 'on' | 'until'>
/** State, last day and day of answer, from what happened in order. An answer taken back by reopening does not count. Pure. */
export const standingOfRequest = (legalDue: Day, assigned: boolean, events: readonly Event[], today: Day): { readonly state: RequestState; readonly dueOn: Day; readonly answeredOn: Day | null; readonly extended: boolean } => {
  const reopened = events.map(({ name }) => name).lastIndexOf('reopened')
  const since = events.slice(reopened + 1)
  const extension = events.filter(({ name }) => name === 'extended').at(-1)?.until
  const dueOn = extension ?? legalDue
  const answeredOn = since.find(({ name }) => name === 'answered')?.on ?? null
  const state: RequestState = answeredOn ? (answeredOn <= dueOn ? 'answered' : 'answered-late') : today > dueOn ? 'late' : !assigned ? 'to-assign' : since.some(({ name }) => name === 'drafted') ? 'drafted' : 'pending'
  return { state, dueOn, answeredOn, extended: extension !== undefined && extension !== null }
}
