import type { TableRequest, Variable } from '../model/request.ts'
import type { Code, Dimension, Measure, Structure } from '../model/structure.ts'
import { ageGroups } from '../tables/ages.ts'
import { homePlaces } from './home-places.ts'

/** What is known to propose a table: the version's structure, what stands above its places, and the reader's commune. */
export type Proposal = { readonly dataset: string; readonly structure: Structure; readonly above: Readonly<Record<string, readonly Code[]>>; readonly home: string; /** The reader's day: projections open at the present, not at their end. */ readonly today: string }
const MANY = 25
const FEW = 60

const codesWithoutTotal = ({ codes, total }: Dimension): readonly Code[] => codes.filter(({ code }) => code !== total)
const placeSelection = (dimension: Dimension, { above, home }: Proposal, adds: boolean): Variable['select'] => {
  const own = homePlaces(dimension, above[dimension.key] ?? [], home, adds)
  if (own.length > 0) return { kind: 'codes', codes: [...own] }
  return dimension.codes.length <= FEW ? { kind: 'all' } : { kind: 'codes', codes: dimension.codes.slice(0, 20).map(({ code }) => code) }
}
const ageSelection = (dimension: Dimension, adds: boolean): Variable['select'] => {
  const codes = codesWithoutTotal(dimension)
  if (!adds || codes.length <= MANY) return { kind: 'all' }
  const { groups, crossing } = ageGroups(codes, 'age-5')
  return groups.length > 0 && crossing.length === 0 ? { kind: 'grouping', grouping: 'age-5' } : { kind: 'all' }
}
/** The last periods; of a projection, the last ones up to today. */
const periodSelection = ({ codes, total }: Dimension, count: number, today: string): Variable['select'] => {
  const periods = codes.map(({ code }) => code).filter((code) => code !== total).sort()
  const past = periods.filter((code) => code.slice(0, 4) <= today.slice(0, 4))
  return past.length === periods.length || past.length === 0 || !/^\d{4}/.test(periods.at(-1) ?? '') ? { kind: 'latest', count } : { kind: 'codes', codes: past.slice(-count) }
}
/** May the dimension stay out of the table without anybody choosing one of its values? */
const leavable = ({ total, role, codes }: Dimension, measures: readonly Measure[]): boolean => total !== undefined || codes.length === 1 || (role !== 'time' && measures.every(({ adds }) => adds))

/** The table a data set opens with: the own commune beside its region and the country, the last periods, the sexes side by side. Never empty. */
export const defaultRequest = (proposal: Proposal): TableRequest => {
  const { structure, dataset } = proposal
  const first = structure.measures[0]
  const of = (role: Dimension['role']): Dimension | undefined => structure.dimensions.find((one) => one.role === role)
  const [place, time, sex, age] = [of('place'), of('time'), of('sex'), of('age')]
  const alike = structure.measures.filter(({ unit, adds }) => unit === first?.unit && adds === first.adds)
  const crowded = time !== undefined || sex !== undefined
  const measures = (crowded ? structure.measures.slice(0, 1) : alike.slice(0, 6))
  const adds = measures.every((measure) => measure.adds)
  const named = new Set([place, time, sex, age].flatMap((one) => (one ? [one.key] : [])))
  const rest = structure.dimensions.filter(({ key }) => !named.has(key))
  const body = age ?? rest.find(({ codes }) => codes.length > 1 && codes.length <= FEW)
  const variables: Variable[] = []
  if (place) variables.push({ dimension: place.key, select: placeSelection(place, proposal, adds), place: body ? 'layer' : 'row' })
  if (age) variables.push({ dimension: age.key, select: ageSelection(age, adds), place: 'row' })
  for (const one of rest) {
    if (one === body) variables.push({ dimension: one.key, select: { kind: 'all' }, place: 'row' })
    else if (!leavable(one, measures)) variables.push({ dimension: one.key, select: one.codes.length <= 200 ? { kind: 'all' } : { kind: 'codes', codes: one.codes.slice(0, 20).map(({ code }) => code) }, place: 'layer' })
  }
  const standing = variables.some((one) => one.place === 'row')
  if (time) variables.push({ dimension: time.key, select: periodSelection(time, sex ? 3 : 6, proposal.today), place: standing ? 'column' : 'row' })
  if (sex) variables.push({ dimension: sex.key, select: { kind: 'all' }, place: variables.some((one) => one.place === 'row') ? 'column' : 'row' })
  return { dataset, version: 'latest', measures: measures.map(({ key }) => key), variables, measurePlace: 'column', totals: { rows: false, columns: false }, hideEmpty: false }
}
