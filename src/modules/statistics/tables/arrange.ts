import { counted } from '#kernel'
import type { CubeVariable } from '../model/cube.ts'
import type { TableRequest } from '../model/request.ts'
import { collapse, type Grid, take } from './axes.ts'
import type { Worked } from './assemble.ts'
import { gridOf, TOTAL, wholeOfVariable } from './totals.ts'

/** Only these positions of a variable, in this order. */
export const keepCodes = (worked: Worked, axis: number, positions: readonly number[]): Worked => {
  const grid = take(gridOf(worked), axis, positions)
  const variables = worked.variables.map((variable, at): CubeVariable => {
    if (at !== axis) return variable
    const whole = wholeOfVariable(variable).map((old) => positions.indexOf(old)).filter((position) => position >= 0)
    return { ...variable, codes: positions.flatMap((position) => variable.codes[position] ?? []), whole }
  })
  return { ...worked, variables, values: grid.values, marks: grid.marks }
}
const isSame = (positions: readonly number[]): boolean => positions.every((position, at) => position === at)

/** Numbers of a variable in one column, the other rows added up. */
const columnNumbers = (worked: Worked, axis: number, by: readonly string[]): readonly number[] => {
  let grid: Grid = gridOf(worked)
  worked.variables.forEach((variable, at) => {
    if (at === axis) return
    const named = variable.codes.findIndex(({ code }) => by.includes(code))
    grid = variable.place === 'row' && variable.role !== 'measure' ? collapse(grid, at, wholeOfVariable(variable)) : take(grid, at, [Math.max(0, named)])
  })
  return [...grid.values]
}
/**
 * Rows by the numbers of one column: `by` names a code of each variable of the columns and layers (the first one when it is not named), a measure by its key.
 * Each variable of the rows is put in order by itself, its total last, then what has no number. Periods stay in their order.
 */
export const sorted = (worked: Worked, { by, descending }: NonNullable<TableRequest['sort']>): Worked => {
  let made = worked
  worked.variables.forEach((variable, axis) => {
    if (variable.place !== 'row' || variable.role === 'time' || variable.role === 'measure') return
    const numbers = columnNumbers(worked, axis, by)
    const rank = (at: number): number => (variable.codes[at]?.code === TOTAL ? 2 : Number.isNaN(numbers[at] ?? Number.NaN) ? 1 : 0)
    const positions = variable.codes.map((_, at) => at).sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? ((numbers[a] ?? 0) - (numbers[b] ?? 0)) * (descending ? -1 : 1) : 0) || a - b)
    if (!isSame(positions)) made = keepCodes(made, axis, positions)
  })
  return made
}
/** Without the rows and columns in which no cell has a number. What carries a status but no number counts as empty, and the note says how many went. */
export const withoutEmpty = (worked: Worked): Worked => {
  let made = worked
  let hidden = 0
  worked.variables.forEach((variable, axis) => {
    if (variable.place === 'layer' || variable.role === 'measure') return
    const size = variable.codes.length
    const after = worked.variables.slice(axis + 1).reduce((all, { codes }) => all * codes.length, 1)
    const full = new Uint8Array(size)
    worked.values.forEach((value, at) => { if (!Number.isNaN(value)) full[Math.floor(at / after) % size] = 1 })
    const positions = variable.codes.map((_, at) => at).filter((at) => full[at] === 1)
    if (positions.length === size || positions.length === 0) return
    hidden += size - positions.length
    made = keepCodes(made, axis, positions)
  })
  return hidden === 0 ? made : { ...made, notes: [...made.notes, `Se ${hidden === 1 ? 'ocultó' : 'ocultaron'} ${counted(hidden, 'valor', 'valores')} sin ningún dato.`] }
}
