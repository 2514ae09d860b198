import { type Day, type Law, addDays, weekday, yearOf } from '#kernel'
import { type Holiday, holidaysOf } from '../holidays/holidays-of.ts'

/** Which days count in a commune. Made once per request or job; each year is worked out on first use. */
export type BusinessCalendar = {
  readonly isBusinessDay: (on: Day) => boolean
  readonly holidaysOn: (on: Day) => readonly Holiday[]
}

const WEEKDAYS_ID = 'calendar/terms/non-business-weekdays'

/** Business days by Ley 19.880, art. 25: Saturdays, Sundays and holidays do not count. `commune` (CUT) adds its regional holidays. */
export const businessCalendar = (law: Law, commune?: string): BusinessCalendar => {
  const years = new Map<number, ReadonlyMap<Day, readonly Holiday[]>>()
  const yearOfHolidays = (year: number): ReadonlyMap<Day, readonly Holiday[]> => {
    const known = years.get(year)
    if (known) return known
    const made = new Map<Day, Holiday[]>()
    for (const holiday of holidaysOf(year, law, commune)) made.set(holiday.day, [...(made.get(holiday.day) ?? []), holiday])
    years.set(year, made)
    return made
  }
  const holidaysOn = (on: Day): readonly Holiday[] => yearOfHolidays(yearOf(on)).get(on) ?? []
  const known = new Map<Day, boolean>()
  return {
    holidaysOn,
    isBusinessDay: (on) => {
      const before = known.get(on)
      if (before !== undefined) return before
      const counts = !law.list(WEEKDAYS_ID, on).includes(weekday(on)) && holidaysOn(on).length === 0
      known.set(on, counts)
      return counts
    },
  }
}

/** True when the day counts in terms of business days. */
export const isBusinessDay = (on: Day, calendar: BusinessCalendar): boolean => calendar.isBusinessDay(on)

/** The day itself when it is a business day, else the next one. */
export const businessDayOnOrAfter = (on: Day, calendar: BusinessCalendar): Day => {
  let found = on
  while (!calendar.isBusinessDay(found)) found = addDays(found, 1)
  return found
}

/** The day itself when it is a business day, else the one before. */
export const businessDayOnOrBefore = (on: Day, calendar: BusinessCalendar): Day => {
  let found = on
  while (!calendar.isBusinessDay(found)) found = addDays(found, -1)
  return found
}
