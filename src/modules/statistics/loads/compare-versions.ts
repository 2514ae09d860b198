import { type Analytics, columnName, duck, joined, numbersOf, type Sql, textsOf } from '#platform/analytics'
import type { CellChange, VersionChanges } from '../contract.ts'
import { dimensionOf, type Structure } from '../model/structure.ts'

type Side = { readonly hash: string; readonly structure: Structure }
/** Largest differences that the preview shows. */
const LARGEST = 20

const both = <T extends { readonly key: string }>(first: readonly T[], second: readonly T[]): readonly T[] => first.filter(({ key }) => second.some((one) => one.key === key))
/** Two versions are compared cell by cell only when their cells have the same name. */
export const sameCells = (before: Structure, after: Structure): boolean =>
  before.shape === 'cube' && after.shape === 'cube' && before.dimensions.length === after.dimensions.length && both(before.dimensions, after.dimensions).length === after.dimensions.length && both(before.measures, after.measures).length > 0

const conjunction = (parts: readonly Sql[], word: 'and' | 'or'): Sql => parts.slice(1).reduce((all, part) => (word === 'and' ? duck`${all} and ${part}` : duck`${all} or ${part}`), parts[0] ?? duck`true`)
const one = (answer: Parameters<typeof numbersOf>[0], name: string): number => { const value = numbersOf(answer, name)[0]; return value === undefined || Number.isNaN(value) ? 0 : value }

const totalsOf = async (analytics: Analytics, { hash, structure }: Side): Promise<ReadonlyMap<string, number | null>> => {
  const added = structure.measures.filter(({ adds }) => adds)
  if (added.length === 0) return new Map()
  const answer = await analytics.ask(duck`select ${joined(added.map(({ key }) => duck`sum(${columnName(key)}) as ${columnName(key)}`))} from ${analytics.tableOf(hash)}`)
  return new Map(added.map(({ key }) => { const value = numbersOf(answer, key)[0]; return [key, value === undefined || Number.isNaN(value) ? null : value] }))
}
const joinedSides = (analytics: Analytics, before: Side, after: Side): Sql => {
  const keys = after.structure.dimensions.map(({ key }) => columnName(key))
  const side = (of: Side): Sql => duck`(select *, 1 as here__ from ${analytics.tableOf(of.hash)})`
  return duck`${side(before)} b full outer join ${side(after)} a on ${conjunction(keys.map((key) => duck`a.${key} = b.${key}`), 'and')}`
}

const largestOf = async (analytics: Analytics, before: Side, after: Side): Promise<readonly CellChange[]> => {
  const dimensions = after.structure.dimensions
  const measures = both(after.structure.measures, before.structure.measures)
  const parts = measures.map(({ key, title }) => duck`select ${joined(dimensions.map((dimension, at) => duck`coalesce(a.${columnName(dimension.key)}, b.${columnName(dimension.key)}) as ${columnName(`d${at}`)}`))}, ${title} as measure, b.${columnName(key)} as before, a.${columnName(key)} as after
    from ${joinedSides(analytics, before, after)} where a.here__ = 1 and b.here__ = 1 and a.${columnName(key)} is distinct from b.${columnName(key)}`)
  const answer = await analytics.ask(duck`select * from (${joined(parts, ' union all ')}) order by abs(coalesce(after, 0) - coalesce(before, 0)) desc, measure, ${joined(dimensions.map((_, at) => columnName(`d${at}`)))} limit ${LARGEST}`)
  const codes = dimensions.map((_, at) => textsOf(answer, `d${at}`))
  const [names, first, second] = [textsOf(answer, 'measure'), numbersOf(answer, 'before'), numbersOf(answer, 'after')]
  const value = (number: number | undefined): number | null => (number === undefined || Number.isNaN(number) ? null : number)
  return names.map((measure, row) => ({
    key: dimensions.map(({ key }, at) => { const code = codes[at]?.[row] ?? ''; return dimensionOf(after.structure, key)?.codes.find((known) => known.code === code)?.label ?? code }).join(' · '),
    measure: measure ?? '', before: value(first[row]), after: value(second[row]),
  }))
}

/** What a new version changes of the one before: cells new, changed, equal and missing, the largest differences and the totals of both. */
export const compareVersions = async (analytics: Analytics, before: Side | undefined, after: Side & { readonly rows: number }): Promise<VersionChanges> => {
  const totals = await totalsOf(analytics, after)
  const title = (key: string): string => after.structure.measures.find((measure) => measure.key === key)?.title ?? key
  const old = before ? await totalsOf(analytics, before) : new Map<string, number | null>()
  const sums = [...totals].map(([key, value]) => ({ measure: title(key), before: old.get(key) ?? null, after: value }))
  if (!before || !sameCells(before.structure, after.structure)) return { new: after.rows, changed: 0, equal: 0, missing: before ? (await analytics.factsOf(before.hash)).rows : 0, largest: [], totals: sums }
  const different = conjunction(both(after.structure.measures, before.structure.measures).map(({ key }) => duck`a.${columnName(key)} is distinct from b.${columnName(key)}`), 'or')
  const answer = await analytics.ask(duck`select (count(*) filter (where b.here__ is null))::double as new, (count(*) filter (where a.here__ is null))::double as missing,
    (count(*) filter (where a.here__ = 1 and b.here__ = 1 and (${different})))::double as changed, (count(*) filter (where a.here__ = 1 and b.here__ = 1 and not (${different})))::double as equal from ${joinedSides(analytics, before, after)}`)
  return { new: one(answer, 'new'), changed: one(answer, 'changed'), equal: one(answer, 'equal'), missing: one(answer, 'missing'), largest: await largestOf(analytics, before, after), totals: sums }
}
