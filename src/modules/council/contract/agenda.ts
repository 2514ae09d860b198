import type { Day } from '#kernel'
import { z } from 'zod'
import type { AgreementView, SessionView } from '../contract.ts'
import { dayField, fileHash, type LawLine, type PersonBrief, reason, RecordField, type RecordTie, type UnitBrief, uuid, version } from './fields.ts'

const hour = z.string().regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/, 'Escriba la hora así: 15:30').default('')
export const CallSessionInput = z.object({ id: uuid, number: z.number().int().min(1, 'Escriba el número de la sesión').max(9999), kind: z.enum(['ordinary', 'extraordinary']).default('ordinary'), heldOn: dayField, startsAt: hour, place: z.string().trim().max(160).default(''), note: z.string().trim().max(1000).default('') })
export const MoveSessionInput = z.object({ id: uuid, version: z.number().int().positive(), heldOn: dayField, startsAt: hour, place: z.string().trim().max(160).default(''), reason: reason() })
export const AttendanceInput = z.object({ id: uuid, sessionId: uuid, present: z.array(uuid).max(30) })
export const PointInput = z.object({ id: uuid, title: z.string().trim().min(5, 'Escriba la materia del punto').max(300), matter: z.string().min(2).max(60), unitId: uuid.nullable().default(null), record: RecordField.nullable().default(null) })
export const SaveAgendaInput = z.object({ sessionId: uuid, version, points: z.array(PointInput).max(60, 'Una tabla tiene a lo más sesenta puntos') })
export const PutInFolderInput = z.object({ id: uuid, sessionId: uuid, pointId: uuid, title: z.string().trim().min(3, 'Escriba qué documento es').max(200), fileHash, record: RecordField.nullable().default(null) })
export const WithdrawInput = z.object({ document: uuid, reason: reason() })
export const sendingMeans = ['email', 'paper', 'platform'] as const
export const sendingMeansTitle: Readonly<Record<(typeof sendingMeans)[number], string>> = { email: 'Correo electrónico', paper: 'En papel, con recibo', platform: 'En este sistema' }
export const SendFolderInput = z.object({ id: uuid, sessionId: uuid, means: z.enum(sendingMeans).default('email') })
export const ReceiptInput = z.object({ sending: uuid, people: z.array(uuid).min(1, 'Marque quiénes recibieron').max(30), receivedOn: dayField, note: z.string().trim().max(200).default('') })
export const CorrectReceiptInput = z.object({ id: uuid, sending: uuid, person: uuid, /** Null takes the receipt away. */ receivedOn: dayField.nullable(), reason: reason(10) })
export const AcknowledgeInput = z.object({ sending: uuid })
export const voteKinds = ['for', 'against', 'abstain', 'disqualified'] as const
export type Vote = (typeof voteKinds)[number]
export const voteTitle: Readonly<Record<Vote, string>> = { for: 'Aprueba', against: 'Rechaza', abstain: 'Se abstiene', disqualified: 'Inhabilitado' }
export const VoteField = z.object({ personId: uuid, vote: z.enum(voteKinds) })
export const RecordVoteInput = z.object({ id: uuid, sessionId: uuid, pointId: uuid, number: z.string().trim().min(1, 'Escriba el número del acuerdo').max(40), title: z.string().trim().min(5, 'Diga qué se acordó').max(500), votes: z.array(VoteField).min(1, 'Anote el voto de cada concejal').max(30), casting: z.enum(['for', 'against']).nullable().default(null) })
export const CertifyInput = z.object({ agreement: uuid, act: uuid })
export const ShowSessionInput = z.object({ id: uuid })

export type Majority = 'attendees' | 'members' | 'two-thirds' | 'none'
export const majorityTitle: Readonly<Record<Majority, string>> = { attendees: 'mayoría absoluta de los concejales asistentes', members: 'mayoría absoluta de los concejales en ejercicio', 'two-thirds': 'dos tercios de los concejales en ejercicio', none: 'no se vota' }
export type MatterView = { readonly key: string; readonly title: string; readonly article: string; readonly majority: Majority; readonly days: number }
/** The term of a matter: the last day to receive it for a session, and each business day counted. */
export type TermView = { readonly days: number; readonly lastDay: Day; readonly counted: readonly Day[]; readonly left: number; readonly law: LawLine }
export type FolderDocumentView = { readonly id: string; readonly pointId: string; readonly title: string; readonly fileHash: string | null; readonly href: string; readonly putOn: Day; readonly sentOn: Day | null; readonly sendings: readonly string[] }
export type ReceiptView = { readonly person: PersonBrief; readonly receivedOn: Day | null; readonly note: string; readonly late: boolean }
export type SendingView = { readonly id: string; readonly sentOn: Day; readonly means: (typeof sendingMeans)[number]; readonly documents: readonly string[]; readonly receipts: readonly ReceiptView[]; readonly mine: boolean }
/** How a point stands before its term: `empty` nothing yet, `to-send` put and not sent, `in-time`, `late` received after, `no-term` the law asks none. */
export type PointStanding = 'no-term' | 'empty' | 'to-send' | 'waiting' | 'in-time' | 'late' | 'missed'
export const standingTitle: Readonly<Record<PointStanding, string>> = { 'no-term': 'sin plazo legal', empty: 'falta en la carpeta', 'to-send': 'en la carpeta, sin enviar', waiting: 'enviada, falta acuse', 'in-time': 'recibida en plazo', late: 'recibida fuera de plazo', missed: 'el plazo pasó' }
export type PointView = { readonly id: string; readonly position: number; readonly title: string; readonly matter: MatterView; readonly unit: UnitBrief | null; readonly record: RecordTie | null; readonly term: TermView | null; readonly standing: PointStanding; readonly agreementId: string | null; readonly documents: readonly FolderDocumentView[] }
export type VoteView = { readonly person: PersonBrief; readonly vote: Vote }
export type AgreementDetail = AgreementView & { readonly pointId: string | null; readonly matter: string; readonly votes: readonly VoteView[]; readonly casting: 'for' | 'against' | null; readonly certificates: readonly { readonly id: string; readonly title: string; readonly href: string; readonly state: string }[]; readonly rule: string }
export type SessionRecord = {
  readonly session: Omit<SessionView, 'agreements'> & { readonly place: string; readonly startsAt: string }
  readonly state: 'called' | 'held'
  readonly agendaVersion: number
  readonly points: readonly PointView[]
  readonly previousPoints: readonly z.output<typeof PointInput>[]
  readonly sendings: readonly SendingView[]
  readonly agreements: readonly AgreementDetail[]
  readonly members: readonly PersonBrief[]
  readonly attendance: { readonly present: readonly string[]; readonly needed: number; readonly inOffice: number; readonly met: boolean } | null
  readonly quorum: { readonly needed: number; readonly law: LawLine }
  readonly matters: readonly MatterView[]
  readonly units: readonly UnitBrief[]
  readonly laws: { readonly tie: LawLine & { readonly text: string }; readonly extraordinary: string }
  readonly nextPossible: { readonly day: Day; readonly session: string; readonly href: string } | null
}
