import { type Day, type Law, type LawId, latest } from '#kernel'
import { addBusinessDays, type BusinessCalendar, businessDayOnOrAfter, businessDaysBetween, longestExtension, termEnd } from '#calendar'
import type { DataRequestState, Requester, StepKind } from './desk-contract.ts'

/** The term the law sets for who asks: a citizen by Ley 20.285, another public body by Ley 19.880. Units and services agree theirs. */
const TERMS: Readonly<Record<Requester, LawId | undefined>> = { citizen: 'calendar/terms/transparency-access', body: 'calendar/terms/report', unit: undefined, service: undefined }
export const clockOf = (requester: Requester): LawId | undefined => TERMS[requester]

type Asked = { readonly requester: Requester; readonly receivedOn: Day; readonly wantedOn: Day | null; readonly urgent: boolean }
type Habits = { readonly normal: number; readonly urgent: number }
/** Last day to answer. The law of the day it came; without one, the day agreed or the habit of the office. */
export const dueOf = ({ requester, receivedOn, wantedOn, urgent }: Asked, habits: Habits, law: Law, calendar: BusinessCalendar): Day => {
  const term = clockOf(requester)
  if (term) return termEnd(receivedOn, { count: law.number(term, receivedOn), unit: 'business-days' }, law, calendar)
  if (wantedOn) return businessDayOnOrAfter(latest(wantedOn, receivedOn), calendar)
  return addBusinessDays(receivedOn, urgent ? habits.urgent : habits.normal, calendar)
}
/** Business days of the one extension: ten for a citizen (Ley 20.285, art. 14), half of the term for a report (Ley 19.880, art. 26); none where there is no legal term. */
export const extensionOf = (requester: Requester, receivedOn: Day, law: Law): number => {
  const term = clockOf(requester)
  if (!term) return 0
  return requester === 'citizen' ? law.number('calendar/terms/transparency-access-extension', receivedOn) : longestExtension({ count: law.number(term, receivedOn), unit: 'business-days' }, law, receivedOn).count
}

type Step = { readonly kind: StepKind; readonly on: Day; readonly dueOn: Day | null }
export type Standing = { readonly state: DataRequestState; readonly dueOn: Day; readonly closedOn: Day | null; readonly days: number; readonly left: number | null; readonly onTime: boolean }
const stateOf = (steps: readonly Step[]): DataRequestState => {
  const last = steps.findLast(({ kind }) => kind !== 'extended' && kind !== 'rated' && kind !== 'assigned')?.kind
  if (last === 'answered' || last === 'delivered' || last === 'refused' || last === 'cancelled') return last
  return steps.some(({ kind }) => kind === 'assigned') ? 'working' : 'received'
}
/** Where a question stands after its steps, and its time in business days: counted to the delivery (or the refusal) and, until then, to today. */
export const standingOf = (request: { readonly receivedOn: Day; readonly dueOn: Day }, steps: readonly Step[], today: Day, calendar: BusinessCalendar): Standing => {
  const state = stateOf(steps)
  const closing = state === 'delivered' || state === 'refused' || state === 'cancelled' ? steps.findLast(({ kind }) => kind === state) : undefined
  const dueOn = steps.findLast(({ kind, dueOn: moved }) => kind === 'extended' && moved)?.dueOn ?? request.dueOn
  const until = closing?.on ?? today
  return { state, dueOn, closedOn: closing?.on ?? null, days: Math.max(0, businessDaysBetween(request.receivedOn, until, calendar)), left: closing ? null : businessDaysBetween(today, dueOn, calendar), onTime: until <= dueOn }
}
/** Which steps a question admits as it stands. */
export const admitsStep = (state: DataRequestState, kind: StepKind): boolean => {
  if (kind === 'rated') return state === 'delivered'
  if (kind === 'delivered') return state === 'answered'
  return state === 'received' || state === 'working' || state === 'answered'
}
