import { type Day, fullYear, halfYear, isDay, monthPeriod, quarter, type Period, readPeriod } from '#kernel'
import type { DutyRule } from './duty-rule.ts'

/** What an instance accounts for: a period of the year, or one event. */
export type DutyPeriod = { readonly id: string; readonly title: string; readonly from: Day; readonly to: Day }

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const QUARTERS = [1, 2, 3, 4] as const
const ofYear = (period: Period): DutyPeriod => ({ id: period.id, title: period.title, from: period.from, to: period.to })

/** The periods of a rule that may fall due in a year: those of the year and the last ones before it. Events bring their own. */
export const periodsOf = (rule: DutyRule, year: number): readonly DutyPeriod[] => {
  const monthly = () => [monthPeriod(year - 1, 12), ...MONTHS.map((month) => monthPeriod(year, month))].map(ofYear)
  const quarterly = () => [quarter(year - 1, 4), ...QUARTERS.map((number) => quarter(year, number))].map(ofYear)
  switch (rule.trigger) {
    case 'year-date': return [ofYear(fullYear(year))]
    case 'year-dates': return (rule.days ?? []).map((day) => ({ ...ofYear(fullYear(year)), id: `${year}-${day}`, title: `cuota de ${monthPeriod(year, Number(day.slice(0, 2))).title}` }))
    case 'after-month': return monthly()
    case 'after-quarter': return quarterly()
    case 'frequency': return rule.per === 'quarter' ? quarterly() : monthly()
    case 'after-half-year': return [halfYear(year - 1, 2), halfYear(year, 1), halfYear(year, 2)].map(ofYear)
    case 'date': return rule.date ? [ofYear(fullYear(Number(rule.date.slice(0, 4))))] : []
    default: return []
  }
}

/** The period an address names, when it is one of the calendar and not an event. */
export const periodNamed = (id: string): DutyPeriod | undefined => {
  const period = readPeriod(id)
  if (period) return ofYear(period)
  return isDay(id) ? { ...ofYear(fullYear(Number(id.slice(0, 4)))), id, title: `cuota de ${monthPeriod(Number(id.slice(0, 4)), Number(id.slice(5, 7))).title}` } : undefined
}
