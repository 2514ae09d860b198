import type { TableRequest, Variable } from '../../model/request.ts'
import type { Dimension } from '../../model/structure.ts'

export type Side = Variable['place']
export const sideTitle: Readonly<Record<Side, string>> = { row: 'Filas', column: 'Columnas', layer: 'Capa' }
export const MEASURE = 'measure'

/** Puts a variable in a place, before another one of it (last when none is named). The measures have a place of their own. */
export const placed = (request: TableRequest, key: string, to: Side, before?: string): TableRequest => {
  if (key === MEASURE) return { ...request, measurePlace: to }
  const own = request.variables.find(({ dimension }) => dimension === key)
  if (!own || key === before) return request
  const rest = request.variables.filter(({ dimension }) => dimension !== key)
  const at = before === undefined ? -1 : rest.findIndex(({ dimension }) => dimension === before)
  const moved = { ...own, place: to }
  return { ...request, variables: at < 0 ? [...rest, moved] : [...rest.slice(0, at), moved, ...rest.slice(at)] }
}
/** One step out or in among the variables of its place. */
export const stepped = (request: TableRequest, key: string, step: -1 | 1): TableRequest => {
  const own = request.variables.find(({ dimension }) => dimension === key)
  const mates = request.variables.filter(({ place }) => place === own?.place)
  const at = mates.findIndex(({ dimension }) => dimension === key)
  const other = mates[at + step]
  if (!own || !other) return request
  return { ...request, variables: request.variables.map((one) => (one === own ? other : one === other ? own : one)) }
}
/** Rows for columns and columns for rows. */
export const transposed = (request: TableRequest): TableRequest => {
  const turned = { row: 'column', column: 'row', layer: 'layer' } as const
  return { ...request, variables: request.variables.map((one) => ({ ...one, place: turned[one.place] })), measurePlace: turned[request.measurePlace], totals: { rows: request.totals.columns, columns: request.totals.rows }, sort: undefined }
}
/** What is chosen of a dimension; a new one enters where there is least. */
export const chosen = (request: TableRequest, dimension: Dimension, select: Variable['select']): TableRequest => {
  const has = request.variables.some((one) => one.dimension === dimension.key)
  if (has) return { ...request, variables: request.variables.map((one) => (one.dimension === dimension.key ? { ...one, select } : one)), sort: undefined }
  const place: Side = request.variables.some((one) => one.place === 'row') ? (dimension.codes.length > 8 && select.kind !== 'latest' ? 'row' : 'column') : 'row'
  return { ...request, variables: [...request.variables, { dimension: dimension.key, select, place }], sort: undefined }
}
/** Takes a dimension out: its total is shown, or the sum of all of it. */
export const without = (request: TableRequest, key: string): TableRequest => ({ ...request, variables: request.variables.filter(({ dimension }) => dimension !== key), sort: undefined })
