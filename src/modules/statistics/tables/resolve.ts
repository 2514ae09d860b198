import type { Place } from '../model/cube.ts'
import type { TableRequest } from '../model/request.ts'
import { type Code, type Dimension, dimensionOf, type Measure, measureOf, type Structure } from '../model/structure.ts'
import { extraPeriods } from './extra-periods.ts'
import type { LocalGrouping } from './groupings.ts'
import { type Hierarchy, hierarchyOf } from './hierarchy.ts'
import { cannotBeLeftOut, tableTooLarge, unknownPiece } from './problems.ts'
import { type Chosen, select } from './select.ts'
import { wholeOf } from './whole.ts'

/** A variable of the table with what it takes. `shown` are the first ones: periods after them are fetched for a calculation and then dropped. */
export type ResolvedVariable = { readonly dimension: Dimension; readonly place: Place; readonly chosen: readonly Chosen[]; readonly shown: number; readonly made: readonly string[]; readonly whole: readonly number[] }
/** A dimension outside the table: the codes that are added up, or all of its rows. */
export type LeftOut = { readonly dimension: Dimension; readonly members: readonly string[]; readonly everything: boolean }
export type Resolved = {
  readonly structure: Structure; readonly measures: readonly Measure[]; readonly measurePlace: Place
  readonly variables: readonly ResolvedVariable[]; readonly leftOut: readonly LeftOut[]
  /** Cells of the answer, measures included, as it is shown. */
  readonly size: number
}
/** What is known beside the structure: codes above those of a dimension, which codes have rows, the groupings of the office. */
export type Knowledge = {
  readonly above?: (dimension: Dimension) => readonly Code[]
  readonly present?: (dimension: Dimension) => ReadonlySet<string> | undefined
  readonly groupings?: readonly LocalGrouping[]
  /** Most cells it may have; no limit when it is for a file. */
  readonly limit?: number
}

/** Persons without expansion behind each number of a sample: how many were interviewed. Asked of any data set of records. */
export const UNWEIGHTED: Measure = { key: 'unweighted_n', title: 'Casos sin expandir', unit: 'casos', decimals: 0, adds: true }
/** The screen holds this many cells. */
export const SCREEN_CELLS = 1_000_000

const measuresOf = (request: TableRequest, structure: Structure): readonly Measure[] => {
  const found = [...new Set(request.measures)].map((key) => [key, measureOf(structure, key) ?? (structure.shape === 'records' && key === UNWEIGHTED.key ? UNWEIGHTED : undefined)] as const)
  const unknown = found.filter(([, measure]) => !measure).map(([key]) => key)
  if (unknown.length > 0) throw unknownPiece({ what: unknown.length === 1 ? 'la medida' : 'las medidas', keys: unknown, title: 'El conjunto de datos' })
  return found.flatMap(([, measure]) => measure ?? [])
}
const demandOneRow = (dimension: Dimension, chosen: readonly Chosen[], measures: readonly Measure[]): void => {
  const rate = measures.find(({ adds }) => !adds)
  const summed = chosen.find(({ members }) => members.length > 1)
  if (rate && summed) throw cannotBeLeftOut({ dimension: dimension.title, why: `«${rate.title}» no se suma, y «${summed.code.label}» habría que sumarlo de sus partes` })
}
const leave = (dimension: Dimension, hierarchy: Hierarchy, measures: readonly Measure[]): LeftOut => {
  if (dimension.total !== undefined && hierarchy.cover(dimension.total).length > 0) return { dimension, members: hierarchy.cover(dimension.total), everything: false }
  const members = hierarchy.coverAll()
  if (members.length > 1) {
    const rate = measures.find(({ adds }) => !adds)
    if (rate) throw cannotBeLeftOut({ dimension: dimension.title, why: `«${rate.title}» no se suma y no hay un valor que sea el total` })
    if (dimension.role === 'time') throw cannotBeLeftOut({ dimension: dimension.title, why: 'sumar períodos distintos contaría varias veces a los mismos' })
  }
  return { dimension, members, everything: members.length === dimension.codes.length }
}

/** Turns a request into exactly what is asked of the file, or says in words why it cannot be. */
export const resolve = (request: TableRequest, structure: Structure, { above, present, groupings, limit }: Knowledge = {}): Resolved => {
  const measures = measuresOf(request, structure)
  const asked = request.variables.map(({ dimension }) => dimension)
  const unknown = asked.filter((key, at) => !dimensionOf(structure, key) || asked.indexOf(key) !== at)
  if (unknown.length > 0) throw unknownPiece({ what: unknown.length === 1 ? 'la variable (o la pide dos veces):' : 'las variables', keys: unknown, title: 'El conjunto de datos' })
  const hierarchies = new Map(structure.dimensions.map((dimension) => [dimension.key, hierarchyOf(dimension, above?.(dimension), present?.(dimension))]))
  const variables = request.variables.flatMap(({ dimension: key, select: selection, place }): ResolvedVariable[] => {
    const [dimension, hierarchy] = [dimensionOf(structure, key), hierarchies.get(key)]
    if (!dimension || !hierarchy) return []
    const shown = select(dimension, hierarchy, selection, groupings)
    demandOneRow(dimension, shown, measures)
    const chosen = [...shown, ...extraPeriods(dimension, hierarchy, shown, request.derive)]
    const made = shown.filter(({ code, members }) => members.length !== 1 || members[0] !== code.code).map(({ code }) => code.code)
    return [{ dimension, place, chosen, shown: shown.length, made, whole: wholeOf(dimension, shown) }]
  })
  const inside = new Set(asked)
  const leftOut = structure.dimensions.filter(({ key }) => !inside.has(key)).flatMap((dimension) => { const hierarchy = hierarchies.get(dimension.key); return hierarchy ? [leave(dimension, hierarchy, measures)] : [] })
  const size = variables.reduce((cells, { chosen }) => cells * chosen.length, measures.length)
  if (limit !== undefined && size > limit) throw tableTooLarge({ cells: size, limit })
  return { structure, measures, measurePlace: request.measurePlace, variables, leftOut, size }
}
