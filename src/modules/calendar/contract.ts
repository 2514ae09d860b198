import type { Confidence, Day } from '#kernel'
import { isDay } from '#kernel'
import { z } from 'zod'
import type { CountLine } from './duties/count-due.ts'
import type { FulfilmentKind } from './duties/duty-rule.ts'
import type { DutyStanding } from './duties/duty-state.ts'

/** Shapes shared by pages, API and tests. */
const id = z.uuid('No es un identificador')
const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
const key = z.string().regex(/^[a-z0-9-]+\.[\w-]+$/i, 'No es un deber del calendario').max(120)
const reason = z.string().trim().min(5, 'Explique en una frase por qué').max(500)
const fileHash = z.string().regex(/^[0-9a-f]{64}$/).nullable().default(null)
const version = z.number().int().min(0)

export const YearInput = z.object({ year: z.coerce.number().int().min(1990).max(2100).optional(), unit: z.string().max(80).default(''), state: z.string().max(40).default(''), duty: z.string().max(80).default(''), mandate: z.string().max(4).default(''), text: z.string().max(120).default('') })
export const MandateMonthInput = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Elija un mes') })
export const DutyInput = z.object({ key })
export const DeclareInput = z.object({ id, key, on: dayField, number: z.string().trim().max(80).default(''), title: z.string().trim().min(3, 'Diga qué acto lo cumple').max(200), fileHash })
export const StepInput = z.object({ id, key, step: z.string().max(40) })
export const UndoInput = z.object({ id, reason })
export const ReassignInput = z.object({ id, key, unitId: id, reason })
export const ExcuseInput = z.object({ id, key, reason })
export const OwnerInput = z.object({ duty: z.string().max(80), unitId: id, deputyUnitId: id.nullable().default(null), version })
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Elija un día del año')
export const LocalDutyInput = z.object({
  id, title: z.string().trim().min(5, 'Escriba qué se debe hacer').max(160), trigger: z.enum(['year-date', 'after-month', 'after-quarter', 'date', 'event']),
  day: monthDay.nullable().default(null), date: dayField.nullable().default(null), offset: z.number().int().min(1, 'Al menos uno').max(400).nullable().default(null), unit: z.enum(['business-days', 'calendar-days']).default('business-days'),
  owner: z.string().max(40), deputy: z.string().max(40).default(''), evidence: z.string().trim().min(3, 'Diga qué lo acredita').max(200), consequence: z.string().trim().max(200).default(''), norm: z.string().trim().min(3, 'Escriba de dónde viene: decreto, instrucción, convenio').max(200),
  article: z.string().trim().max(40).default(''), startsOn: dayField, endsOn: dayField.nullable().default(null), version: version.default(0),
})
export const OccurrenceInput = z.object({ id, duty: z.string().max(80), on: dayField, title: z.string().trim().min(3, 'Escriba qué lo inicia: solicitud, factura, sesión').max(160) })
export const FeedInput = z.object({ id })
/** `secret`: 32 random bytes in base64url, made by the browser. */
export const CreateFeedInput = z.object({ id, secret: z.string().regex(/^[\w-]{43}$/, 'El secreto no tiene la forma esperada') })
export const AssignInput = z.object({ id, text: z.string().trim().min(3, 'Escriba el encargo').max(1000), askedBy: z.string().trim().max(80).default(''), forAccount: id.nullable().default(null), forUnit: id.nullable().default(null), until: dayField.nullable().default(null), fileHash })
export const AnswerInput = z.object({ id, assignment: id, kind: z.enum(['accepted', 'done', 'returned', 'sent-again']), note: z.string().trim().max(500).default(''), fileHash })
export const SuppressAssignmentInput = z.object({ assignment: id, reason })
export const AssignmentsInput = z.object({ state: z.enum(['', 'open', 'closed']).default(''), whose: z.enum(['', 'mine', 'asked']).default('') })

