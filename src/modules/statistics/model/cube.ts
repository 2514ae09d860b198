import type { ObservationStatus } from './status.ts'
import type { Code, DimensionRole } from './structure.ts'

export type Place = 'row' | 'column' | 'layer'
/** A variable of the answer with its chosen codes in order. The measures are one more variable, `measure`, always last. */
export type CubeVariable = { readonly key: string; readonly title: string; readonly role: DimensionRole | 'measure'; readonly place: Place; readonly codes: readonly Code[]; readonly note?: string; /** Codes that are sums made here. */ readonly made?: readonly string[]; /** Positions that add up to all that is chosen without counting anybody twice; all of them unless said. */ readonly whole?: readonly number[] }
export type CubeMeasure = { readonly key: string; readonly title: string; readonly unit: string; readonly decimals: number; readonly note?: string }
/** Where a table comes from, printed under it and in every file. */
export type CubeSource = {
  readonly datasetId: string; readonly datasetTitle: string; readonly version: number; readonly publisher: string; readonly licence: string; readonly universe: string; readonly updatedOn: string
  readonly link?: string; readonly geography: string; readonly populationBase: string; /** Why it is behind, when its next version is overdue. */ readonly overdue?: string; readonly contact: string
}

/**
 * The answer to a table request: a full cube in row-major order of its variables (the last varies fastest), as in JSON-stat and PX.
 * `values` holds null where there is no number; `statuses` names the cells that carry one, by index. Screen, files and charts are all drawn from it.
 */
export type Cube = {
  readonly title: string
  readonly variables: readonly CubeVariable[]
  readonly measures: readonly CubeMeasure[]
  readonly values: Float64Array | readonly (number | null)[]
  readonly statuses: ReadonlyMap<number, ObservationStatus>
  /** Footnotes at their level: of the table, of a variable, of a value, of a cell (by index). */
  readonly notes: readonly string[]
  readonly cellNotes: ReadonlyMap<number, string>
  /** Percentages, indices, changes or rates in words: «porcentaje de la fila», «por 100.000 habitantes (proyección base 2017, Cuadro …)». */
  readonly derivation?: string
  readonly source: CubeSource
  readonly asOf: { readonly effectiveOn: string; readonly knownOn: string }
}
/** Number of a cell; NaN in the packed array stands for null. */
export const cubeValue = ({ values }: Cube, index: number): number | null => {
  const value = values[index]
  return value === undefined || value === null || Number.isNaN(value) ? null : value
}
export const cubeSize = ({ variables }: Pick<Cube, 'variables'>): number => variables.reduce((size, { codes }) => size * codes.length, 1)
/** How far apart two neighbours of each variable are in `values`. */
export const cubeStrides = ({ variables }: Pick<Cube, 'variables'>): readonly number[] => {
  const strides: number[] = []
  let stride = 1
  for (let at = variables.length - 1; at >= 0; at--) { strides[at] = stride; stride *= variables[at]?.codes.length ?? 1 }
  return strides
}
