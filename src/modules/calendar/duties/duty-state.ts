import { addDays, type Day } from '#kernel'
import type { BusinessCalendar } from '../terms/business-calendar.ts'
import type { CalendarHabits } from '../practices.ts'
import { businessDaysBetween } from '../terms/term.ts'

export const dutyStates = ['late', 'due-soon', 'in-course', 'not-yet', 'fulfilled-late', 'fulfilled', 'not-applicable'] as const
/** How an instance stands on a day. Nothing is stored: it follows from the law, the day and the acts. */
export type DutyStanding = (typeof dutyStates)[number]

export type DutyFacts = {
  readonly due: Day; readonly deliverBy: Day; readonly opens?: Day; readonly firstStep?: Day
  /** Days of the acts that count, in order. */
  readonly acts: readonly Day[]
  /** How many acts the norm asks. */
  readonly times: number
  readonly excused: boolean
}

/** The day from which the duty is under way. */
export const startOf = ({ due, opens, firstStep }: Pick<DutyFacts, 'due' | 'opens' | 'firstStep'>, { lead }: Pick<CalendarHabits, 'lead'>): Day => {
  const known = [opens, firstStep].filter((on): on is Day => on !== undefined).sort()
  return known[0] ?? addDays(due, -lead)
}

/** Pure. Only acts fulfil: not the day of a document, not a step. Late when the last act it needed came after the date. */
export const standingOn = (facts: DutyFacts, today: Day, calendar: BusinessCalendar, habits: Pick<CalendarHabits, 'soon' | 'lead'>): DutyStanding => {
  if (facts.excused) return 'not-applicable'
  const enough = [...facts.acts].sort()[facts.times - 1]
  if (enough) return enough > facts.due ? 'fulfilled-late' : 'fulfilled'
  if (today > facts.due) return 'late'
  if (today > facts.deliverBy || businessDaysBetween(today, facts.deliverBy, calendar) <= habits.soon) return 'due-soon'
  return today >= startOf(facts, habits) ? 'in-course' : 'not-yet'
}
export const isOpen = (state: DutyStanding): boolean => state === 'late' || state === 'due-soon' || state === 'in-course' || state === 'not-yet'
