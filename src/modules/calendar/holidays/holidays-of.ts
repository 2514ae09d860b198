import { type Confidence, type Day, type Law, type LawParameter, type LawRow, dayFrom, inForce } from '#kernel'
import { daysOf, readHolidayRule } from './holiday-rule.ts'

export type Holiday = {
  readonly day: Day
  readonly title: string
  readonly norm: string
  readonly confidence: Confidence
  /** Only in these communes (CUT); absent when national. */
  readonly communes?: readonly string[]
}

const PREFIX = 'calendar/holidays/'
const isRow = (value: unknown): value is LawRow => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A day named one by one may carry its own confidence, weaker than that of the norm. */
const confidenceOf = (value: LawRow, date: Day, whole: Confidence): Confidence => {
  const days = Array.isArray(value['days']) ? value['days'].filter(isRow) : []
  const own = days.find((one) => one['date'] === date)?.['confidence']
  return own === 'V' || own === 'S' || own === 'M' || own === 'M?' ? own : whole
}

const holidaysOfParameter = (parameter: LawParameter, year: number): Holiday[] => {
  // The rule may change within the year, so each day is kept only if its own rule was in force on it.
  const candidates = parameter.values.filter((value) => value.from <= dayFrom(year, 12, 31))
  return candidates.flatMap((value) => {
    if (!isRow(value.value)) throw new TypeError(`El feriado ${parameter.id} no tiene una regla conocida`)
    const row = value.value
    const rule = readHolidayRule(row, parameter.id)
    return daysOf(rule, year)
      .filter((date) => inForce(parameter, date) === value)
      .map((date): Holiday => ({
        day: date, title: parameter.title, norm: value.norm, confidence: confidenceOf(row, date, value.confidence),
        ...(rule.rule === 'fixed' && rule.communes ? { communes: rule.communes } : {}),
      }))
  })
}

/**
 * Legal holidays of a year in day order, two on one day when two norms name it. Regional ones only when `commune` (CUT) is theirs.
 * Sundays are not listed unless a holiday falls on them.
 */
export const holidaysOf = (year: number, law: Law, commune?: string): readonly Holiday[] =>
  law.parameters()
    .filter(({ id }) => id.startsWith(PREFIX))
    .flatMap((parameter) => holidaysOfParameter(parameter, year))
    .filter(({ communes }) => !communes || (commune !== undefined && communes.includes(commune)))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
