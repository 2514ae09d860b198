import { addDays, addMonths, type Day, day, formatDay, monthPeriod, plural, weekday } from '#kernel'
import { type BusinessCalendar, businessDayOnOrAfter, businessDayOnOrBefore } from '../terms/business-calendar.ts'
import { addBusinessDays } from '../terms/term.ts'
import type { DutyRule } from './duty-rule.ts'
import type { DutyPeriod } from './periods.ts'

export type CountedDue = { readonly due: Day; readonly opens?: Day; /** Last business day up to `due`: offices receive nothing on a Sunday. */ readonly deliverBy: Day }
const NAMES = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado']
export const spokenDay = (on: Day): string => `${NAMES[weekday(on)]} ${formatDay(on)}`

const yearOfPeriod = (period: DutyPeriod): string => period.to.slice(0, 4)

/** The plain end of the rule, before asking whether it is a business day. */
const plainDue = (rule: DutyRule, period: DutyPeriod, calendar: BusinessCalendar): Day | undefined => {
  const count = rule.offset ?? 0
  switch (rule.trigger) {
    case 'year-date': return rule.day ? day(`${yearOfPeriod(period)}-${rule.day}`) : undefined
    case 'year-dates': return day(period.id)
    case 'date': return rule.date
    case 'after-half-year': {
      const first = period.id.endsWith('-1')
      const year = Number(yearOfPeriod(period)) + (first ? 0 : (rule.secondHalfYearsAfter ?? 1))
      const end = first ? rule.firstHalfDay : rule.secondHalfDay
      return end ? day(`${year}-${end}`) : undefined
    }
    case 'frequency': return period.to
    case 'as-instructed': case 'on-change': case 'permanent': return period.to
    case 'after-month': case 'after-quarter': case 'event': case 'renewal':
      switch (rule.unit) {
        case 'business-days': return addBusinessDays(period.to, count, calendar)
        // «Días» of a norm not yet read are counted as calendar days: the earlier end, so that nobody is late.
        case 'calendar-days': case 'days': return addDays(period.to, count)
        case 'months': return addMonths(period.to, count)
        case 'years': return addMonths(period.to, count * 12)
        default: return undefined
      }
    default: return undefined
  }
}

/** When an instance is due, by its rule. Undefined for a rule without date. */
export const countDue = (rule: DutyRule, period: DutyPeriod, calendar: BusinessCalendar): CountedDue | undefined => {
  const plain = plainDue(rule, period, calendar)
  if (!plain) return undefined
  const due = rule.lastDay === 'moves' ? businessDayOnOrAfter(plain, calendar) : plain
  return { due, deliverBy: businessDayOnOrBefore(due, calendar), ...(rule.opens ? { opens: day(`${yearOfPeriod(period)}-${rule.opens}`) } : {}) }
}

/** One line of the account of a count; `counts` when the day was one of those counted. */
export type CountLine = { readonly on?: Day; readonly text: string; readonly counts?: boolean }
const UNITS: Record<NonNullable<DutyRule['unit']>, readonly [string, string]> = { 'business-days': ['día hábil', 'días hábiles'], 'calendar-days': ['día corrido', 'días corridos'], days: ['día', 'días'], months: ['mes', 'meses'], years: ['año', 'años'] }

const why = (on: Day, calendar: BusinessCalendar): string => calendar.holidaysOn(on).map(({ title }) => title).join(', ') || (weekday(on) === 6 ? 'sábado' : 'domingo')

const businessLines = (start: Day, count: number, calendar: BusinessCalendar): CountLine[] => {
  const lines: CountLine[] = []
  const step = Math.sign(count)
  let on = start
  for (let number = 0; number < Math.abs(count);) {
    on = addDays(on, step)
    const counts = calendar.isBusinessDay(on)
    if (counts) number += 1
    lines.push({ on, counts, text: counts ? `${spokenDay(on)}: ${number}` : `${spokenDay(on)}: no se cuenta (${why(on, calendar)})` })
  }
  return lines
}

/** The count told day by day, so that a person without the law at hand can follow it. `event` names what started it. */
export const explainCount = (rule: DutyRule, period: DutyPeriod, calendar: BusinessCalendar, event?: string): readonly CountLine[] => {
  const plain = plainDue(rule, period, calendar)
  const counted = countDue(rule, period, calendar)
  if (!plain || !counted) return []
  const lines: CountLine[] = []
  const count = rule.offset ?? 0
  const named = rule.unit ? `${Math.abs(count)} ${plural(Math.abs(count), ...UNITS[rule.unit])}` : ''
  if (rule.trigger === 'frequency') lines.push({ text: `La norma pide ${rule.times} ${plural(rule.times, 'vez', 'veces')} en cada ${rule.per === 'quarter' ? 'trimestre' : 'mes'}; el período termina el ${spokenDay(period.to)}` })
  else if (rule.unit) {
    lines.push({ on: period.to, text: `${event ?? `Termina ${period.title}`}: ${spokenDay(period.to)}. Ese día no se cuenta` })
    if (rule.unit === 'business-days') lines.push(...businessLines(period.to, count, calendar))
    else lines.push({ on: plain, text: `${named} ${count < 0 ? 'antes' : 'después'}: ${spokenDay(plain)}${rule.unit === 'days' ? '. La norma dice «días» y no se ha confirmado si son hábiles; se cuentan corridos, que vencen antes' : ''}` })
  } else lines.push({ on: plain, text: `La norma fija el ${spokenDay(plain)}` })
  if (counted.due !== plain) lines.push({ on: counted.due, text: `El ${spokenDay(plain)} no es hábil: el plazo pasa al ${spokenDay(counted.due)}` })
  else if (counted.deliverBy !== counted.due) lines.push({ on: counted.deliverBy, text: `El ${spokenDay(counted.due)} no es hábil (${why(counted.due, calendar)}) y la fecha no se mueve: el último día para entregar en una oficina es el ${spokenDay(counted.deliverBy)}` })
  return lines
}

/** «enero de 2026» for headings of months. */
export const monthTitle = (on: Day): string => monthPeriod(Number(on.slice(0, 4)), Number(on.slice(5, 7))).title
