import type { ObservationStatus } from './status.ts'
import type { Structure } from './structure.ts'

/** One column of values, row by row. */
export type CodeColumn = readonly string[]
export type NumberColumn = readonly (number | null)[]
export type StatusColumn = readonly (ObservationStatus | null)[]

/** What a recipe makes of a file: columns of equal length, as they go to Parquet, with the structure that explains them. `statuses` only for measures that have any. */
export type Observations = {
  readonly structure: Structure
  readonly rows: number
  readonly dimensions: Readonly<Record<string, CodeColumn>>
  readonly measures: Readonly<Record<string, NumberColumn>>
  readonly statuses: Readonly<Record<string, StatusColumn>>
}
/** Something wrong or odd at a place of the file. `stops`: nothing loads until it is solved; otherwise it can wait. */
export type Finding = { readonly severity: 'stops' | 'warns'; readonly sheet: string; readonly cell: string; readonly text: string; readonly remedy: string }
