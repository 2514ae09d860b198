import type { ObservationStatus } from '../../model/status.ts'
import type { ReadValue } from './value-reader.ts'
import type { Place } from './findings.ts'

/** Observations as they are read: columns that grow, and where each row came from. */
export type Gathered = {
  readonly dimensions: ReadonlyMap<string, string[]>
  readonly measures: ReadonlyMap<string, (number | null)[]>
  readonly statuses: ReadonlyMap<string, (ObservationStatus | null)[]>
  readonly places: Place[]
  readonly size: () => number
  readonly add: (codes: Readonly<Record<string, string>>, values: Readonly<Record<string, ReadValue | undefined>>, place: Place) => void
}
export const gathered = (dimensionKeys: readonly string[], measureKeys: readonly string[]): Gathered => {
  const dimensions = new Map(dimensionKeys.map((key) => [key, [] as string[]]))
  const measures = new Map(measureKeys.map((key) => [key, [] as (number | null)[]]))
  const statuses = new Map(measureKeys.map((key) => [key, [] as (ObservationStatus | null)[]]))
  const places: Place[] = []
  return {
    dimensions, measures, statuses, places, size: () => places.length,
    add: (codes, values, place) => {
      for (const [key, column] of dimensions) column.push(codes[key] ?? '')
      for (const key of measureKeys) {
        measures.get(key)?.push(values[key]?.value ?? null)
        statuses.get(key)?.push(values[key]?.status ?? null)
      }
      places.push(place)
    },
  }
}
/** The codes of a row as one text, without some dimensions. */
export const keyOf = (columns: readonly (readonly string[])[], row: number): string => {
  let key = ''
  for (const column of columns) key += `${column[row] ?? ''}\u001f`
  return key
}
