import { addBusinessDays, type BusinessCalendar, businessDaysBetween } from '#calendar'
import { type Day, latest, type Period } from '#kernel'

/** Business days given to answer when the requester proposes none; the office's habit, changed in each campaign. */
export const USUAL_TERM = 8
/** Business days before the due date on which who has not answered is reminded; the last, the day after, says that the silence counts. */
const REMINDERS = [-3, -1, 1] as const

/** Proposed due date: eight business days from the day after (Ley 19.880, art. 25), never before the period ends. */
export const suggestedDue = (period: Period, today: Day, calendar: BusinessCalendar): Day => addBusinessDays(latest(period.to, today), USUAL_TERM, calendar)

/** Days on which reminders leave, after the opening. */
export const reminderDays = (opensOn: Day, dueOn: Day, calendar: BusinessCalendar): Day[] =>
  REMINDERS.map((count) => addBusinessDays(dueOn, count, calendar)).filter((on) => on > opensOn)

/** Business days between the due date and the answer; 0 when on time. */
export const lateDays = (dueOn: Day, answeredOn: Day, calendar: BusinessCalendar): number => Math.max(0, businessDaysBetween(dueOn, answeredOn, calendar))
