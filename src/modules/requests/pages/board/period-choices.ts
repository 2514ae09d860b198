import { type Day, halfYear, type Period, quarter, yearOf } from '#kernel'

/** Periods that may be asked on a day: the ones that ended or are running, newest first. */
export const periodChoices = (today: Day): readonly Period[] => {
  const year = yearOf(today)
  return [year, year - 1].flatMap((one) => [halfYear(one, 2), quarter(one, 4), quarter(one, 3), halfYear(one, 1), quarter(one, 2), quarter(one, 1)]).filter(({ from }) => from <= today).sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : a.kind < b.kind ? -1 : 1))
}
/** The half-year that ended last. */
export const usualPeriod = (today: Day): string => periodChoices(today).find(({ kind, to }) => kind === 'half-year' && to < today)?.id ?? ''
