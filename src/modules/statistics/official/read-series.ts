import { type Analytics, columnName, duck, numbersOf, type Sql, textsOf } from '#platform/analytics'
import { dimensionOf, measureOf, type Structure } from '../model/structure.ts'

/** The cell of a data set that a concept reads: one measure, the codes of its dimensions, every period. */
export type CellAddress = { readonly measure: string; readonly codes: Readonly<Record<string, string>> }
export type SeriesPoint = { readonly period: string; readonly value: number }

/** What is wrong with an address for this structure, in words; undefined when it can be read. */
export const addressProblem = (structure: Structure, { measure, codes }: CellAddress): string | undefined => {
  const found = measureOf(structure, measure)
  if (!found) return `no hay una medida «${measure}»`
  for (const [key, code] of Object.entries(codes)) {
    const dimension = dimensionOf(structure, key)
    if (!dimension) return `no hay una variable «${key}»`
    if (!dimension.codes.some((one) => one.code === code)) return `«${dimension.title}» no tiene el código ${code}`
  }
  const left = structure.dimensions.filter(({ key, role, total }) => role !== 'time' && codes[key] === undefined && total === undefined)
  return left.length > 0 && !found.adds ? `falta elegir ${left.map(({ title }) => `«${title}»`).join(', ')}: la medida no se suma` : undefined
}

/** The conditions of a cell: named codes, the published total of a dimension left out, or the sum of its codes. */
const conditions = (structure: Structure, codes: CellAddress['codes']): readonly Sql[] => structure.dimensions.flatMap(({ key, role, total }) => {
  const code = codes[key] ?? (role === 'time' ? undefined : total)
  return code === undefined ? [] : [duck`${columnName(key)} = ${code}`]
})
const and = (parts: readonly Sql[]): Sql => parts.reduce((all, part) => duck`${all} and ${part}`, duck`true`)

/** Reads a cell in every period of a version, oldest first. Periods without a number do not come. */
export const readSeries = async (analytics: Analytics, hash: string, structure: Structure, address: CellAddress): Promise<readonly SeriesPoint[]> => {
  const time = structure.dimensions.find(({ role }) => role === 'time')
  const period = time && address.codes[time.key] === undefined ? columnName(time.key) : duck`${(time && address.codes[time.key]) ?? ''}`
  const answer = await analytics.ask(duck`select ${period} as period, sum(${columnName(address.measure)}) as value from ${analytics.tableOf(hash)} where ${and(conditions(structure, address.codes))} group by 1 having count(${columnName(address.measure)}) > 0 order by 1`)
  const values = numbersOf(answer, 'value')
  return textsOf(answer, 'period').flatMap((text, at) => (text === null || Number.isNaN(values[at]) ? [] : [{ period: text, value: values[at] ?? 0 }]))
}
