import type { Confidence, Day } from '#kernel'
import { z } from 'zod'
import { dayField, fileHashField, reasonField } from '../contract.ts'
import { TableRequestShape } from '../model/request.ts'

const id = z.uuid('El identificador no es válido')
const line = (most: number) => z.string().trim().max(most, `Use ${most} caracteres o menos`)

export const channels = ['page', 'counter', 'phone', 'document'] as const
export type Channel = (typeof channels)[number]
export const channelTitle: Readonly<Record<Channel, string>> = { page: 'Secplan', counter: 'mesón', phone: 'teléfono', document: 'documento o correo' }
export const requesters = ['unit', 'service', 'body', 'citizen'] as const
export type Requester = (typeof requesters)[number]
export const requesterTitle: Readonly<Record<Requester, string>> = { unit: 'Unidad municipal', service: 'Servicio o corporación municipal', body: 'Otro organismo público', citizen: 'Ciudadanía (transparencia)' }

export const requestStates = ['received', 'working', 'answered', 'delivered', 'refused', 'cancelled'] as const
export type DataRequestState = (typeof requestStates)[number]
export const dataRequestStateTitle: Readonly<Record<DataRequestState, string>> = { received: 'sin asignar', working: 'en preparación', answered: 'lista para entregar', delivered: 'entregada', refused: 'denegada', cancelled: 'anulada' }
export const stepKinds = ['assigned', 'extended', 'answered', 'delivered', 'refused', 'cancelled', 'rated'] as const
export type StepKind = (typeof stepKinds)[number]
export const stepTitle: Readonly<Record<StepKind, string>> = { assigned: 'Asignada', extended: 'Plazo prorrogado', answered: 'Respuesta preparada', delivered: 'Entregada', refused: 'Denegada', cancelled: 'Anulada', rated: 'Evaluada por quien pidió' }

export const CaptureInput = z.object({
  id, channel: z.enum(channels), requester: z.enum(requesters), unitId: id.nullable().default(null), organisation: line(200).default(''), name: line(200).default(''), contact: line(200).default(''),
  asked: line(2000).min(5, 'Escriba qué datos se piden'), purpose: line(500).default(''), urgent: z.boolean().default(false), receivedOn: dayField, wantedOn: dayField.nullable().default(null), assignTo: id.nullable().default(null),
})
export const AssignDataRequestInput = z.object({ id, requestId: id, account: id })
export const ExtendInput = z.object({ id, requestId: id, reason: reasonField })
export const AnswerDataInput = z.object({
  id, requestId: id, tables: z.array(z.object({ title: line(300).min(3, 'Escriba el título del cuadro'), request: TableRequestShape })).max(12, 'Doce cuadros como máximo').default([]),
  /** The earlier answer to the same question: its tables are asked again at the newest version. */
  againOf: id.nullable().default(null), note: line(4000).default(''), verdict: z.enum(['full', 'partial']).default('full'), cause: line(60).default(''), fileHashes: z.array(fileHashField).max(10).default([]),
})
export const DeliverInput = z.object({ id, requestId: id, on: dayField, receiverPost: line(200).min(3, 'Escriba quién recibió: cargo o calidad'), receiverName: line(200).default(''), means: line(100).min(3, 'Diga cómo se entregó') })
export const RefuseInput = z.object({ id, requestId: id, cause: line(60).min(1, 'Elija la causa legal'), reason: reasonField })
export const CancelInput = z.object({ id, requestId: id, reason: reasonField })
export const RateInput = z.object({ id, requestId: id, rating: z.coerce.number().int().min(1, 'De 1 a 5').max(5, 'De 1 a 5'), reason: line(500).default('') })
export const UndoStepInput = z.object({ id })
export const SuppressRequesterInput = z.object({ requestId: id, reason: reasonField })

/** What changed in a table since it was last delivered. */
export type TableChanges = { readonly fromVersion: number; readonly toVersion: number; readonly equal: number; readonly changed: number; readonly added: number; readonly gone: number; readonly largest: readonly { readonly cell: string; readonly before: number; readonly after: number }[] }
export type DeliveredTable = { readonly id: string; readonly title: string; readonly datasetId: string; readonly datasetTitle: string; readonly version: number; readonly request: z.infer<typeof TableRequestShape>; readonly changes: TableChanges | null }
export type StepView = {
  readonly id: string; readonly kind: StepKind; readonly on: Day; readonly who: string; readonly to: string; readonly reason: string; readonly verdict: '' | 'full' | 'partial'; readonly cause: string; readonly dueOn: Day | null; readonly receiver: string; readonly means: string
  readonly rating: number | null; readonly workbook: string | null; readonly letter: string | null; readonly tables: readonly DeliveredTable[]
}
export type ClockView = { readonly norm: string; readonly article: string; readonly confidence: Confidence; readonly days: number } | null
export type DataRequestLine = {
  readonly id: string; readonly title: string; readonly asked: string; readonly requester: Requester; readonly from: string; readonly urgent: boolean; readonly channel: Channel; readonly receivedOn: Day; readonly dueOn: Day; readonly state: DataRequestState
  readonly assignedTo: string; readonly mine: boolean; readonly closedOn: Day | null; /** Business days from the day after it came to its answer, or to today. */ readonly days: number; /** Business days left; negative when late; null once closed. */ readonly left: number | null; readonly onTime: boolean
}
export type DataRequestView = DataRequestLine & {
  readonly purpose: string; readonly wantedOn: Day | null; readonly name: string; readonly contact: string; readonly clock: ClockView; readonly extension: number; readonly steps: readonly StepView[]; readonly undoable: string | null
  readonly mayAttend: boolean; readonly mayRefuse: boolean; readonly mayRate: boolean; readonly maySuppress: boolean
}
export type SimilarView = { readonly kind: 'request' | 'dataset'; readonly id: string; readonly title: string; readonly note: string; readonly href: string; readonly step: string | null; readonly score: number }
export type PeopleView = { readonly people: readonly { readonly id: string; readonly name: string }[]; readonly units: readonly { readonly id: string; readonly name: string }[]; readonly causes: readonly { readonly value: string; readonly title: string }[]; readonly mayAttend: boolean; readonly me: string; readonly myUnit: string | null }
