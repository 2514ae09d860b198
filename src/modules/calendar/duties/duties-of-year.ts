import { type Day, type Law, type LawValue, type Period, readPeriod } from '#kernel'
import type { BusinessCalendar } from '../terms/business-calendar.ts'
import { type Duty, DUTIES, dutyOf } from './duty-rule.ts'
import { instancesOfYear } from './duty-instances.ts'

/** One duty with its date. `id` is its parameter, for example `calendar/duties/cp-01`; `period` is what it accounts for. */
export type DutyDate = {
  readonly id: string
  readonly title: string
  readonly period: Pick<Period, 'id' | 'title'>
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

const read = new WeakMap<Law, readonly Duty[]>()
/** Duties of the law that a commune owes. */
export const dutiesOfLaw = (law: Law, commune: string): readonly Duty[] => {
  const all = read.get(law) ?? law.parameters().filter(({ id }) => id.startsWith(DUTIES)).map(dutyOf)
  read.set(law, all)
  return all.filter(({ values }) => { const communes = values.at(-1)?.rule.communes; return communes === undefined || communes.includes(commune) })
}

/**
 * Legal duties with a date that falls due in the year, in date order. Duties born of an event (an access request, an invoice)
 * or of a renewal have no date until somebody records the event, and are not here; nor are sessions asked so many times a year.
 */
export const dutiesOfYear = (year: number, law: Law, calendar: BusinessCalendar): readonly DutyDate[] =>
  instancesOfYear(dutiesOfLaw(law, ''), year, calendar)
    .filter(({ rule }) => rule.trigger !== 'frequency')
    .map(({ duty, period, opens, due, deliverBy, rule, basis }) => ({
      id: `${DUTIES}${duty.code}`, title: duty.title, period: readPeriod(period.id) ?? period, due, deliverBy, prepares: rule.prepares, receives: rule.receives, basis,
      ...(opens ? { opens } : {}), ...(rule.consequence ? { consequence: rule.consequence } : {}),
    }))
