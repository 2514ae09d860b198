import { type Day, type Law, type LawValue, type Period, day } from '#kernel'
import { type BusinessCalendar, businessCalendar, businessDayOnOrBefore } from '../terms/business-calendar.ts'

export type HalfYearReportDue = {
  /** The date of the duty: 31 July and 31 January unless the municipality sets another. */
  readonly due: Day
  /** Last business day up to `due`: the Secretaría Municipal receives nothing on a Sunday. */
  readonly deliverBy: Day
  readonly basis: LawValue
}

const DUTY = 'calendar/duties/eval-01'

/**
 * When the half-year evaluation of a period must reach the Concejo (LOCM art. 21 c), by the law at the end of the period.
 * Throws RangeError for a period that is not a half-year.
 */
export const dueOfHalfYearReport = (period: Period, law: Law, calendar: BusinessCalendar = businessCalendar(law)): HalfYearReportDue => {
  if (period.kind !== 'half-year') throw new RangeError(`No es un semestre: ${period.id}`)
  const rule = law.record(DUTY, period.to)
  const first = period.id.endsWith('-1')
  const yearsAfter = first ? 0 : Number(rule['secondHalfYearsAfter'])
  const due = day(`${period.year + yearsAfter}-${String(rule[first ? 'firstHalfDay' : 'secondHalfDay'])}`)
  return { due, deliverBy: businessDayOnOrBefore(due, calendar), basis: law.at(DUTY, period.to) }
}
