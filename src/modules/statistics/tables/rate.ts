import { formatNumber } from '#kernel'
import type { Dimension, Structure } from '../model/structure.ts'
import { ageOf, agesFilling } from './ages.ts'
import { projected, stridesOf } from './axes.ts'
import { sizesOf, type Worked } from './assemble.ts'
import { hierarchyOf } from './hierarchy.ts'
import { cannotBeDerived } from './problems.ts'
import { partAt, ratio } from './ratio.ts'
import type { Knowledge, LeftOut, Resolved, ResolvedVariable } from './resolve.ts'
import type { Chosen } from './select.ts'

/** What names the population in the table. */
export type PopulationName = { readonly title: string; readonly version: number; readonly base: string }
const MATCHED = ['place', 'time', 'sex', 'age'] as const

/** The codes of the population that are the same people as one code of the table. */
const sameCodes = (population: Dimension, knowledge: Knowledge, chosen: Chosen): readonly string[] | undefined => {
  const hierarchy = hierarchyOf(population, knowledge.above?.(population), knowledge.present?.(population))
  const direct = hierarchy.find(chosen.code.code) ? hierarchy.cover(chosen.code.code) : []
  if (direct.length > 0) return direct
  if (population.role === 'age') {
    const range = ageOf(chosen.code)
    return range && agesFilling(range, population.codes.filter(({ code }) => code !== population.total && hierarchy.cover(code).length > 0))
  }
  // A month or a quarter is divided by the population of its year.
  if (population.role === 'time') return hierarchy.find(chosen.code.code.slice(0, 4)) ? hierarchy.cover(chosen.code.code.slice(0, 4)) : undefined
  const members = chosen.members.flatMap((member) => (hierarchy.find(member) ? hierarchy.cover(member) : ['']))
  return members.length > 0 && !members.includes('') ? members : undefined
}
const everyone = (dimension: Dimension, knowledge: Knowledge): LeftOut => {
  const hierarchy = hierarchyOf(dimension, knowledge.above?.(dimension), knowledge.present?.(dimension))
  const total = dimension.total === undefined ? [] : hierarchy.cover(dimension.total)
  const members = total.length > 0 ? total : hierarchy.coverAll()
  if (dimension.role === 'time' && members.length > 1) throw cannotBeDerived({ why: `La población tiene varios períodos («${dimension.title}») y la tabla no dice cuál.` })
  return { dimension, members, everything: total.length === 0 && members.length === dimension.codes.length }
}

/**
 * The population asked as a table of its own, with a variable for each place, period, sex and age of the table, code by code.
 * `axes` says which variable of the table each of its variables follows. Refuses when a place or a period has no population.
 */
export const populationFor = (numerator: Resolved, population: Structure, knowledge: Knowledge): { readonly resolved: Resolved; readonly axes: readonly number[]; readonly unmatched: readonly string[] } => {
  const measure = population.measures.find(({ adds }) => adds)
  if (!measure) throw cannotBeDerived({ why: 'El conjunto elegido como población no tiene una medida que se sume.' })
  const unmatched: string[] = []
  const variables: ResolvedVariable[] = []
  const axes: number[] = []
  const match = (role: (typeof MATCHED)[number], title: string, chosen: readonly Chosen[], axis?: number): void => {
    const dimension = population.dimensions.find((one) => one.role === role)
    if (!dimension) {
      if (role === 'place' || role === 'time') { if (chosen.length > 1) throw cannotBeDerived({ why: `La población no distingue «${title}».` }) } else unmatched.push(title)
      return
    }
    const same = chosen.map((one) => ({ code: one.code, members: sameCodes(dimension, knowledge, one) }))
    const without = same.find(({ members }) => members === undefined)
    if (without) throw cannotBeDerived({ why: `La población no tiene «${without.code.label}» (${title}).` })
    const like = axis === undefined ? undefined : numerator.variables[axis]
    // Placed and summed as in the table, so that the population of a total is made as the total was.
    variables.push({ dimension, place: like?.place ?? 'layer', chosen: same.map(({ code, members }) => ({ code, members: members ?? [] })), shown: same.length, made: [], whole: like?.whole ?? [] })
    axes.push(axis ?? -1)
  }
  for (const role of MATCHED) {
    const axis = numerator.variables.findIndex(({ dimension }) => dimension.role === role)
    const variable = numerator.variables[axis]
    const outside = numerator.leftOut.find(({ dimension }) => dimension.role === role)
    if (variable) match(role, variable.dimension.title, variable.chosen, axis)
    // What is outside the table is everybody, except the only period or place of the data set.
    else if (outside && (role === 'time' || role === 'place')) match(role, outside.dimension.title, [{ code: { code: outside.members[0] ?? '', label: outside.dimension.codes.find(({ code }) => code === outside.members[0])?.label ?? '' }, members: outside.members }])
  }
  const used = new Set(variables.map(({ dimension }) => dimension.key))
  const leftOut = population.dimensions.filter(({ key }) => !used.has(key)).map((dimension) => everyone(dimension, knowledge))
  return { axes, unmatched, resolved: { structure: population, measures: [measure], measurePlace: 'column', variables, leftOut, size: variables.reduce((size, { chosen }) => size * chosen.length, 1) } }
}

/** Each number over its population, totals over theirs. */
export const ratesOver = (worked: Worked, population: Worked, axes: readonly number[], per: number, { title, version, base }: PopulationName, unmatched: readonly string[]): Worked => {
  const strides = stridesOf(sizesOf(population.variables))
  const where = projected(sizesOf(worked.variables), worked.variables.map((_, axis) => { const at = axes.indexOf(axis); return at < 0 ? 0 : (strides[at] ?? 0) }))
  const values = new Float64Array(worked.values.length)
  const marks = new Uint8Array(worked.values.length)
  where.forEach((cell, at) => { const { value, mark } = ratio(partAt(worked, at), partAt(population, cell), per); values[at] = value; marks[at] = mark })
  const unit = per === 1 ? 'por habitante' : `por ${formatNumber(per)} habitantes`
  const together = unmatched.length > 0 ? `; la población no distingue ${unmatched.map((one) => `«${one}»`).join(' ni ')}` : ''
  return { ...worked, values, marks, derivation: `${unit[0]?.toUpperCase() ?? ''}${unit.slice(1)} («${title}», versión ${formatNumber(version)}${base ? `, ${base}` : ''}${together})`, measures: worked.measures.map((measure) => ({ ...measure, unit, decimals: per === 1 ? 4 : 1 })) }
}
