import { columnName, type DenseShape, duck, joined, type ParquetFacts, type Sql } from '#platform/analytics'
import { statusColumn } from '../model/structure.ts'
import { INCOMPLETE, markOf, NO_DATA, NO_SERVICE, statusesInOrder } from './marks.ts'
import type { LeftOut, Resolved, ResolvedVariable } from './resolve.ts'
import { UNWEIGHTED } from './resolve.ts'

export type Plan = { readonly query: Sql; readonly shape: DenseShape }

const name = (prefix: string, at: number): Sql => columnName(`_${prefix}${at}`)
const oneOf = (column: Sql, codes: readonly string[]): Sql => (codes.length === 1 ? duck`${column} = ${codes[0] ?? ''}` : codes.length === 0 ? duck`false` : duck`${column} in (${codes})`)

/** Which rows matter: the fewer groups of the file are opened, the better. A variable with every code of the file filters nothing. */
const filters = ({ variables, leftOut }: Resolved): readonly Sql[] => [
  ...leftOut.filter(({ everything }) => !everything).map(({ dimension, members }: LeftOut) => oneOf(columnName(dimension.key), members)),
  ...variables.flatMap(({ dimension, chosen }: ResolvedVariable) => {
    const members = [...new Set(chosen.flatMap((one) => one.members))]
    return members.length >= dimension.codes.length ? [] : [oneOf(columnName(dimension.key), members)]
  }),
]
/** The rows of a cube: what is added, how many numbers and rows there were, the gravest mark with a number and without, and whether something is missing. */
const cubeParts = (measure: string, at: number, hasStatus: boolean): readonly Sql[] => {
  const value = columnName(measure)
  const rank = hasStatus ? duck`case ${columnName(statusColumn(measure))} ${joined(statusesInOrder.map((status) => duck`when ${status} then ${markOf(status)}`), ' ')} else 0 end` : duck`0`
  return [
    duck`sum(${value}) as ${name('v', at)}`, duck`count(${value}) as ${name('k', at)}`,
    duck`coalesce(max(${rank}) filter (where ${value} is not null), 0) as ${name('w', at)}`, duck`coalesce(max(case when ${rank} = 0 then ${NO_DATA} else ${rank} end) filter (where ${value} is null), 0) as ${name('a', at)}`,
  ]
}
/** Records: how many, each with its expansion, or the expanded sum of a column. */
const recordValue = (measure: string, columns: ReadonlySet<string>, weight: string | undefined): Sql => {
  if (measure === UNWEIGHTED.key) return duck`count(*)`
  if (!columns.has(measure)) return weight ? duck`sum(${columnName(weight)})` : duck`count(*)`
  return weight ? duck`sum(${columnName(measure)} * ${columnName(weight)})` : duck`sum(${columnName(measure)})`
}
const recordParts = (measure: string, at: number, columns: ReadonlySet<string>, weight: string | undefined): readonly Sql[] => [duck`${recordValue(measure, columns, weight)} as ${name('v', at)}`]

/** How many rows of the file make a cell when nothing is missing. */
const expectedRows = ({ variables, leftOut }: Resolved): Sql => {
  const outside = leftOut.reduce((rows, { members }) => rows * Math.max(1, members.length), 1)
  return joined([duck`${outside}`, ...variables.flatMap(({ chosen }, at) => (chosen.some(({ members }) => members.length > 1) ? [duck`any_value(${name('m', at)}.p)`] : []))], ' * ')
}
const cubeAnswer = (resolved: Resolved, at: number): readonly Sql[] => {
  const [v, k, w, a] = [name('v', at), name('k', at), name('w', at), name('a', at)]
  const missing = resolved.structure.absent === 'zero' ? duck`max(${a}) >= ${NO_DATA}` : duck`max(${a}) >= ${NO_DATA} or sum(_n) < ${expectedRows(resolved)}`
  const several = duck`sum(_n) > 1`
  return [
    duck`case when sum(${k}) = 0 then null else sum(${v})::double end as ${name('value', at)}`,
    duck`case when sum(${k}) = 0 then max(${a}) when ${missing} then ${INCOMPLETE} when ${several} and max(${w}) <= ${NO_SERVICE} then 0 else max(${w}) end as ${name('mark', at)}`,
  ]
}

/**
 * The query of a table: rows are first added up by the codes of the file, then put in the cells of the table, a code in as many as need it
 * (a commune counts for itself and for its region). The answer is (cell, value, mark, …) in no order: the engine's process puts each in its place.
 */
export const plan = (resolved: Resolved, table: Sql, facts: ParquetFacts): Plan => {
  const { structure, measures, variables } = resolved
  const columns = new Set(facts.columns.map((column) => column.name))
  const keys = variables.map(({ dimension }) => columnName(dimension.key))
  const records = structure.shape === 'records'
  const parts = measures.flatMap(({ key }, at) => (records ? recordParts(key, at, columns, structure.weight) : cubeParts(key, at, columns.has(statusColumn(key)))))
  const where = filters(resolved)
  const inner = duck`select ${[...keys, ...(records ? [] : [duck`count(*) as _n`]), ...parts]} from ${table} ${where.length > 0 ? duck`where ${joined(where, ' and ')}` : duck``} ${keys.length > 0 ? duck`group by ${keys}` : duck``}`
  let stride = 1
  const strides = variables.map(() => 0)
  for (let at = variables.length - 1; at >= 0; at--) { strides[at] = stride; stride *= variables[at]?.chosen.length ?? 1 }
  const maps = variables.map(({ chosen }, at) => {
    const lines = chosen.flatMap(({ members }, index) => members.map((member) => duck`(${member}, ${index * (strides[at] ?? 1)}, ${members.length})`))
    return duck`join (values ${lines.length > 0 ? lines : [duck`(null, 0, 0)`]}) ${name('m', at)}(c, i, p) on ${name('m', at)}.c = parts.${keys[at] ?? duck``}`
  })
  const cell = keys.length > 0 ? joined(keys.map((_, at) => duck`${name('m', at)}.i`), ' + ') : duck`0`
  const answers = measures.flatMap((_, at) => (records ? [duck`sum(${name('v', at)})::double as ${name('value', at)}`, duck`0 as ${name('mark', at)}`] : cubeAnswer(resolved, at)))
  const position = stride < 2 ** 31 ? duck`(${cell})::integer as cell` : duck`(${cell})::double as cell`
  const query = duck`with parts as (${inner}) select ${[position, ...answers]} from parts ${joined(maps, ' ')} group by 1`
  return { query, shape: { cells: stride, measures: measures.length } }
}
