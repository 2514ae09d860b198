import type { ObservationStatus } from './status.ts'
import type { Cube } from './cube.ts'

/** A cube as JSON: null where there is no number, statuses and notes as pairs. */
export type CubeWire = Omit<Cube, 'values' | 'statuses' | 'cellNotes'> & { readonly values: readonly (number | null)[]; readonly statuses: readonly (readonly [number, ObservationStatus])[]; readonly cellNotes: readonly (readonly [number, string])[] }

export const toWire = ({ values, statuses, cellNotes, ...words }: Cube): CubeWire => ({ ...words, values: Array.from(values, (value) => (value === null || Number.isNaN(value) ? null : value)), statuses: [...statuses], cellNotes: [...cellNotes] })
export const fromWire = ({ values, statuses, cellNotes, ...words }: CubeWire): Cube => ({ ...words, values: Float64Array.from(values, (value) => value ?? Number.NaN), statuses: new Map(statuses), cellNotes: new Map(cellNotes) })
