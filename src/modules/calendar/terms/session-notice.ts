import type { Day, Law } from '#kernel'
import { type BusinessCalendar, businessDayOnOrBefore } from './business-calendar.ts'
import { addBusinessDays } from './term.ts'

/**
 * Last business day on which councillors may receive the background of a budget modification voted on `session`
 * (LOCM art. 81). The day of receipt does not count and the day of the session does: received on a Friday, the session
 * may be held the Friday after. A stricter reading, which leaves the session day out too, is one business day earlier.
 */
export const latestSessionNotice = (session: Day, law: Law, calendar: BusinessCalendar): Day =>
  // A session on a Saturday is counted from the business day before it, so that five business days always pass.
  addBusinessDays(businessDayOnOrBefore(session, calendar), -law.number('council/budget-background-notice', session), calendar)

/** May the session vote it, given the day of receipt? */
export const isNoticeInTime = (received: Day, session: Day, law: Law, calendar: BusinessCalendar): boolean => received <= latestSessionNotice(session, law, calendar)
