import type { Day, Law } from '#kernel'
import type { LightRule } from './assess.ts'

/** The thresholds in force on a day: `plan/traffic-light`, which each municipality may set. */
export const lightRuleOf = (law: Law, on: Day): LightRule => {
  const row = law.record('plan/traffic-light', on)
  return { green: Number(row['green']), yellow: Number(row['yellow']), advanceCap: Number(row['advanceCap']) }
}
