import type { Day } from '#kernel'
import { z } from 'zod'
import { dayField } from '../contract.ts'

const id = z.uuid('El identificador no es válido')
const line = (most: number) => z.string().trim().max(most, `Use ${most} caracteres o menos`)
export const FieldShape = z.object({ key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use minúsculas y números'), title: line(120).min(3, 'Escriba qué se cuenta'), unit: line(40).min(1, 'Escriba la unidad'), decimals: z.coerce.number().int().min(0).max(3).default(0) })
export type RegisterField = z.infer<typeof FieldShape>
export const registerPeriodicities = ['month', 'quarter'] as const
export type RegisterPeriodicity = (typeof registerPeriodicities)[number]
export const registerPeriodicityTitle: Readonly<Record<RegisterPeriodicity, string>> = { month: 'mensual', quarter: 'trimestral' }

export const CreateRegisterInput = z.object({
  id, title: line(200).min(3, 'Escriba el nombre'), counted: line(500).default(''), unitId: z.uuid('Elija la unidad que responde'), periodicity: z.enum(registerPeriodicities), startsOn: dayField,
  fields: z.array(FieldShape).min(1, 'Escriba al menos un dato').max(12).refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, 'Dos datos tienen la misma clave'),
})
export const RetireRegisterInput = z.object({ id, version: z.coerce.number().int().positive(), reason: line(1000).min(10, 'Explique el motivo en al menos diez letras') })
/** `value` null: it does not apply that period. A zero is a zero. */
export const RecordRegisterInput = z.object({ id, registerId: id, period: line(20), values: z.array(z.object({ field: z.string().max(40), value: z.number({ message: 'Escriba el número' }).min(0, 'No puede ser menor que cero').nullable() })).min(1, 'Escriba al menos un dato').max(12), reason: line(1000).default(''), post: line(300).default('') })

export type RegisterValue = { readonly period: string; readonly field: string; readonly value: number | null; readonly reason: string; readonly post: string; readonly on: Day }
export type PendingPeriod = { readonly registerId: string; readonly title: string; readonly unitName: string; readonly period: string; readonly periodTitle: string; readonly missing: number; readonly of: number }
export type RegisterLine = { readonly id: string; readonly title: string; readonly unitName: string; readonly periodicity: RegisterPeriodicity; readonly lastPeriod: string; readonly pending: number; readonly retired: boolean }
export type RegistersAnswer = { readonly registers: readonly RegisterLine[]; readonly pending: readonly PendingPeriod[]; readonly units: readonly { readonly id: string; readonly name: string }[]; readonly mayManage: boolean }
export type RegisterView = {
  readonly id: string; readonly title: string; readonly counted: string; readonly unitName: string; readonly periodicity: RegisterPeriodicity; readonly startsOn: Day; readonly retiredOn: Day | null; readonly version: number; readonly fields: readonly RegisterField[]
  /** Every period asked for so far, in order, with what holds. */
  readonly periods: readonly { readonly id: string; readonly title: string; readonly values: Readonly<Record<string, number | null>> }[]
  readonly revisions: readonly { readonly period: string; readonly field: string; readonly before: number | null; readonly after: number | null; readonly reason: string; readonly post: string; readonly on: Day }[]
  readonly mayManage: boolean
}
