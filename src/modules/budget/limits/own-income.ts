import { type Day, lastDayOfMonth } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { observationStore } from '#evidence'

/** SINIM: own income by the criterion of Contraloría (permanent own income and FCM), and the wider one when that is missing. */
export const ownIncomeSeries = ['sinim/890', 'sinim/882'] as const
/** Published values older than this many years do not stand for the years the law asks. */
const OLDEST = 8

export type OwnIncome = { readonly average: number | null; readonly years: readonly { readonly year: number; readonly amount: number; readonly source: string }[]; /** Are they the years that the law asks? */ readonly exact: boolean; readonly wanted: readonly number[] }

/** Pure: the newest `count` published years before one, with their average in pesos. */
export const averageOwnIncome = (values: readonly { readonly year: number; readonly amount: number; readonly source: string }[], before: number, count: number): OwnIncome => {
  const wanted = Array.from({ length: count }, (_, index) => before - count + index)
  const years = values.filter(({ year }) => year < before && year >= before - OLDEST).sort((a, b) => b.year - a.year).slice(0, count).sort((a, b) => a.year - b.year)
  const average = years.length < count ? null : Math.round(years.reduce((total, { amount }) => total + amount, 0) / count)
  return { average, years, wanted, exact: years.length === count && years.every(({ year }, index) => year === wanted[index]) }
}

/** The average own income of the years before one, from the published series; in thousands there, in pesos here. */
export const ownIncomeBefore = async (context: ReadContext, year: number): Promise<OwnIncome> => {
  const on: Day = lastDayOfMonth(year, 12)
  const count = context.law.number('budget/limits/personnel-base-years', on)
  const known = await context.knownSeq()
  let best: OwnIncome | undefined
  for (const series of ownIncomeSeries) {
    const rows = await observationStore(context.tx).of([series], known)
    const values = rows.filter(({ value }) => value !== null).map((row) => ({ year: Number(row.period.slice(0, 4)), amount: Math.round((row.value ?? 0) * (row.unit === 'CLP' ? 1 : 1000)), source: `${row.source_title}: ${row.title}` }))
    const answer = averageOwnIncome(values, year, count)
    if (answer.average !== null) return answer
    best ??= answer
  }
  return best ?? averageOwnIncome([], year, count)
}
