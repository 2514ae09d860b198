import { addDays, type Day, formatDay, type LawValue } from '#kernel'
import type { BusinessCalendar } from '../terms/business-calendar.ts'
import { addBusinessDays } from '../terms/term.ts'
import { type CountedDue, countDue } from './count-due.ts'
import type { Duty, DutyRule, DutyStep } from './duty-rule.ts'
import { type DutyPeriod, periodsOf } from './periods.ts'

/** A date that the law moved while the instance was open. */
export type MovedDue = { readonly from: Day; readonly before: Day; readonly due: Day; readonly norm: string; readonly article?: string }
export type PlannedStep = { readonly key: string; readonly what: string; readonly on: Day }
/** One thing owed once, with its date by the law. */
export type DutyInstance = CountedDue & {
  /** `eval-01.2026-1`: what the address calls it. */
  readonly key: string
  readonly duty: Duty
  readonly period: DutyPeriod
  readonly rule: DutyRule
  readonly basis: LawValue
  readonly steps: readonly PlannedStep[]
  readonly moved: readonly MovedDue[]
  readonly event?: string
}
export const keyOf = (code: string, period: string): string => `${code}.${period}`
/** Day on which a fulfilled instance stopped following the law, by key. */
export type FulfilledOn = ReadonlyMap<string, Day>

const stepDay = ({ day, before, unit }: DutyStep, due: CountedDue, calendar: BusinessCalendar): Day => {
  if (day) return `${due.due.slice(0, 4)}-${day}` as Day
  return unit === 'business-days' ? addBusinessDays(due.deliverBy, -(before ?? 0), calendar) : addDays(due.due, -(before ?? 0))
}

/**
 * One instance of a duty: the value in force when its period began gives the first date; each later value that came into force while
 * it was still running (or that reopens it) moves it, unless it was fulfilled before. Undefined when no rule gave it a date.
 */
export const instanceOf = (duty: Duty, period: DutyPeriod, calendar: BusinessCalendar, fulfilled: FulfilledOn = new Map(), event?: string): DutyInstance | undefined => {
  const key = keyOf(duty.code, period.id)
  const done = fulfilled.get(key)
  const applies = ({ rule, basis }: Duty['values'][number]): boolean => (rule.until === undefined || rule.until >= basis.from) && (duty.values.length === 1 || periodsOf(rule, Number(period.to.slice(0, 4))).some(({ id }) => id === period.id))
  let current: { readonly value: Duty['values'][number]; readonly counted: CountedDue } | undefined
  const moved: MovedDue[] = []
  for (const value of duty.values) {
    if (!event && !applies(value)) continue
    const counted = countDue(value.rule, period, calendar)
    if (!counted || counted.due < value.basis.from) continue
    if (!current || value.basis.from <= period.from) { current = { value, counted }; continue }
    const running = value.basis.from <= current.counted.due || value.rule.reopens
    if (!running || (done !== undefined && done < value.basis.from)) continue
    if (counted.due !== current.counted.due) moved.push({ from: value.basis.from, before: current.counted.due, due: counted.due, norm: value.basis.norm, ...(value.basis.article ? { article: value.basis.article } : {}) })
    current = { value, counted }
  }
  if (!current || (current.value.rule.until !== undefined && current.counted.due > current.value.rule.until)) return undefined
  const { value, counted } = current
  const steps = value.rule.steps.map((step) => ({ key: step.key, what: step.what, on: stepDay(step, counted, calendar) })).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return { key, duty, period, ...counted, rule: value.rule, basis: value.basis, steps, moved, ...(event ? { event } : {}) }
}

const ofYear = (duty: Duty, year: number, calendar: BusinessCalendar, fulfilled: FulfilledOn): readonly DutyInstance[] => {
  const periods = new Map(duty.values.flatMap(({ rule }) => periodsOf(rule, year)).map((period) => [period.id, period]))
  return [...periods.values()].map((period) => instanceOf(duty, period, calendar, fulfilled)).filter((one): one is DutyInstance => one !== undefined && one.due.startsWith(String(year)))
}
/** Instances of duties of one value, which nothing can move, by calendar: counted once in the life of a book of law. */
const counted = new WeakMap<BusinessCalendar, Map<string, readonly DutyInstance[]>>()
const remembered = (duty: Duty, year: number, calendar: BusinessCalendar): readonly DutyInstance[] => {
  const book = counted.get(calendar) ?? new Map<string, readonly DutyInstance[]>()
  counted.set(calendar, book)
  const key = `${duty.code} ${year}`
  const made = book.get(key) ?? ofYear(duty, year, calendar, new Map())
  book.set(key, made)
  return made
}

/** Instances of the dated duties that fall due in a year, in order of date. Duties born of an event come from their occurrences. */
export const instancesOfYear = (duties: readonly Duty[], year: number, calendar: BusinessCalendar, fulfilled: FulfilledOn = new Map()): readonly DutyInstance[] =>
  duties.flatMap((duty) => (duty.local || duty.values.length > 1 ? ofYear(duty, year, calendar, fulfilled) : remembered(duty, year, calendar))).sort(byDue)

export const byDue = (a: DutyInstance, b: DutyInstance): number => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.key < b.key ? -1 : 1)

/** «Pasó del 30-09-2026 al 30-11-2026 por la Ley …, desde el 12-08-2026». */
export const movedText = ({ before, due, norm, article, from }: MovedDue): string =>
  `El plazo pasó del ${formatDay(before)} al ${formatDay(due)} por ${norm}${article ? `, artículo ${article}` : ''}, que rige desde el ${formatDay(from)}`
