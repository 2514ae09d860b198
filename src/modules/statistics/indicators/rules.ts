import type { Day, Law } from '#kernel'
import type { IndicatorRules } from './judge.ts'

/** The criteria of the office in force on a day. */
export const indicatorRules = (law: Law, on: Day): IndicatorRules => ({
  targetTolerance: law.number('social/indicators/target-tolerance', on), similarTolerance: law.number('social/indicators/similar-tolerance', on), trendDeviation: law.number('social/indicators/trend-deviation', on),
  trendPeriods: law.number('social/indicators/trend-periods', on), similarCount: law.number('social/indicators/similar-count', on), smallCases: law.number('social/indicators/small-cases', on),
})
