/** Forecast of the year (public-account.md §4), pure. Amounts in whole pesos. */
export type TitleHistory = { readonly title: string; readonly soFar: number; readonly committed: number; readonly beforeSoFar: number; readonly beforeRest: number }

/** Collected so far plus what came in the rest of last year, moved by how this year goes against last year to the same day. */
export const forecastIncome = (titles: readonly Pick<TitleHistory, 'soFar' | 'beforeSoFar' | 'beforeRest'>[]): number =>
  titles.reduce((total, { soFar, beforeSoFar, beforeRest }) => total + soFar + Math.round(beforeSoFar > 0 ? (beforeRest * soFar) / beforeSoFar : beforeRest), 0)

/** Committed so far plus the recurrent spending of the rest of last year that is not committed yet. */
export const forecastExpenditure = (titles: readonly TitleHistory[], recurrent: ReadonlySet<string>): number =>
  titles.reduce((total, { title, soFar, committed, beforeSoFar, beforeRest }) => {
    const rest = recurrent.has(title) ? Math.round(beforeSoFar > 0 ? (beforeRest * soFar) / beforeSoFar : beforeRest) : 0
    return total + Math.max(committed, soFar + rest)
  }, 0)

/** The alert of public-account.md: spending over income by more than a share of it. */
export const isDeficit = (income: number, expenditure: number, share: number): boolean => expenditure - income > income * share
