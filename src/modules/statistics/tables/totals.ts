import type { CubeVariable } from '../model/cube.ts'
import type { TableRequest } from '../model/request.ts'
import { append, collapse, type Grid, take } from './axes.ts'
import { sizesOf, type Worked } from './assemble.ts'
import { markOf } from './marks.ts'

/** Code of a total made here. */
export const TOTAL = '_total'
const isSummed = ({ role, codes, whole }: CubeVariable): boolean => role !== 'measure' && role !== 'time' && (whole?.length ?? codes.length) > 1
export const gridOf = ({ variables, values, marks }: Worked): Grid => ({ sizes: sizesOf(variables), values, marks })
export const wholeOfVariable = ({ codes, whole }: CubeVariable): readonly number[] => whole ?? codes.map((_, at) => at)

/** Blank where the measure is one that does not add up. */
const blank = (grid: Grid, adds: readonly boolean[]): Grid => {
  const { values, marks } = take(grid, 0, Array.from({ length: grid.sizes[0] ?? 1 }, (_, at) => at))
  values.forEach((_, at) => { if (adds[at % adds.length] === false) { values[at] = Number.NaN; marks[at] = markOf('not-applicable') } })
  return { sizes: grid.sizes, values, marks }
}
/**
 * A total after the codes of every row variable (`rows`) and of every column variable (`columns`). Periods and measures are never added up;
 * a variable whose own total was chosen needs none. `adds` says it of each measure.
 */
export const withTotals = (worked: Worked, totals: TableRequest['totals'], adds: readonly boolean[]): Worked => {
  const wanted = ({ place }: CubeVariable): boolean => (place === 'row' && totals.rows) || (place === 'column' && totals.columns)
  if (!worked.variables.some((variable) => wanted(variable) && isSummed(variable))) return worked
  const rates = worked.measures.filter((_, at) => adds[at] === false).map(({ title }) => `«${title}»`)
  const notes = rates.length > 0 ? [...worked.notes, `Sin total de ${rates.join(', ')}: no se suma.`] : worked.notes
  if (rates.length === worked.measures.length) return { ...worked, notes }
  let grid = gridOf(worked)
  const variables = worked.variables.map((variable, axis): CubeVariable => {
    if (!wanted(variable) || !isSummed(variable)) return variable
    grid = append(grid, axis, blank(collapse(grid, axis, wholeOfVariable(variable)), adds))
    return { ...variable, codes: [...variable.codes, { code: TOTAL, label: 'Total' }], made: [...(variable.made ?? []), TOTAL], whole: wholeOfVariable(variable) }
  })
  return { ...worked, variables, values: grid.values, marks: grid.marks, notes }
}
