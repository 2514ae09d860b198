import { z } from 'zod'
import { type Day, type FigureValue, isDay } from '#kernel'

/** Schemas shared by forms, the API and tests. Ids are made by the client. */
export const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
const id = z.uuid('El identificador no es válido')
const code = z.string().trim().min(1, 'Escriba el código').max(20, 'Use 20 caracteres o menos')
const name = z.string().trim().min(3, 'Escriba al menos tres letras').max(250, 'Use 250 caracteres o menos')
const version = z.number().int().positive()
const reason = z.string().trim().min(10, 'Explique el motivo en al menos diez letras').max(1000)

export const absences = ['no-data', 'not-applicable', 'reserved'] as const
export const directions = ['up', 'down', 'keep'] as const
export const accruals = ['level', 'yearly'] as const
export const nodeKinds = ['axis', 'objective', 'programme'] as const

export const CreatePlanInput = z.object({ id, name, startsOn: dayField, endsOn: dayField, agreement: z.string().trim().max(200).default(''), note: z.string().trim().max(2000).default('') })
export const AddNodeInput = z.object({ id, planId: id, parentId: id.optional(), kind: z.enum(nodeKinds), code, name, description: z.string().trim().max(2000).default(''), unitId: id.optional() })
export const ChangeNodeInput = z.object({ id, version, code, name, description: z.string().trim().max(2000).default(''), unitId: id.nullable().default(null) })
export const MoveNodeInput = z.object({ id, version, parentId: id.nullable(), place: z.number().int().min(0).max(10_000) })
export const RetireNodeInput = z.object({ id, version, on: dayField, reason })
export const RestoreInput = z.object({ id })
export const LinkNodeInput = z.object({ id, kind: z.enum(['programme', 'budget-line', 'project']), targetId: z.string().min(1).max(120), remove: z.boolean().default(false) })

const indicatorFields = {
  code, name,
  unit: z.string().trim().min(1, 'Escriba la unidad de medida').max(60), formula: z.string().trim().min(3, 'Escriba la fórmula o el criterio de conteo').max(500),
  direction: z.enum(directions), accrual: z.enum(accruals).default('level'), unitId: id.nullable().default(null),
}
export const BaselineInput = z.object({ value: z.number().nullable(), absence: z.enum(absences).optional(), year: z.number().int().min(1990).max(2100), source: z.string().trim().min(3, 'Diga de dónde viene la línea base').max(300) })
  .refine(({ value, absence }) => (value === null) === (absence !== undefined), 'Escriba el valor de base o el motivo por el que falta')
export const AddIndicatorInput = z.object({ id, nodeId: id, ...indicatorFields, baseline: BaselineInput, targets: z.array(z.object({ year: z.number().int().min(1990).max(2100), value: z.number() })).max(30).default([]) })
export const ChangeIndicatorInput = z.object({ id, version, ...indicatorFields, baseline: BaselineInput.optional() })
export const RetireIndicatorInput = RetireNodeInput
export const SetTargetInput = z.object({ indicatorId: id, year: z.number().int().min(1990).max(2100), value: z.number(), reason: z.string().trim().max(1000).default('') })
export const RecordMeasurementInput = z.object({
  id, indicatorId: id, value: z.number().nullable(), absence: z.enum(absences).optional(), measuredOn: dayField,
  source: z.string().trim().min(3, 'Diga qué unidad o registro entrega el dato').max(300), document: z.string().trim().max(300).default(''),
  fileHash: z.string().regex(/^[0-9a-f]{64}$/).optional(), note: z.string().trim().max(1000).default(''),
}).refine(({ value, absence }) => (value === null) === (absence !== undefined), { message: 'Escriba el valor, o elija por qué no hay dato', path: ['value'] })
export const ApproveMeasurementInput = z.object({ id })

/** What pages receive. */
export type Light = 'good' | 'warning' | 'bad' | 'none'
export type Step = { readonly label: string; readonly text: string }
export type MeasurementView = {
  readonly id: string; readonly on: Day; readonly value: number | null; readonly absence: string | null; readonly text: string
  readonly source: string; readonly document: string; readonly fileHash: string | null; readonly note: string; readonly approved: boolean; readonly recordedBy: string; readonly recordedByName: string; readonly recordedAt: string
}
export type IndicatorView = {
  readonly id: string; readonly version: number; readonly code: string; readonly name: string; readonly unit: string; readonly formula: string
  readonly direction: (typeof directions)[number]; readonly accrual: (typeof accruals)[number]; readonly unitId: string | null; readonly nodeId: string; readonly frequency: string; readonly verification: string; readonly retiredOn: Day | null
  readonly latestText: string; readonly latestOn: Day | null; readonly approved: boolean; readonly targetText: string; readonly targetYear: number | null
  readonly progress: number | null; readonly light: Light; readonly rule: string; readonly how: readonly Step[]
}
export type ObjectiveScore = { readonly light: Light; readonly score: number | null; readonly measured: number; readonly total: number; readonly rule: string }
export type NodeView = {
  readonly id: string; readonly version: number; readonly planId: string; readonly parentId: string | null; readonly kind: (typeof nodeKinds)[number]; readonly code: string; readonly name: string
  readonly description: string; readonly place: number; readonly unitId: string | null; readonly retiredOn: Day | null; readonly score: ObjectiveScore | null
}

/** Answers of the queries, as pages receive them. */
export type PlanAnswer = {
  readonly figures: Readonly<Record<'onTrack' | 'good' | 'bad' | 'measured', FigureValue>>
  readonly plan: { readonly id: string; readonly name: string; readonly starts_on: Day; readonly ends_on: Day; readonly agreement: string; readonly note: string } | null
  readonly plans: readonly { readonly id: string; readonly name: string }[]; readonly nodes: readonly NodeView[]; readonly indicators: readonly IndicatorView[]
  readonly compliance: { readonly good: number; readonly warning: number; readonly bad: number; readonly none: number; readonly total: number; readonly withData: number; readonly share: number | null }
}
export type ObjectiveAnswer = { readonly objective: NodeView; readonly axis: string; readonly plan: string; readonly programmes: readonly NodeView[]; readonly indicators: readonly IndicatorView[] }
export type IndicatorAnswer = {
  readonly figures: Readonly<Record<'value' | 'progress', FigureValue>>
  readonly indicator: IndicatorView; readonly baseline: { readonly value: number | null; readonly absence: string | null; readonly year: number; readonly source: string } | null
  readonly targets: readonly { readonly year: number; readonly value: number }[]; readonly measurements: readonly MeasurementView[]; readonly objective: { readonly id: string; readonly code: string; readonly name: string } | null
}
