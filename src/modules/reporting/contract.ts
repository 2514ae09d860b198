import type { AsOf, Block, Day, FigureValue } from '#kernel'
import { z } from 'zod'

/** Shapes shared by pages, API and tests. Pages import types from here and nothing else of this module. */
const id = z.uuid('No es un identificador')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Escriba una fecha')
const version = z.number().int().positive()
const sectionKey = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/)

export const StartReportInput = z.object({ id, kind: z.string().max(60), period: z.string().max(10) })
export const SaveSectionInput = z.object({ report: id, key: sectionKey, version: z.number().int().min(0), content: z.array(z.unknown()).max(600, 'La sección es demasiado larga') })
export const MarkSectionInput = z.object({ report: id, key: sectionKey, version: z.number().int().min(0), ready: z.boolean(), unitId: id.nullable().optional(), dueOn: day.nullable().optional() })
export const PinDatesInput = z.object({ report: id, version, dates: z.object({ effectiveOn: day, knownOn: day }).nullable() })
export const MoveReportInput = z.object({ report: id, version })
export const ReturnReportInput = z.object({ report: id, version, text: z.string().trim().max(2000).default('') })
export const ReopenReportInput = z.object({ report: id, version, reason: z.string().trim().min(5, 'Explique en una frase por qué se corrige').max(500) })
export const CommentInput = z.object({ id, report: id, sectionKey, blockId: z.string().max(60).optional(), text: z.string().trim().min(2, 'Escriba la observación').max(2000) })
export const ResolveCommentInput = z.object({ id, resolved: z.boolean().default(true) })
export const IssueReportInput = z.object({ report: id, version, mode: z.enum(['final', 'reservations']), paper: z.enum(['letter', 'oficio']).default('letter') })
export const DeliveryInput = z.object({
  id, report: id, edition: z.number().int().positive(), kind: z.enum(['receipt', 'session']), number: z.string().trim().min(1, 'Escriba el número').max(60), deliveredOn: day,
  receivedBy: z.string().trim().min(3, 'Escriba qué oficina recibió').max(120).default('Secretaría Municipal'), fileHash: z.string().regex(/^[0-9a-f]{64}$/).optional(),
})
export const UndoDeliveryInput = z.object({ id, reason: z.string().trim().min(5, 'Explique en una frase por qué se anula').max(500) })
export const FileFormat = z.enum(['html', 'pdf', 'docx', 'json'])
export type FileFormat = z.output<typeof FileFormat>
/** Query of `GET /api/reporting/file`: a draft, or an edition when its number is given. */
export const FileRequest = z.object({ report: id, edition: z.coerce.number().int().positive().optional(), format: FileFormat, paper: z.enum(['letter', 'oficio']).default('letter') })
export type FileRequest = z.output<typeof FileRequest>

export type ReportState = 'draft' | 'in-review' | 'approved' | 'issued' | 'delivered'
export const stateText: Record<ReportState, string> = { draft: 'en redacción', 'in-review': 'en revisión', approved: 'aprobado', issued: 'emitido', delivered: 'entregado' }

/** `stops`: figures contradict each other. `reservation`: printed when issued. `notice`: for who writes, never printed. */
export type GapSeverity = 'stops' | 'reservation' | 'notice'
export type GapKind = 'contradiction' | 'sum' | 'missing' | 'provisional' | 'late' | 'unfinished' | 'declared' | 'typed-number' | 'changed' | 'unknown-figure'
export type Gap = { readonly kind: GapKind; readonly severity: GapSeverity; readonly chapter: string; readonly chapterTitle: string; readonly unit?: string; readonly text: string; readonly blockId?: string }

