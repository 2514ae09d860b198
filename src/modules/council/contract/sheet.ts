import type { Block, Day, DocumentBody } from '#kernel'
import { z } from 'zod'
import { dayField, type UnitBrief, uuid, version } from './fields.ts'

export const DecisionField = z.object({ id: uuid, question: z.string().trim().min(8, 'Escriba la decisión como pregunta').max(160), proposal: z.string().trim().max(160).default('') })
export const OpenSheetInput = z.object({ id: uuid, meetingOn: dayField })
export const SaveSheetInput = z.object({ id: uuid, version, remarks: z.string().trim().max(400, 'La nota de apertura cabe en cuatrocientas letras').default(''), decisions: z.array(DecisionField).max(6, 'A lo más seis decisiones: la pauta cabe en dos páginas') })
export const decided = ['yes', 'no', 'later'] as const
export const decidedTitle: Readonly<Record<(typeof decided)[number], string>> = { yes: 'Aprobada', no: 'Rechazada', later: 'Se posterga' }
export const OutcomeField = z.object({ id: uuid, result: z.enum(decided), words: z.string().trim().max(160).default(''), /** The assignment it becomes. */ assignment: uuid, unitId: uuid.nullable().default(null), until: dayField.nullable().default(null) })
export const HoldSheetInput = z.object({ id: uuid, version, heldOn: dayField, outcomes: z.array(OutcomeField).max(6) })
export const SheetFileInput = z.object({ id: uuid, format: z.enum(['pdf', 'docx']) })
export const ShowSheetInput = z.object({ id: z.union([z.literal(''), uuid]).default('') })
export type Decision = z.output<typeof DecisionField>
/** A decision as it was kept when the meeting was held. */
export type HeldDecision = Decision & { readonly result?: (typeof decided)[number]; readonly words?: string; readonly assignment?: string; readonly unit?: string; readonly until?: Day | null }
export type SheetLine = { readonly id: string; readonly meetingOn: Day; readonly state: 'open' | 'held'; readonly heldOn: Day | null; readonly decisions: number }
export type SheetView = {
  readonly sheets: readonly SheetLine[]; readonly units: readonly UnitBrief[]; readonly nextMeeting: Day
  readonly sheet: (SheetLine & { readonly version: number; readonly remarks: string; readonly items: readonly HeldDecision[]; readonly body: DocumentBody; readonly blocks: readonly Block[]; readonly fingerprint: string | null; readonly files: { readonly pdf: string | null; readonly docx: string | null }; readonly suggested: readonly string[] }) | null
}
