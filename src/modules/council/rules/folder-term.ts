import { addDays, type Day, type Law } from '#kernel'
import { addBusinessDays, type BusinessCalendar, businessDayOnOrBefore, businessDaysBetween } from '#calendar'
import type { PointStanding, TermView } from '../contract/agenda.ts'
import { lawLine, type Matter, noticeDays } from './matters.ts'

/**
 * The last day on which councillors may receive the background of a matter for a session (LOCM 81, final part), and the business days
 * that are counted: the day of receipt does not count, the day of the session does. Undefined when the law asks no advance notice.
 */
export const folderTerm = (session: Day, matter: Matter, today: Day, law: Law, calendar: BusinessCalendar): TermView | undefined => {
  const days = noticeDays(law, matter, session)
  const value = law.find(matter.notice, session)
  if (days === 0 || !value) return undefined
  const closing = businessDayOnOrBefore(session, calendar)
  const lastDay = addBusinessDays(closing, -days, calendar)
  const counted: Day[] = []
  for (let on = addDays(lastDay, 1); on <= closing; on = addDays(on, 1)) if (calendar.isBusinessDay(on)) counted.push(on)
  return { days, lastDay, counted, left: businessDaysBetween(today, lastDay, calendar), law: lawLine(value) }
}
type Called = { readonly id: string; readonly heldOn: Day }
/** The first session, among those called, for which a matter put today is still in time. Pure. */
export const nextPossible = <S extends Called>(sessions: readonly S[], matter: Matter, today: Day, law: Law, calendar: BusinessCalendar): S | undefined =>
  sessions.filter(({ heldOn }) => heldOn > today && (folderTerm(heldOn, matter, today, law, calendar)?.lastDay ?? heldOn) >= today).sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1))[0]
/** The first day on which a session could see a matter that councillors receive today. */
export const firstPossibleDay = (matter: Matter, today: Day, law: Law, calendar: BusinessCalendar): Day => addBusinessDays(today, noticeDays(law, matter, today), calendar)

type Sent = { readonly sentOn: Day | null; readonly receivedOn: readonly (Day | null)[] }
/** How the background of a point stands: each councillor must have it by the last day. `documents` are those in the folder. Pure. */
export const standingOf = (term: Pick<TermView, 'lastDay'> | undefined, documents: readonly Sent[], today: Day): PointStanding => {
  if (documents.length === 0) return !term ? 'no-term' : today > term.lastDay ? 'missed' : 'empty'
  if (!term) return documents.some(({ sentOn }) => sentOn === null) ? 'to-send' : 'no-term'
  if (documents.some(({ sentOn, receivedOn }) => (sentOn !== null && sentOn > term.lastDay) || receivedOn.some((on) => on !== null && on > term.lastDay))) return 'late'
  if (documents.some(({ sentOn }) => sentOn === null)) return today > term.lastDay ? 'missed' : 'to-send'
  if (documents.some(({ receivedOn }) => receivedOn.some((on) => on === null))) return 'waiting'
  return 'in-time'
}
