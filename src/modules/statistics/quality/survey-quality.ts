import type { Day, Law } from '#kernel'
import type { ObservationStatus } from '../model/status.ts'

/** Thresholds of the household survey standard of INE (2020), as law data of a day. */
export type QualityStandard = {
  readonly minimumCases: number; readonly minimumDegrees: number; readonly reliableCv: number; readonly maximumCv: number; readonly publishableShare: number
  readonly curve: { readonly exponentNumerator: number; readonly exponentDenominator: number; readonly divisor: number; readonly pivot: number }
}
/** What a survey says of one number: unweighted cases, degrees of freedom (PSU less strata), the estimate and its standard error. For a proportion, `cases` are those of its denominator. */
export type Estimate = { readonly kind: 'amount' | 'proportion'; readonly cases: number; readonly degrees: number | null; readonly value: number; readonly error: number }
export type Quality = 'reliable' | 'weak' | 'unreliable'
export const qualityTitle: Readonly<Record<Quality, string>> = { reliable: 'fiable', weak: 'poco fiable', unreliable: 'no fiable' }
/** The letters INE prints in the column of quality of its files. */
export const qualityFlag: Readonly<Record<Quality, 'F' | 'PF' | 'NF'>> = { reliable: 'F', weak: 'PF', unreliable: 'NF' }

/** The standard in force on a day. */
export const standardOn = (law: Law, on: Day): QualityStandard => ({
  minimumCases: law.number('social/survey-quality/minimum-cases', on), minimumDegrees: law.number('social/survey-quality/minimum-degrees-of-freedom', on), reliableCv: law.number('social/survey-quality/reliable-cv', on),
  maximumCv: law.number('social/survey-quality/maximum-cv', on), publishableShare: law.number('social/survey-quality/publishable-table-share', on), curve: law.record('social/survey-quality/proportion-curve', on) as QualityStandard['curve'],
})
/** Largest standard error of a reliable proportion: p to the 2/3 over 9, with 1 − p above one half. */
export const largestError = (p: number, { exponentNumerator, exponentDenominator, divisor, pivot }: QualityStandard['curve']): number => (p <= pivot ? p : 1 - p) ** (exponentNumerator / exponentDenominator) / divisor

const variation = ({ value, error }: Estimate): number => (value === 0 ? Number.POSITIVE_INFINITY : error / Math.abs(value))
/** How far an estimate may be trusted. Without degrees of freedom nothing is. */
export const qualityOf = (estimate: Estimate, standard: QualityStandard): Quality => {
  if (estimate.cases < standard.minimumCases || estimate.degrees === null || estimate.degrees < standard.minimumDegrees) return 'unreliable'
  if (estimate.kind === 'proportion' && estimate.value >= 0 && estimate.value <= 1) return estimate.error <= largestError(estimate.value, standard.curve) ? 'reliable' : 'weak'
  const cv = variation(estimate)
  return cv > standard.maximumCv ? 'unreliable' : cv <= standard.reliableCv ? 'reliable' : 'weak'
}
/** May a table be published? When at least half of its evaluated cells are reliable; an empty one may not. */
export const mayPublish = (cells: readonly Quality[], { publishableShare }: QualityStandard): boolean => cells.length > 0 && cells.filter((one) => one === 'reliable').length / cells.length >= publishableShare
/** The mark an observation carries for its quality; nothing when it is reliable. */
export const qualityStatus = (quality: Quality): ObservationStatus | null => (quality === 'reliable' ? null : quality === 'weak' ? 'unreliable' : 'not-publishable')
/** Half of a symmetric interval over its factor of 95 %: the standard error that was published as limits. */
export const errorOfInterval = (lower: number, upper: number): number => (upper - lower) / 2 / NORMAL_95
/** 97.5 % quantile of the normal law. */
const NORMAL_95 = 1.959963984540054
