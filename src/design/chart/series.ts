import type { ChartSeries } from '#kernel'

/** Category colour of a series, 1–8: the subject in 1, what it is compared with in 8, the others in order. */
export const seriesColour = (series: readonly ChartSeries[], index: number): number => {
  const one = series[index]
  if (one?.role === 'comparison') return 8
  if (one?.role === 'subject' || series.length === 1) return 1
  const order = series.slice(0, index).filter(({ role }) => role === undefined).length
  return Math.min(7, order + (series.some(({ role }) => role === 'subject') ? 2 : 1))
}
export const present = (values: readonly (number | null)[]): number[] => values.filter((value): value is number => value !== null)

/** Keeps labels at least `gap` apart, moving them as little as an order from top to bottom allows. */
export const spread = (positions: readonly number[], gap: number): number[] => {
  const order = positions.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position)
  const placed: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const { position, index } of order) { last = Math.max(position, last + gap); placed[index] = last }
  return placed
}
