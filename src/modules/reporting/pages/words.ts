import { type Day, formatDay, formatInstant } from '#kernel'
import { type KnotState, type Tone, weekdayName } from '#design'
import type { DutyState, Gap, ReportState } from '../contract.ts'

/** «viernes 31-07-2026». */
export const fullDay = (day: Day): string => `${weekdayName(day)} ${formatDay(day)}`
/** The hour of an instant when it is of today, the whole date otherwise. */
export const shortInstant = (instant: string, today: Day): string => {
  const text = formatInstant(instant)
  return text.startsWith(formatDay(today)) ? text.slice(-5) : text
}
export const stateLook: Record<ReportState, { readonly tone: Tone; readonly shape?: KnotState; readonly text: string }> = {
  draft: { tone: 'neutral', shape: 'half', text: 'En redacción' },
  'in-review': { tone: 'warning', text: 'En revisión' },
  approved: { tone: 'data', shape: 'full', text: 'Aprobado' },
  issued: { tone: 'data', shape: 'done', text: 'Emitido, falta entregar' },
  delivered: { tone: 'good', text: 'Entregado' },
}
export const dutyLook: Record<DutyState, { readonly tone: Tone; readonly text: string }> = {
  pending: { tone: 'neutral', text: 'pendiente' }, issued: { tone: 'warning', text: 'emitido, sin entregar' }, fulfilled: { tone: 'good', text: 'cumplido' }, overdue: { tone: 'bad', text: 'atrasado' },
}
export const evidenceText = (evidence: { kind: 'receipt' | 'session'; number: string; deliveredOn: Day; receivedBy: string }): string =>
  `${evidence.kind === 'receipt' ? 'Acuse de recibo' : 'Sesión'} ${evidence.number}, ${formatDay(evidence.deliveredOn)}, ${evidence.receivedBy}`
/** Law by norm and article, as it is cited. */
export const citation = ({ norm, article }: { norm: string; article?: string }): string => (article ? `${norm}, artículo ${article}` : norm)
export const gapTone = ({ severity }: Gap): Tone => (severity === 'stops' ? 'bad' : severity === 'reservation' ? 'warning' : 'data')
/** Fingerprint in groups of four, cut short: enough to compare two by eye. */
export const shortPrint = (fingerprint: string, groups = 4): string => fingerprint.slice(0, groups * 4).replace(/(.{4})(?=.)/g, '$1 ')
