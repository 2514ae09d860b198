import { type Day, type Law, addDays, addMonths, dayFrom, yearOf } from '#kernel'
import { type BusinessCalendar, businessDayOnOrAfter } from './business-calendar.ts'

export type TermUnit = 'business-days' | 'calendar-days' | 'months' | 'years'
export type Term = { readonly count: number; readonly unit: TermUnit }

const whole = (count: number): number => {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Un plazo se cuenta en unidades enteras: ${count}`)
  return count
}

/**
 * The day on which the n-th business day after `start` falls: the first counted is the day after (Ley 19.880, art. 25).
 * A negative count goes back, the first counted being the day before. Zero is `start` itself, business day or not.
 */
export const addBusinessDays = (start: Day, count: number, calendar: BusinessCalendar): Day => {
  const step = Math.sign(whole(count))
  let found = start
  for (let left = Math.abs(count); left > 0;) {
    found = addDays(found, step)
    if (calendar.isBusinessDay(found)) left -= 1
  }
  return found
}

/** The n-th calendar day («día corrido») after `start`; it does not move when it falls on a holiday. */
export const addCalendarDays = (start: Day, count: number): Day => addDays(start, whole(count))

/** Business days of a year counted once: how many up to each day, and in all. */
type YearCount = { readonly upTo: ReadonlyMap<Day, number>; readonly total: number }
const counts = new WeakMap<BusinessCalendar, Map<number, YearCount>>()
const countOf = (year: number, calendar: BusinessCalendar): YearCount => {
  const years = counts.get(calendar) ?? new Map<number, YearCount>()
  counts.set(calendar, years)
  const known = years.get(year)
  if (known) return known
  const upTo = new Map<Day, number>()
  let total = 0
  for (let on = dayFrom(year, 1, 1); yearOf(on) === year; on = addDays(on, 1)) {
    if (calendar.isBusinessDay(on)) total += 1
    upTo.set(on, total)
  }
  const made = { upTo, total }
  years.set(year, made)
  return made
}

/** Business days after `start` up to and including `end`; negative when `end` is earlier. */
export const businessDaysBetween = (start: Day, end: Day, calendar: BusinessCalendar): number => {
  if (end < start) return -businessDaysBetween(end, start, calendar)
  const upTo = (on: Day): number => countOf(yearOf(on), calendar).upTo.get(on) ?? 0
  let count = upTo(end) - upTo(start)
  for (let year = yearOf(start); year < yearOf(end); year += 1) count += countOf(year, calendar).total
  return count
}

const lastDay = (start: Day, { count, unit }: Term, calendar: BusinessCalendar): Day => {
  if (unit === 'business-days') return addBusinessDays(start, count, calendar)
  if (unit === 'calendar-days') return addCalendarDays(start, count)
  return addMonths(start, whole(count) * (unit === 'years' ? 12 : 1))
}

/**
 * Last day of a term that runs from the notification or publication on `start`. Months and years end on the equal date or
 * the last day of the month. A term that ends on a non-business day moves to the next business day (Ley 19.880, art. 25).
 * Terms of Ley 19.886 counted in calendar days follow their own rule: use `addCalendarDays` there.
 */
export const termEnd = (start: Day, term: Term, law: Law, calendar: BusinessCalendar): Day => {
  if (term.count < 1) throw new RangeError(`Un plazo dura al menos una unidad: ${term.count}`)
  const last = lastDay(start, term, calendar)
  return law.boolean('calendar/terms/moves-to-next-business-day', start) ? businessDayOnOrAfter(last, calendar) : last
}

/** Longest extension of a term: half of the original, whole units only (Ley 19.880, art. 26). */
export const longestExtension = (term: Term, law: Law, on: Day): Term => ({ ...term, count: Math.floor(term.count * law.number('calendar/terms/extension-maximum', on)) })
