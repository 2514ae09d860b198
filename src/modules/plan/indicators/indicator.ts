import { addDays, type Absence, type Day, dayFrom, daysBetween, yearOf } from '#kernel'

export type Direction = 'up' | 'down' | 'keep'
/** `level`: a state at a date (families connected). `yearly`: starts from zero each first of January (loans of the year). */
export type Accrual = 'level' | 'yearly'
export type Baseline = { readonly value: number | null; readonly absence: Absence | null; readonly year: number; readonly source: string }
export type Target = { readonly year: number; readonly value: number }
export type Measurement = {
  readonly id: string; readonly on: Day; readonly value: number | null; readonly absence: Absence | null
  readonly source: string; readonly document: string; readonly fileHash: string | null; readonly note: string
  readonly approved: boolean; readonly recordedBy: string; readonly recordedAt: string
}
/** An indicator as it was known: targets by year, measurements by day, both ascending and without repetition. */
export type IndicatorState = {
  readonly id: string; readonly version: number; readonly nodeId: string; readonly code: string; readonly name: string; readonly unit: string; readonly formula: string
  readonly direction: Direction; readonly accrual: Accrual; readonly unitId: string | null; readonly frequency?: string; readonly verification?: string; readonly retiredOn?: Day | null
  readonly baseline: Baseline | null; readonly targets: readonly Target[]; readonly measurements: readonly Measurement[]
}

const yearEnd = (year: number): Day => dayFrom(year, 12, 31)

/** The last measurement on or before the day. */
export const latestMeasurement = (state: IndicatorState, on: Day): Measurement | undefined => state.measurements.findLast((one) => one.on <= on)

/** The goal a measurement is read against: the one of its year, or the next, or the last one set. */
export const targetFor = (state: IndicatorState, measuredOn: Day): Target | undefined =>
  state.targets.find(({ year }) => year >= yearOf(measuredOn)) ?? state.targets.at(-1)

/** Share of the year gone by at the end of the day, 0–1. */
export const shareOfYear = (on: Day): number => {
  const start = dayFrom(yearOf(on), 1, 1)
  return (daysBetween(start, on) + 1) / (daysBetween(start, addDays(yearEnd(yearOf(on)), 1)))
}

/** Value expected on a day, on straight lines from the baseline (31 December of its year) through the targets (31 December of theirs). */
export const expectedLevel = (baseline: Target, targets: readonly Target[], on: Day): number => {
  const points = [baseline, ...targets.filter(({ year }) => year > baseline.year)]
  const next = points.findIndex(({ year }) => yearEnd(year) >= on)
  const [before, after] = [points[next - 1], points[next]]
  if (next < 0) return points.at(-1)?.value ?? baseline.value
  if (!before || !after) return points[0]?.value ?? baseline.value
  const share = daysBetween(yearEnd(before.year), on) / daysBetween(yearEnd(before.year), yearEnd(after.year))
  return before.value + (after.value - before.value) * share
}
