import type { CubeVariable } from '../model/cube.ts'
import type { CellNote, Structure } from '../model/structure.ts'
import { stridesOf } from './axes.ts'
import { sizesOf } from './assemble.ts'
import type { Resolved } from './resolve.ts'
import { breaksBetween } from './series.ts'

/** Above this many cells a note is of the table and says what it is about. */
const CELLS_OF_A_NOTE = 400
type Placed = { readonly table: readonly string[]; readonly cells: ReadonlyMap<number, string> }

/** Positions of a variable a note speaks of, its groups included; undefined when the note is about something else. */
const positionsOf = (resolved: Resolved, variable: CubeVariable, wanted: string | undefined): readonly number[] | undefined => {
  if (wanted === undefined) return variable.codes.map((_, at) => at)
  const members = resolved.variables.find(({ dimension }) => dimension.key === variable.key)?.chosen
  const found = variable.codes.flatMap((code, at) => (code.code === wanted || members?.find((one) => one.code.code === code.code)?.members.includes(wanted) ? [at] : []))
  return found.length > 0 ? found : undefined
}
const labelOf = (structure: Structure, key: string, code: string): string => structure.dimensions.find((one) => one.key === key)?.codes.find((one) => one.code === code)?.label ?? structure.measures.find((one) => one.key === code)?.title ?? code

const place = (resolved: Resolved, variables: readonly CubeVariable[], { where, text }: CellNote): { readonly cells: readonly number[] } | { readonly table: string } | undefined => {
  const keys = new Set(variables.map(({ key }) => key))
  const outside = Object.entries(where).filter(([key]) => !keys.has(key))
  // Of a part that is added up in every cell: the whole table has it. Of a part that is not here: nobody needs it.
  if (outside.some(([key, code]) => !resolved.leftOut.find(({ dimension }) => dimension.key === key)?.members.includes(code))) return undefined
  const positions = variables.map((variable) => positionsOf(resolved, variable, where[variable.key]))
  if (positions.some((one) => one === undefined)) return undefined
  const size = positions.reduce((all, one) => all * (one?.length ?? 0), 1)
  const about = Object.entries(where).map(([key, code]) => labelOf(resolved.structure, key, code)).join(', ')
  if (size > CELLS_OF_A_NOTE) return { table: about ? `${about}: ${text}` : text }
  const strides = stridesOf(sizesOf(variables))
  let cells: number[] = [0]
  positions.forEach((one, axis) => { cells = cells.flatMap((cell) => (one ?? []).map((at) => cell + at * (strides[axis] ?? 1))) })
  return { cells }
}
/** Footnotes of the cells on view, and those that turn out to be of the whole table. */
export const cellNotesOf = (resolved: Resolved, variables: readonly CubeVariable[]): Placed => {
  const table: string[] = []
  const cells = new Map<number, string>()
  for (const note of resolved.structure.cellNotes) {
    const placed = place(resolved, variables, note)
    if (placed && 'table' in placed) table.push(placed.table)
    else for (const cell of placed?.cells ?? []) cells.set(cell, cells.has(cell) ? `${cells.get(cell)} ${note.text}` : note.text)
  }
  return { table: [...new Set(table)], cells }
}
/** Breaks of the series that fall between the first and the last period on view: on the period where they begin, and under the table. */
export const withBreaks = (variables: readonly CubeVariable[], structure: Structure): { readonly variables: readonly CubeVariable[]; readonly notes: readonly string[] } => {
  const notes: string[] = []
  const marked = variables.map((variable) => {
    if (variable.role !== 'time' || variable.codes.length < 2) return variable
    const periods = variable.codes.map(({ code }) => code).sort()
    const inside = breaksBetween(structure, periods[0] ?? '', periods.at(-1) ?? '')
    for (const { from, note } of inside) notes.push(`Quiebre de la serie desde ${labelOf(structure, variable.key, from)}: ${note}`)
    const first = (from: string): string | undefined => periods.find((period) => period >= from)
    return { ...variable, codes: variable.codes.map((code) => { const here = inside.filter(({ from }) => first(from) === code.code).map(({ note }) => note); return here.length === 0 ? code : { ...code, note: [code.note, ...here].filter(Boolean).join(' ') } }) }
  })
  return { variables: marked, notes }
}
