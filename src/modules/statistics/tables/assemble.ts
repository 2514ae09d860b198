import type { Dense } from '#platform/analytics'
import type { Cube, CubeMeasure, CubeVariable } from '../model/cube.ts'
import type { ObservationStatus } from '../model/status.ts'
import type { Code, Measure } from '../model/structure.ts'
import { NO_DATA, statusOf } from './marks.ts'
import type { Resolved } from './resolve.ts'

/** Numbers and marks side by side, as calculations work on them. Every step gives another. */
export type Worked = { readonly variables: readonly CubeVariable[]; readonly measures: readonly CubeMeasure[]; readonly values: Float64Array; readonly marks: Uint8Array; readonly notes: readonly string[]; readonly derivation?: string }

const measureCode = ({ key, title, note }: Measure): Code => ({ code: key, label: title, ...(note ? { note } : {}) })
export const cubeMeasure = ({ key, title, unit, decimals, note }: Measure): CubeMeasure => ({ key, title, unit, decimals, ...(note ? { note } : {}) })
/** The variables of a table as they were resolved, the measures last. */
export const variablesOf = ({ variables, measures, measurePlace }: Resolved): readonly CubeVariable[] => [
  ...variables.map(({ dimension, place, chosen, made, whole }) => ({
    key: dimension.key, title: dimension.title, role: dimension.role, place, codes: chosen.map(({ code }) => code), made, whole, ...(dimension.note ? { note: dimension.note } : {}),
  })),
  { key: 'measure', title: 'Medida', role: 'measure', place: measurePlace, codes: measures.map(measureCode) },
]
/** The engine's answer with nothing left unsaid: a combination without a row is a zero when the data set says so (records always do), otherwise there is no datum. */
export const workedFrom = (resolved: Resolved, { values, marks }: Dense): Worked => {
  const zero = resolved.structure.shape === 'records' || resolved.structure.absent === 'zero'
  values.forEach((value, at) => {
    if (!Number.isNaN(value) || marks[at] !== 0) return
    if (zero) values[at] = 0
    else marks[at] = NO_DATA
  })
  return { variables: variablesOf(resolved), measures: resolved.measures.map(cubeMeasure), values, marks, notes: [] }
}
/** Marks as the statuses of a cube, only where there is one. */
export const statusesOf = (marks: Uint8Array): ReadonlyMap<number, ObservationStatus> => {
  const found = new Map<number, ObservationStatus>()
  marks.forEach((mark, at) => { const status = mark === 0 ? undefined : statusOf(mark); if (status) found.set(at, status) })
  return found
}
export const sizesOf = (variables: readonly Pick<CubeVariable, 'codes'>[]): readonly number[] => variables.map(({ codes }) => codes.length)
export type Body = Pick<Cube, 'title' | 'variables' | 'measures' | 'values' | 'statuses' | 'notes' | 'cellNotes' | 'derivation'>