export type PersonName = { readonly name: string }
export type ReportLine = {
  readonly id: string; readonly kind: string; readonly title: string; readonly period: string; readonly periodTitle: string; readonly state: ReportState
  readonly due: Day; readonly deliverBy: Day; readonly version: number; readonly edition: number; readonly issuedOn?: Day; readonly deliveredOn?: Day
}
export type SectionView = {
  readonly key: string; readonly title: string; readonly chapter: string; readonly version: number; readonly content: readonly Block[]; readonly authors: Readonly<Record<string, string>>
  readonly ready: boolean; readonly unit?: { readonly id: string; readonly name: string }; readonly dueOn?: Day; readonly updatedAt?: string; readonly updatedBy?: string
}
export type CommentView = { readonly id: string; readonly sectionKey: string; readonly blockId?: string; readonly text: string; readonly who: string; readonly at: string; readonly resolvedAt?: string }
export type EditionView = {
  readonly number: number; readonly mode: 'final' | 'reservations'; readonly issuedOn: Day; readonly issuedBy: string; readonly asOf: AsOf; readonly fingerprint: string; readonly verificationCode: string
  readonly reservations: readonly string[]; readonly files: Readonly<Record<FileFormat, { readonly hash: string; readonly size: number }>>; readonly replaces?: number; readonly figures: number
}
export type DeliveryView = { readonly id: string; readonly edition: number; readonly kind: 'receipt' | 'session'; readonly number: string; readonly deliveredOn: Day; readonly receivedBy: string; readonly fileHash?: string }
export type ReportAction = 'edit' | 'send' | 'return' | 'approve' | 'issue' | 'deliver' | 'reopen' | 'comment'
/** Answer of `reporting.open`. */
export type ReportView = {
  readonly report: ReportLine & { readonly pinned: boolean; readonly asOf: AsOf; readonly drafter: string; readonly reviewer?: string; readonly approver?: string; readonly audience: string; readonly unit: string; readonly legalBasis: string }
  readonly sections: readonly SectionView[]
  /** Value now of each chip, by `id;name=value`; absent when the figure no longer exists. */
  readonly chips: Readonly<Record<string, FigureValue>>
  readonly comments: readonly CommentView[]
  readonly editions: readonly EditionView[]
  readonly deliveries: readonly DeliveryView[]
  /** What this person may do now; the text says why not. */
  readonly may: Readonly<Record<ReportAction, true | string>>
}
export type ChapterPart = { readonly type: 'narrative'; readonly key: string } | { readonly type: 'blocks'; readonly blocks: readonly Block[] }
export type ChapterView = { readonly key: string; readonly title: string; readonly informant?: string; readonly parts: readonly ChapterPart[] }
/** Answer of `reporting.outline`: chapters with what is missing, and how many figures stand firm. */
export type OutlineView = { readonly chapters: readonly { readonly key: string; readonly title: string; readonly informant?: string; readonly sections: readonly string[]; readonly words: number; readonly tables: number }[]; readonly gaps: readonly Gap[]; readonly firm: number; readonly total: number; readonly anchors: readonly Anchor[] }
/** A table or chart a sentence may refer to, with the number it has in print. */
export type Anchor = { readonly id: string; readonly kind: 'table' | 'chart'; readonly label: string; readonly title: string; readonly chapter: string }
/** Answer of `reporting.preview`: the whole document as it would be issued now. */
export type PreviewView = { readonly body: import('#kernel').DocumentBody; readonly chapters: readonly ChapterView[]; readonly gaps: readonly Gap[]; readonly firm: number; readonly total: number }
export type FigureChoice = { readonly id: string; readonly title: string; readonly unit: string; readonly method: string; readonly parameters: Readonly<Record<string, string>>; readonly figure?: FigureValue; readonly where?: string }
export type ChangedFigure = { readonly key: string; readonly title: string; readonly places: readonly string[]; readonly before: string; readonly now: string; readonly figure?: FigureValue; readonly entries: readonly { readonly seq: number; readonly at: string; readonly summary: string; readonly text: string }[] }
/** Answer of `reporting.differences`. */
export type DifferencesView = { readonly edition: number; readonly issuedOn: Day; readonly compared: number; readonly changed: readonly ChangedFigure[]; readonly unknown: readonly string[] }
export type DutyState = 'pending' | 'issued' | 'fulfilled' | 'overdue'
export type DutyView = {
  readonly duty: string; readonly title: string; readonly period: string; readonly periodTitle: string; readonly due: Day; readonly deliverBy: Day; readonly state: DutyState; readonly late: boolean
  readonly report?: string; readonly norm: string; readonly article?: string; readonly confidence: string
  readonly evidence?: { readonly kind: 'receipt' | 'session'; readonly number: string; readonly deliveredOn: Day; readonly receivedBy: string; readonly edition: number; readonly fileHash?: string }
}
/** Answer of `reporting.verify`: an edition of a report, or an act by its number. */
export type VerificationView = {
  readonly found: boolean; readonly by?: 'code' | 'fingerprint' | 'file'
  readonly act?: { readonly title: string; readonly municipality: string; readonly issuedOn: Day; readonly fingerprint: string; readonly verificationCode: string; readonly annulled: boolean }
  readonly edition?: { readonly number: number; readonly title: string; readonly municipality: string; readonly issuedOn: Day; readonly mode: 'final' | 'reservations'; readonly fingerprint: string; readonly verificationCode: string; readonly replaces?: number; readonly replacedBy?: number; readonly deliveredOn?: Day }
}
