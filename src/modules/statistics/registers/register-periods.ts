import { type Day, monthPeriod, type Period, quarter, yearOf } from '#kernel'
import type { RegisterPeriodicity } from './register-contract.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const periodsOfYear = (year: number, periodicity: RegisterPeriodicity): readonly Period[] => (periodicity === 'month' ? MONTHS.map((month) => monthPeriod(year, month)) : ([1, 2, 3, 4] as const).map((number) => quarter(year, number)))
/** The whole periods from the first day of a register that had ended by a day. */
export const periodsUntil = (startsOn: Day, periodicity: RegisterPeriodicity, until: Day): readonly Period[] => {
  const found: Period[] = []
  for (let year = yearOf(startsOn); year <= yearOf(until); year += 1) found.push(...periodsOfYear(year, periodicity).filter(({ from, to }) => from >= startsOn && to <= until))
  return found
}
type Said = { readonly period: string; readonly field: string; readonly value: number | null }
/** What holds of each period and field: the newest said. Values come in the order they were known. */
export const standingValues = (values: readonly Said[]): ReadonlyMap<string, Readonly<Record<string, number | null>>> => {
  const standing = new Map<string, Record<string, number | null>>()
  for (const { period, field, value } of values) standing.set(period, { ...standing.get(period), [field]: value })
  return standing
}
