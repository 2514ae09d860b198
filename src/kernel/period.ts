import { type Day, dayFrom, lastDayOfMonth } from './day.ts'

/** A stretch of the budget year: month `2026-06`, quarter `2026-T2`, half-year `2026-1` or `2026-2`, year `2026`. */
export type Period = { readonly id: string; readonly kind: PeriodKind; readonly year: number; readonly from: Day; readonly to: Day; readonly title: string }
export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'year'

export const monthNames = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'] as const

const build = (id: string, kind: PeriodKind, year: number, first: number, last: number, title: string): Period => ({
  id, kind, year, from: dayFrom(year, first, 1), to: lastDayOfMonth(year, last), title,
})

/** Month of a year; `month` runs 1–12. */
export const monthPeriod = (year: number, month: number): Period =>
  build(`${year}-${String(month).padStart(2, '0')}`, 'month', year, month, month, `${monthNames[month - 1]} de ${year}`)

export const halfYear = (year: number, half: 1 | 2): Period =>
  build(`${year}-${half}`, 'half-year', year, half === 1 ? 1 : 7, half === 1 ? 6 : 12, `${half === 1 ? '1.er' : '2.º'} semestre ${year}`)

export const quarter = (year: number, number: 1 | 2 | 3 | 4): Period =>
  build(`${year}-T${number}`, 'quarter', year, number * 3 - 2, number * 3, `${['1.er', '2.º', '3.er', '4.º'][number - 1]} trimestre ${year}`)

export const fullYear = (year: number): Period => build(`${year}`, 'year', year, 1, 12, `año ${year}`)

/** Reads a period id. Undefined when the text is none of the four shapes. */
export const readPeriod = (id: string): Period | undefined => {
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(id)
  if (month) return monthPeriod(Number(month[1]), Number(month[2]))
  const half = /^(\d{4})-([12])$/.exec(id)
  if (half) return halfYear(Number(half[1]), Number(half[2]) as 1 | 2)
  const third = /^(\d{4})-T([1-4])$/.exec(id)
  if (third) return quarter(Number(third[1]), Number(third[2]) as 1 | 2 | 3 | 4)
  return /^\d{4}$/.test(id) ? fullYear(Number(id)) : undefined
}

/** The half-year a day falls in. */
export const halfYearOf = (value: Day): Period => halfYear(Number(value.slice(0, 4)), Number(value.slice(5, 7)) <= 6 ? 1 : 2)

/** The same kind of period one year before. */
export const yearBefore = (period: Period): Period => readPeriod(`${period.year - 1}${period.id.slice(4)}`) as Period
