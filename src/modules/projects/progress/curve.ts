import { addDays, type Day, daysBetween, formatPercent, formatDay, lastDayOfMonth } from '#kernel'
import { curveDecreases, progressDecreases, progressWithoutEvidence } from '../problems.ts'

/** Accumulated share (0–1) programmed for the end of a month, YYYY-MM. */
export type PlannedPoint = { readonly month: string; readonly share: number }
export type ReportedShare = { readonly on: Day; readonly share: number }

const endOf = (month: string): Day => lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
/** The curve as days: it leaves zero on the last day of the month before the first point. */
const dated = (points: readonly PlannedPoint[]): ReportedShare[] => {
  const [first] = points
  if (!first) return []
  const start = addDays(`${first.month}-01` as Day, -1)
  return [{ on: start, share: 0 }, ...points.map(({ month, share }) => ({ on: endOf(month), share }))]
}

/** Share programmed for a day, on straight lines between month ends; null without a curve. */
export const programmedShare = (points: readonly PlannedPoint[], on: Day): number | null => {
  const curve = dated(points)
  const [first] = curve
  if (!first) return null
  if (on <= first.on) return 0
  const next = curve.findIndex((point) => point.on >= on)
  const [before, after] = [curve[next - 1], curve[next]]
  if (!before || !after) return curve.at(-1)?.share ?? 0
  // At a month end the share is the one written, not one reached by division.
  if (after.on === on) return after.share
  return before.share + ((after.share - before.share) * daysBetween(before.on, on)) / daysBetween(before.on, after.on)
}

/** First day on which the curve asked for a share; null when it never does or there is no curve. */
export const dayProgrammedFor = (points: readonly PlannedPoint[], share: number): Day | null => {
  const curve = dated(points)
  const next = curve.findIndex((point) => point.share >= share)
  const [before, after] = [curve[next - 1], curve[next]]
  if (!after) return null
  if (!before) return after.on
  return addDays(before.on, Math.ceil((daysBetween(before.on, after.on) * (share - before.share)) / (after.share - before.share)))
}

/** Days the work runs behind: from the day the programme asked for what is done to the day it was measured. 0 when on time; null without a curve. */
export const delayDays = (points: readonly PlannedPoint[], measured: ReportedShare): number | null => {
  const programmed = programmedShare(points, measured.on)
  if (programmed === null) return null
  if (measured.share >= programmed) return 0
  const due = dayProgrammedFor(points, measured.share)
  return due === null ? 0 : Math.max(0, daysBetween(due, measured.on))
}

/** Percentage points between what is done and what was programmed; negative is behind. */
export const gapPoints = (physical: number, programmed: number): number => Math.round((physical - programmed) * 1000) / 10

/** Refuses a programme that goes back or repeats a month. Returns it in order. */
export const checkCurve = (points: readonly PlannedPoint[]): PlannedPoint[] => {
  const sorted = [...points].sort((a, b) => (a.month < b.month ? -1 : 1))
  for (const [index, point] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before && (before.month === point.month || point.share < before.share)) throw curveDecreases({ month: point.month })
  }
  return sorted
}

/**
 * Refuses a report without evidence (100 % asks for a document, not only words), and one that goes back against those already
 * reported before or after its day, unless it says the cause.
 */
export const checkReport = (report: ReportedShare & { evidence: string; fileHash?: string; cause: string }, known: readonly ReportedShare[]): void => {
  const complete = report.share >= 1
  if (!report.fileHash && !report.evidence.trim()) throw progressWithoutEvidence({ complete }, { errors: [{ pointer: '/evidence', message: 'Nombre o adjunte el respaldo' }] })
  if (report.cause.trim()) return
  const before = known.findLast(({ on }) => on < report.on)
  const after = known.find(({ on }) => on > report.on)
  const against = before && before.share > report.share ? before : after && after.share < report.share ? after : undefined
  if (against) throw progressDecreases({ share: formatPercent(report.share), other: formatPercent(against.share), on: formatDay(against.on) }, { errors: [{ pointer: '/share', message: 'El avance acumulado no puede retroceder sin una causa' }] })
}
