import type { Day } from '#kernel'
import { z } from 'zod'
import { dayField, fileHash, type LawLine, type PersonBrief, reason, type UnitBrief, uuid } from './fields.ts'

export const channels = ['session', 'letter'] as const
export const channelTitle: Readonly<Record<(typeof channels)[number], string>> = { session: 'En sesión', letter: 'Por carta' }
export const RegisterRequestInput = z.object({
  id: uuid, personId: uuid, basis: z.string().min(2).max(40), channel: z.enum(channels).default('session'), sessionId: uuid.nullable().default(null), document: z.string().trim().max(120).default(''),
  askedOn: dayField, subject: z.string().trim().min(5, 'Escriba qué se pide, en una línea').max(300), detail: z.string().trim().max(4000).default(''), unitId: uuid.nullable().default(null), fileHash,
})
/** A councillor asks by letter, in the system: who asks is who is signed in. */
export const AskInput = z.object({ id: uuid, basis: z.string().min(2).max(40), subject: z.string().trim().min(5, 'Escriba qué pide, en una línea').max(300), detail: z.string().trim().max(4000).default('') })
export const AssignRequestInput = z.object({ id: uuid, request: uuid, unitId: uuid, note: z.string().trim().max(500).default('') })
export const ExtendRequestInput = z.object({ id: uuid, request: uuid, until: dayField, reason: reason(10) })
export const DraftAnswerInput = z.object({ id: uuid, request: uuid, act: uuid })
export const RecordAnswerInput = z.object({ id: uuid, request: uuid, answeredOn: dayField, document: z.string().trim().min(3, 'Escriba el número y la fecha de la carta').max(160), fileHash })
export const ReopenRequestInput = z.object({ id: uuid, request: uuid, reason: reason(10) })
export const requestStates = ['to-assign', 'pending', 'drafted', 'late', 'answered', 'answered-late'] as const
export type RequestState = (typeof requestStates)[number]
export const requestStateTitle: Readonly<Record<RequestState, string>> = { 'to-assign': 'sin unidad', pending: 'pendiente', drafted: 'en respuesta', late: 'atrasada', answered: 'contestada', 'answered-late': 'contestada fuera de plazo' }
export const ListRequestsInput = z.object({ state: z.enum(['', 'open', ...requestStates]).default(''), unitId: z.union([z.literal(''), uuid]).default(''), year: z.string().regex(/^(\d{4})?$/, 'Escriba un año').default(''), text: z.string().max(100).default('') })

export type RequestEvent = { readonly name: 'assigned' | 'extended' | 'drafted' | 'answered' | 'reopened'; readonly on: Day; readonly unit: string; readonly until: Day | null; readonly actId: string | null; readonly document: string; readonly fileHash: string | null; readonly note: string }
export type RequestView = {
  readonly id: string; readonly number: number; readonly year: number; readonly person: PersonBrief; readonly basis: { readonly key: string; readonly title: string; readonly article: string }; readonly channel: (typeof channels)[number]
  readonly sessionId: string | null; readonly session: string; readonly document: string; readonly askedOn: Day; readonly subject: string; readonly detail: string; readonly unit: UnitBrief | null; readonly dueOn: Day; readonly daysLeft: number; readonly extended: boolean
  readonly state: RequestState; readonly answeredOn: Day | null; readonly acts: readonly { readonly id: string; readonly title: string; readonly href: string; readonly state: string }[]; readonly events: readonly RequestEvent[]; readonly mine: boolean; readonly incoming: { readonly title: string; readonly href: string } | null
}
export type RequestsView = {
  readonly requests: readonly RequestView[]; readonly counts: Readonly<Record<RequestState, number>>; readonly years: readonly string[]; readonly units: readonly UnitBrief[]; readonly members: readonly PersonBrief[]
  readonly bases: readonly { readonly key: string; readonly title: string; readonly article: string; readonly days: number }[]; readonly sessions: readonly { readonly id: string; readonly title: string }[]; readonly law: LawLine; readonly counting: string; readonly extension: string
}
