import { type Day, type Law, type LawRow, type LawValue, addDays, addMonths, day, fullYear, halfYear, isDay, monthPeriod, quarter, type Period } from '#kernel'
import { type BusinessCalendar, businessDayOnOrBefore } from '../terms/business-calendar.ts'
import { addBusinessDays } from '../terms/term.ts'
import { dueOfHalfYearReport } from './half-year-report.ts'

/** One duty with its date. `id` is its parameter, for example `calendar/duties/cp-01`; `period` is what it accounts for. */
export type DutyDate = {
  readonly id: string
  readonly title: string
  readonly period: Period
  /** First day of the window when the law gives one (1 October for the budget). */
  readonly opens?: Day
  readonly due: Day
  /** Last business day up to `due`. */
  readonly deliverBy: Day
  readonly prepares: readonly string[]
  readonly receives: readonly string[]
  readonly consequence?: string
  readonly basis: LawValue
}

const PREFIX = 'calendar/duties/'
const isRow = (value: unknown): value is LawRow => typeof value === 'object' && value !== null && !Array.isArray(value)
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
/** Periods whose duty may fall due in the year: those that end in it, and the last of the year before. */
const periods = (kind: 'month' | 'quarter', year: number): Period[] =>
  kind === 'month' ? [monthPeriod(year - 1, 12), ...MONTHS.map((month) => monthPeriod(year, month))] : [quarter(year - 1, 4), ...([1, 2, 3, 4] as const).map((number) => quarter(year, number))]

const after = (end: Day, count: number, unit: unknown, calendar: BusinessCalendar): Day => {
  if (unit === 'business-days') return addBusinessDays(end, count, calendar)
  if (unit === 'calendar-days') return addDays(end, count)
  if (unit === 'months') return addMonths(end, count)
  throw new TypeError(`Unidad de plazo desconocida: ${String(unit)}`)
}

type Dated = { readonly period: Period; readonly due: Day; readonly opens?: Day }

const datesOf = (rule: LawRow, year: number, law: Law, calendar: BusinessCalendar): Dated[] => {
  const trigger = rule['trigger']
  if (trigger === 'year-date') {
    const opens = rule['opens']
    return [{ period: fullYear(year), due: day(`${year}-${String(rule['day'])}`), ...(opens === undefined ? {} : { opens: day(`${year}-${String(opens)}`) }) }]
  }
  if (trigger === 'after-month' || trigger === 'after-quarter') {
    return periods(trigger === 'after-month' ? 'month' : 'quarter', year).map((period) => ({ period, due: after(period.to, Number(rule['offset']), rule['unit'], calendar) }))
  }
  if (trigger === 'after-half-year') return [halfYear(year - 1, 2), halfYear(year, 1), halfYear(year, 2)].map((period) => ({ period, due: dueOfHalfYearReport(period, law, calendar).due }))
  const date = String(rule['date'] ?? '')
  return trigger === 'date' && isDay(date) ? [{ period: fullYear(Number(date.slice(0, 4))), due: date }] : []
}

/**
 * Legal duties with a date that falls due in the year, in date order. Duties born of an event (an access request, an invoice),
 * of a renewal or of a frequency have no date until somebody records the event, and are not here.
 */
export const dutiesOfYear = (year: number, law: Law, calendar: BusinessCalendar): readonly DutyDate[] =>
  law.parameters()
    .filter(({ id }) => id.startsWith(PREFIX))
    .flatMap(({ id, title }) => {
      const basis = law.find(id, day(`${year}-12-31`))
      if (!basis || !isRow(basis.value)) return []
      const rule = basis.value
      const consequence = rule['consequence']
      return datesOf(rule, year, law, calendar)
        .filter(({ due }) => due.startsWith(String(year)) && due >= basis.from)
        .map((dated): DutyDate => ({
          id, title, ...dated, deliverBy: businessDayOnOrBefore(dated.due, calendar),
          prepares: texts(rule['prepares']), receives: texts(rule['receives']),
          ...(typeof consequence === 'string' ? { consequence } : {}), basis,
        }))
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1))
