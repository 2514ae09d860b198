import { addBusinessDays, type BusinessCalendar, businessDaysBetween } from '#calendar'
import { type Day, latest, type Period } from '#kernel'
import type { RequestHabits } from '../practices.ts'

/** Proposed due date: the term of the office in business days from the day after (Ley 19.880, art. 25), never before the period ends. */
export const suggestedDue = (period: Period, today: Day, calendar: BusinessCalendar, { term }: Pick<RequestHabits, 'term'>): Day => addBusinessDays(latest(period.to, today), term, calendar)

/** Days on which reminders leave, after the opening: two before the due date and one after, that says that the silence counts. Zero days is no reminder. */
export const reminderDays = (opensOn: Day, dueOn: Day, calendar: BusinessCalendar, { firstReminder, lastReminder, silenceNotice }: Pick<RequestHabits, 'firstReminder' | 'lastReminder' | 'silenceNotice'>): Day[] =>
  [...new Set([-firstReminder, -lastReminder, silenceNotice].filter((count) => count !== 0).map((count) => addBusinessDays(dueOn, count, calendar)))].filter((on) => on > opensOn).sort()

/** Business days between the due date and the answer; 0 when on time. */
export const lateDays = (dueOn: Day, answeredOn: Day, calendar: BusinessCalendar): number => Math.max(0, businessDaysBetween(dueOn, answeredOn, calendar))
