import type { DatasetVersion } from '../datasets/version-of.ts'
import type { IndicatorSource, IndicatorView, TargetView } from './indicator-contract.ts'
import { alertsOf, type IndicatorRules, judge } from './judge.ts'
import type { Measured } from './measure-indicator.ts'
import { type IndicatorRecipe, piecesOf } from './recipe.ts'

/** Where the numbers come from, each data set once. */
const sourcesOf = (recipe: IndicatorRecipe, held: ReadonlyMap<string, DatasetVersion>): readonly IndicatorSource[] => {
  const pieces = new Map([...piecesOf(recipe)].reverse().map((piece) => [piece.dataset, piece] as const))
  return [...pieces].flatMap(([code, piece]) => {
    const source = held.get(code)?.source
    return source ? [{ id: source.datasetId, title: source.datasetTitle, publisher: source.publisher, version: source.version, base: source.populationBase, updatedOn: source.updatedOn, overdue: source.overdue ?? '', link: source.link ?? '', measure: piece.measure }] : []
  })
}
/** What a person reads of an indicator. */
export const indicatorView = (recipe: IndicatorRecipe, measured: Measured, held: ReadonlyMap<string, DatasetVersion>, target: TargetView | undefined, rules: IndicatorRules): IndicatorView => {
  const { code, title, gender, topic, definition, unit, decimals, better, method, note } = recipe
  const { series, known: { value, status }, comparisons } = measured
  const wanted = target?.value ?? null
  const sources = sourcesOf(recipe, held)
  const points = series.flatMap(({ year, value: number }) => (number === null ? [] : [{ year, value: number }]))
  return {
    code, title, gender, topic, definition, unit, decimals, better, method, note, year: measured.year, value, status: status ?? null, absence: measured.absence, lower: measured.lower, upper: measured.upper, level: recipe.interval?.level ?? '', cases: measured.cases,
    series, partialYears: measured.partialYears, comparisons, sexGap: measured.sexGap, territoryGap: measured.territoryGap, target: wanted === null ? null : (target ?? null),
    judgement: judge(value, { better, target: wanted, similar: comparisons.find(({ key }) => key === 'similar')?.value ?? null, interval: measured.lower !== null && measured.upper !== null ? [measured.lower, measured.upper] : null }, rules), alerts: alertsOf(points, { better, target: wanted, decimals }, rules),
    sources, overdue: sources.some(({ overdue }) => overdue !== ''), base: [...new Set(sources.map(({ base }) => base).filter((one) => one !== ''))].join('; '),
  }
}
