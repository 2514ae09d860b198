import { type Day, dayFrom, monthOf, yearOf } from '#kernel'

/** Accumulated share of `base` (whole pesos) accrued at the end of each month, from the first with a fact to that of the cut. */
export type FinancialCurve = { readonly base: number; readonly of: 'contract' | 'cost'; readonly accrued: number; readonly points: readonly { readonly month: string; readonly share: number }[] }

const nextMonth = (month: string): string => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return dayFrom(number === 12 ? year + 1 : year, number === 12 ? 1 : number + 1, 1).slice(0, 7)
}

/**
 * The financial side of a work: what its budget lines accrued over what was contracted, or over the cost when nothing was. Months without
 * facts keep what was accrued. Null when nothing was accrued or there is nothing to divide by.
 */
export const financialCurve = (accrued: readonly { readonly month: string; readonly amount: number }[], contracted: number, cost: number | null, on: Day): FinancialCurve | null => {
  const base = contracted > 0 ? contracted : (cost ?? 0)
  const [first] = accrued
  if (!first || base <= 0) return null
  const byMonth = new Map(accrued.map(({ month, amount }) => [month, amount]))
  const last = dayFrom(yearOf(on), monthOf(on), 1).slice(0, 7)
  const points: { month: string; share: number }[] = []
  let sum = 0
  for (let month = first.month; month <= last; month = nextMonth(month)) {
    sum += byMonth.get(month) ?? 0
    points.push({ month, share: sum / base })
  }
  return { base, of: contracted > 0 ? 'contract' : 'cost', accrued: sum, points }
}
