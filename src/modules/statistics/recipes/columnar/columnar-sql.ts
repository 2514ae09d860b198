import { columnName, duck, foreignName, joined, type Sql } from '#platform/analytics'
import { type ObservationStatus, statuses } from '../../model/status.ts'
import { statusColumn } from '../../model/structure.ts'
import type { MeasureRule, NumberFormat } from '../model/measure-rule.ts'
import type { Recipe } from '../model/recipe.ts'
import { fold } from '../text/plain-text.ts'

export type Mapping = ReadonlyMap<string, ReadonlyMap<string, string>>
/** Header of the column that gives each thing. */
export const headerOf = (recipe: Recipe, as: 'dimension' | 'label' | 'measure' | 'status', key: string): string | undefined =>
  recipe.columns.find((column) => column.as === as && ('dimension' in column ? column.dimension === key : 'measure' in column && column.measure === key))?.header

/** Text of a column, without spaces at its ends; empty text for what is not there. */
export const textSql = (header: string): Sql => duck`coalesce(trim(cast(${foreignName(header)} as varchar)), '')`
const folded = (header: string): Sql => duck`lower(strip_accents(${textSql(header)}))`

/** Which rows are read, by the rules of the recipe. */
export const whereSql = ({ rows }: Recipe): Sql => {
  const rules = rows.map(({ column, matches, keep }) => duck`regexp_matches(${textSql(column)}, ${matches}, 'i') = ${keep ? duck`true` : duck`false`}`)
  return rules.length > 0 ? duck`where ${joined(rules, ' and ')}` : duck``
}
/** The absences a recipe knows, as folded text and status. */
const absences = (recipe: Recipe, usual: readonly (readonly [string, ObservationStatus])[]): readonly (readonly [string, ObservationStatus])[] =>
  [...new Map([...usual, ...Object.entries(recipe.reading.statuses).map(([text, status]) => [fold(text), status] as const)])].filter(([, status]) => !statuses[status].hasValue)

const plainNumber = (text: Sql, format: NumberFormat): Sql =>
  format === 'es' ? duck`try_cast(replace(replace(${text}, '.', ''), ',', '.') as double)` : format === 'en' ? duck`try_cast(replace(${text}, ',', '') as double)` : duck`try_cast(${text} as double)`
/** The number of a measure: from a column of numbers or from text with its format, percentages as the recipe wants them. */
const numberSql = (rule: MeasureRule, header: string, format: NumberFormat): Sql => {
  const text = textSql(header)
  const points = duck`${plainNumber(duck`trim(rtrim(${text}, '%'))`, format)}${rule.percent === 'points' ? duck`` : duck` / 100`}`
  const plain = rule.scale === 1 ? plainNumber(text, format) : duck`${plainNumber(text, format)} * ${rule.scale}`
  return duck`case when ends_with(${text}, '%') then ${points} else ${plain} end`
}
export type MeasureSql = { readonly value: Sql; readonly status: Sql; /** True where there is a text that is neither number nor absence. */ readonly wrong: Sql }
/** Usual words of absence, and the columns that already are numbers (nothing in them is text). */
export type ColumnFacts = { readonly usual: readonly (readonly [string, ObservationStatus])[]; readonly numeric: ReadonlySet<string> }
/** How a measure and its status are computed. Numbers of a text column obey the same format as in a sheet. */
export const measureSql = (recipe: Recipe, rule: MeasureRule, { usual, numeric }: ColumnFacts): MeasureSql => {
  const header = headerOf(recipe, 'measure', rule.key)
  if (header === undefined) return { value: rule.constant === undefined ? duck`cast(null as double)` : duck`cast(${rule.constant} as double)`, status: duck`cast(null as varchar)`, wrong: duck`false` }
  const typed = numeric.has(header)
  const number = typed ? duck`cast(${foreignName(header)} as double)${rule.scale === 1 ? duck`` : duck` * ${rule.scale}`}` : numberSql(rule, header, rule.numbers ?? recipe.reading.numbers)
  const words = absences(recipe, usual)
  const named = (of: string): Sql => duck`case ${folded(of)} ${joined(words.map(([text, status]) => duck`when ${text} then ${status}`), ' ')} else null end`
  const beside = headerOf(recipe, 'status', rule.key)
  const sentinels = Object.entries(rule.sentinels)
  const sentinel = sentinels.length > 0 ? duck`case ${number} ${joined(sentinels.map(([text, status]) => duck`when ${Number(text)} then ${status}`), ' ')} else null end` : duck`null`
  const empty = recipe.reading.empty === 'nothing' ? duck`null` : duck`case when ${typed ? duck`${foreignName(header)} is null` : duck`${textSql(header)} = ''`} then ${recipe.reading.empty} end`
  const status = duck`coalesce(${sentinel}, ${beside === undefined ? duck`null` : duck`case when ${number} is null then ${named(beside)} end`}, ${typed ? duck`null` : named(header)}, ${empty})`
  return { status, value: duck`case when ${status} is null then ${number} end`, wrong: typed ? duck`false` : duck`${textSql(header)} <> '' and ${number} is null and ${named(header)} is null` }
}
/** Names of the joined tables that no file would bring. */
const [FROM, TO] = ['\u00b7texto', '\u00b7codigo']
/** Rows of the source as observations: a text column for each dimension, a double and a status for each measure. Codes come from the mapping made of the distinct texts. */
export const selectSql = (recipe: Recipe, source: Sql, mapping: Mapping, facts: ColumnFacts): Sql => {
  const joins: Sql[] = []
  const dimensions = recipe.dimensions.map(({ key }, at) => {
    const header = headerOf(recipe, 'dimension', key)
    const codes = [...(mapping.get(key) ?? [])]
    if (header === undefined) return duck`${codes[0]?.[1] ?? ''} as ${columnName(key)}`
    const [from, to] = [foreignName(`${FROM}${at}`), foreignName(`${TO}${at}`)]
    joins.push(duck`left join (select unnest([${codes.map(([text]) => text)}]) as ${from}, unnest([${codes.map(([, code]) => code)}]) as ${to}) on ${from} = ${textSql(header)}`)
    return duck`${to} as ${columnName(key)}`
  })
  const measures = recipe.measures.flatMap((rule) => { const { value, status } = measureSql(recipe, rule, facts); return [duck`${value} as ${columnName(rule.key)}`, duck`${status} as ${columnName(statusColumn(rule.key))}`] })
  return duck`select ${[...dimensions, ...measures]} from (select * from ${source} ${whereSql(recipe)}) ${joined(joins, ' ')}`
}