export type UnitBrief = { readonly id: string; readonly code: string; readonly name: string }
export type ActView = { readonly id?: string; readonly on: Day; readonly title: string; readonly number?: string; readonly href?: string; readonly fileHash?: string; readonly module?: string }
export type StepView = { readonly key: string; readonly what: string; readonly on: Day; readonly done?: { readonly id: string; readonly on: Day } }
/** One line of the calendar. */
export type DutyView = {
  readonly key: string; readonly code: string; readonly title: string; readonly local: boolean; readonly period: { readonly id: string; readonly title: string }
  readonly start: Day; readonly due: Day; readonly deliverBy: Day; readonly state: DutyStanding; readonly daysLeft: number
  readonly owner?: UnitBrief; readonly deputy?: UnitBrief; readonly acting?: UnitBrief; readonly mine: boolean
  readonly norm: string; readonly article?: string; readonly link?: string; readonly confidence: Confidence; readonly functions: readonly string[]
  readonly consequence?: string; readonly weight: number; readonly steps: readonly StepView[]; readonly acts: readonly ActView[]; readonly times: number; readonly moved: readonly string[]; readonly event?: string
}
export type HolidayView = { readonly day: Day; readonly title: string }
export type YearView = { readonly year: number; readonly today: Day; readonly duties: readonly DutyView[]; readonly total: number; readonly units: readonly UnitBrief[]; readonly holidays: readonly HolidayView[]; readonly counts: Readonly<Record<DutyStanding, number>>; readonly waiting: readonly { readonly code: string; readonly title: string; readonly trigger: string }[] }
export type DutyRecord = {
  readonly duty: DutyView; readonly count: readonly CountLine[]; readonly evidence: string; readonly fulfilment: FulfilmentKind; readonly prepares: readonly string[]; readonly receives: readonly string[]; readonly note?: string
  readonly excused?: { readonly id: string; readonly reason: string }; readonly absence?: { readonly until?: Day; readonly reason: string }; readonly provedBy?: string; readonly expected: readonly string[]
  readonly others: readonly { readonly key: string; readonly period: string; readonly due: Day; readonly state: DutyStanding }[]; readonly units: readonly UnitBrief[]
  readonly may: { readonly declare: boolean; readonly manage: boolean }
}
export type OwnerView = { readonly code: string; readonly title: string; readonly local: boolean; readonly unit?: UnitBrief; readonly deputy?: UnitBrief; readonly suggested: boolean; readonly version: number; readonly norm: string; readonly trigger: string }
export type LocalDutyView = z.output<typeof LocalDutyInput>
/** A unit whose head is away today and who acts for it. */
export type AbsenceView = { readonly unit: string; readonly post: string; readonly absentPost: string; readonly until?: Day }
export type SettingsView = { readonly owners: readonly OwnerView[]; readonly locals: readonly LocalDutyView[]; readonly absences: readonly AbsenceView[]; readonly units: readonly UnitBrief[] }
export type FeedView = { readonly id: string; readonly createdAt: string }
export type AssignmentState = 'asked' | 'accepted' | 'done' | 'returned'
export type AssignmentView = {
  readonly id: string; readonly text: string; readonly askedBy: string; readonly by: string; readonly forWhom: string; readonly on: Day; readonly until?: Day; readonly state: AssignmentState; readonly fileHash?: string; readonly mine: boolean; readonly asked: boolean; readonly suppressed: boolean
  readonly history: readonly { readonly kind: z.output<typeof AnswerInput>['kind']; readonly who: string; readonly on: Day; readonly note: string; readonly fileHash?: string }[]
}
/** Whom something may be asked of: accounts by office, and units. */
export type AssigneesView = { readonly people: readonly { readonly id: string; readonly name: string; readonly office: string }[]; readonly units: readonly UnitBrief[] }

export const stateWords: Record<DutyStanding, string> = { late: 'atrasada', 'due-soon': 'por vencer', 'in-course': 'en curso', 'not-yet': 'aún no comienza', fulfilled: 'cumplida', 'fulfilled-late': 'cumplida fuera de plazo', 'not-applicable': 'no aplica' }
export const assignmentWords: Record<AssignmentState, string> = { asked: 'pedido', accepted: 'aceptado', done: 'hecho', returned: 'devuelto' }
export const fulfilmentWords: Record<FulfilmentKind, string> = { delivery: 'Entrega con recepción', act: 'Acto administrativo', publication: 'Publicación', payment: 'Pago', session: 'Sesión o acuerdo', upload: 'Envío por la plataforma' }
export const triggerWords: Record<string, string> = { 'year-date': 'fecha fija del año', 'year-dates': 'varias fechas del año', 'after-month': 'después de cada mes', 'after-quarter': 'después de cada trimestre', 'after-half-year': 'cada semestre', date: 'una fecha', event: 'desde un hecho', renewal: 'renovación desde su aprobación', frequency: 'tantas veces por período', permanent: 'permanente', 'on-change': 'cuando haya cambios', 'as-instructed': 'cuando lo instruya la autoridad' }
export type FunctionState = 'overdue' | 'due-soon' | 'on-track' | 'unavailable'
export type FunctionView = {
  readonly code: string; readonly part: 'G' | 'I' | 'E' | 'S'; readonly title: string; readonly rule: string; /** What the rule counts, with its numbers: «prueba de no más de 6 meses», «al menos 80 %». */ readonly parameters: readonly string[]; readonly state: FunctionState; readonly unit?: string; readonly next?: Day; readonly nextHref?: string
  readonly proofs: readonly { readonly text: string; readonly href: string; readonly on?: Day; readonly holds: boolean }[]
}
export type BoardView = { readonly on: Day; readonly functions: readonly FunctionView[]; readonly counts: Readonly<Record<FunctionState, number>>; readonly source: string; /** Day the system was installed: before it nothing is judged. */ readonly since?: Day }
/** States of the functions at the end of a month, by code; empty before the installation. */
export type BoardMonth = { readonly month: string; readonly states: Readonly<Record<string, FunctionState>> }
export const functionWords: Record<FunctionState, string> = { overdue: 'atrasada', 'due-soon': 'por vencer', 'on-track': 'al día', unavailable: 'aún no disponible' }
