import { type Day, type LawRow, addDays, day, isDay, weekday, yearOf } from '#kernel'
import { easterSunday } from './easter.ts'

/** How a year gives the days of a holiday; the shape of `value` in `law/calendar/holidays/*.yaml`. */
export type HolidayRule =
  | { readonly rule: 'fixed'; readonly date: string; readonly communes?: readonly string[] }
  /** Days from Easter Sunday. */
  | { readonly rule: 'easter'; readonly offset: number }
  /** Ley 19.668: moved to a Monday. */
  | { readonly rule: 'monday'; readonly date: string }
  /** Ley 20.299: moved to a Friday. */
  | { readonly rule: 'reformation'; readonly date: string }
  /** Only a holiday when the date falls on one of these days of the week (0 Sunday). */
  | { readonly rule: 'when-weekday'; readonly date: string; readonly weekdays: readonly number[] }
  /** Days named one by one. */
  | { readonly rule: 'dated'; readonly days: readonly Day[] }

const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] = [1, 2, 3, 4, 5]

/** Tuesday to Thursday go back to the Monday of that week, Friday goes to the next Monday (Ley 19.668). */
export const movedToMonday = (date: Day): Day => {
  const on = weekday(date)
  if (on === TUESDAY || on === WEDNESDAY || on === THURSDAY) return addDays(date, MONDAY - on)
  return on === FRIDAY ? addDays(date, 3) : date
}

/** Tuesday goes back to the Friday before, Wednesday on to the Friday after (Ley 20.299). */
export const movedToFriday = (date: Day): Day => {
  const on = weekday(date)
  if (on === TUESDAY) return addDays(date, -4)
  return on === WEDNESDAY ? addDays(date, 2) : date
}

/** The days a rule gives in a year, in order; none is an answer. */
export const daysOf = (rule: HolidayRule, year: number): readonly Day[] => {
  const inYear = (monthDay: string): Day => day(`${year}-${monthDay}`)
  switch (rule.rule) {
    case 'fixed': return [inYear(rule.date)]
    case 'easter': return [addDays(easterSunday(year), rule.offset)]
    case 'monday': return [movedToMonday(inYear(rule.date))]
    case 'reformation': return [movedToFriday(inYear(rule.date))]
    case 'when-weekday': return rule.weekdays.includes(weekday(inYear(rule.date))) ? [inYear(rule.date)] : []
    case 'dated': return rule.days.filter((date) => yearOf(date) === year)
  }
}

const wrong = (id: string): never => { throw new TypeError(`El feriado ${id} no tiene una regla conocida`) }
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const namedDay = (value: unknown, id: string): Day => {
  const date = typeof value === 'object' && value !== null && 'date' in value ? String(value.date) : ''
  return isDay(date) ? date : wrong(id)
}

/** Reads a rule from the law. Throws TypeError naming the parameter when it has none of the shapes. */
export const readHolidayRule = (value: LawRow, id: string): HolidayRule => {
  const date = String(value['date'] ?? '')
  const kind = value['rule']
  if (kind === 'easter' && typeof value['offset'] === 'number') return { rule: kind, offset: value['offset'] }
  if (kind === 'dated' && Array.isArray(value['days'])) return { rule: kind, days: value['days'].map((one) => namedDay(one, id)) }
  if (!isDay(`2024-${date}`)) return wrong(id)
  if (kind === 'fixed') return Array.isArray(value['communes']) ? { rule: kind, date, communes: texts(value['communes']) } : { rule: kind, date }
  if (kind === 'monday' || kind === 'reformation') return { rule: kind, date }
  if (kind === 'when-weekday' && Array.isArray(value['weekdays'])) return { rule: kind, date, weekdays: value['weekdays'].map(Number) }
  return wrong(id)
}
