import type { Day } from '#kernel'
import type { Stage } from '../contract.ts'
import { delayDays, gapPoints, type PlannedPoint, programmedShare } from '../progress/curve.ts'
import { onSite } from '../stages/stage.ts'

export type ProgressReport = {
  readonly id: string; readonly on: Day; readonly share: number; readonly evidence: string; readonly fileHash: string | null; readonly cause: string; readonly effect: string; readonly measure: string
  readonly approved: boolean; readonly recordedBy: string; readonly recordedAt: string
}
export type StageChange = { readonly stage: Stage; readonly on: Day; readonly reason: string; readonly document: string; readonly recordedBy: string }
export type Contract = { readonly id: string; readonly number: string; readonly supplierId: string; readonly tenderCode: string; readonly amount: number; readonly signedOn: Day; readonly startsOn: Day; readonly days: number }
/** A project as it was known: the row in force and the facts of its life, each list ascending by its day. Money in pesos. */
export type ProjectState = {
  readonly id: string; readonly version: number; readonly code: string; readonly bip: string | null; readonly name: string; readonly place: string
  readonly longitude: number | null; readonly latitude: number | null; readonly unitId: string | null; readonly formulatorId: string | null; readonly inspectorId: string | null
  readonly genderMarker: number | null; readonly genderNote: string; readonly women: number | null; readonly men: number | null
  readonly stages: readonly StageChange[]; readonly cost: { readonly amount: number; readonly on: Day; readonly reason: string } | null
  readonly fundings: readonly { readonly source: string; readonly amount: number }[]; readonly curve: readonly PlannedPoint[]; readonly reports: readonly ProgressReport[]; readonly contracts: readonly Contract[]
}
export type Position = { readonly report: ProgressReport | null; readonly physical: number | null; readonly programmed: number | null; readonly gap: number | null; readonly delayDays: number | null; readonly delayed: boolean }

export const currentStage = (state: ProjectState): StageChange => state.stages.at(-1) ?? { stage: 'idea', on: '1900-01-01' as Day, reason: '', document: '', recordedBy: '' }

/**
 * Where a work stands: the last report against what was programmed for the day of that report, so that both numbers are of one date.
 * `delayed` only while it is on site and the gap passes the points of the alert (`investment/alerts/progress-points`).
 */
export const positionOf = (state: ProjectState, on: Day, alertPoints: number): Position => {
  const report = state.reports.findLast((one) => one.on <= on) ?? null
  const programmed = programmedShare(state.curve, report?.on ?? on)
  if (!report) return { report, physical: null, programmed, gap: null, delayDays: null, delayed: false }
  const gap = programmed === null ? null : gapPoints(report.share, programmed)
  const delayed = gap !== null && gap < -alertPoints && onSite.includes(currentStage(state).stage)
  return { report, physical: report.share, programmed, gap, delayDays: delayDays(state.curve, report), delayed }
}
