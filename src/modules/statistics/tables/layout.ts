import type { Cube, CubeVariable, Place } from '../model/cube.ts'
import type { TableRequest } from '../model/request.ts'
import type { Code } from '../model/structure.ts'
import { stridesOf } from './axes.ts'

/** The variables of each side, from outside in, by key. A variable nobody names is a layer. */
export type Places = { readonly rows: readonly string[]; readonly columns: readonly string[]; readonly layers?: readonly string[] }
/** One side of a table: headings are computed when they are looked at, so a million rows cost nothing. */
export type Side = {
  readonly variables: readonly CubeVariable[]
  /** How many lines. */
  readonly count: number
  /** The code of a variable of this side at a line. */
  readonly codeAt: (line: number, level: number) => Code | undefined
  /** How many lines a heading of that level covers. */
  readonly span: (level: number) => number
  /** Does a heading of that level begin at this line? */
  readonly begins: (line: number, level: number) => boolean
  /** How far the cells of a line are from the first one of the cube. */
  readonly offset: (line: number) => number
}
export type Layout = { readonly rows: Side; readonly columns: Side; readonly layers: Side; /** Position of a cell in the values of the cube. */ readonly cell: (row: number, column: number, layer?: number) => number }

const sideOf = (cube: Pick<Cube, 'variables'>, keys: readonly string[]): Side => {
  const strides = stridesOf(cube.variables.map(({ codes }) => codes.length))
  const placed = keys.flatMap((key) => { const at = cube.variables.findIndex((one) => one.key === key); const variable = cube.variables[at]; return variable ? [{ variable, stride: strides[at] ?? 1 }] : [] })
  const spans = stridesOf(placed.map(({ variable }) => variable.codes.length))
  const position = (line: number, level: number): number => Math.floor(line / (spans[level] ?? 1)) % (placed[level]?.variable.codes.length ?? 1)
  return {
    variables: placed.map(({ variable }) => variable),
    count: placed.reduce((all, { variable }) => all * variable.codes.length, 1),
    codeAt: (line, level) => placed[level]?.variable.codes[position(line, level)],
    span: (level) => spans[level] ?? 1,
    begins: (line, level) => line % (spans[level] ?? 1) === 0,
    offset: (line) => placed.reduce((offset, { stride }, level) => offset + position(line, level) * stride, 0),
  }
}
/** Where the variables of a cube stand as it came. */
export const placesOf = ({ variables }: Pick<Cube, 'variables'>): Required<Places> => {
  const on = (place: Place) => variables.filter((variable) => variable.place === place).map(({ key }) => key)
  return { rows: on('row'), columns: on('column'), layers: on('layer') }
}
/** Rows, columns and layers of a cube as somebody places them, without moving a number. */
export const layout = (cube: Pick<Cube, 'variables'>, places: Places = placesOf(cube)): Layout => {
  const named = new Set([...places.rows, ...places.columns])
  const layers = [...(places.layers ?? []).filter((key) => !named.has(key)), ...cube.variables.map(({ key }) => key).filter((key) => !named.has(key) && !places.layers?.includes(key))]
  const [rows, columns, sheets] = [sideOf(cube, places.rows), sideOf(cube, places.columns), sideOf(cube, layers)]
  return { rows, columns, layers: sheets, cell: (row, column, layer = 0) => rows.offset(row) + columns.offset(column) + sheets.offset(layer) }
}

/** Moves a variable to a place, before another one of it (last when none is named). The same numbers, seen otherwise. */
export const moved = (places: Required<Places>, key: string, to: Place, before?: string): Required<Places> => {
  const without = (keys: readonly string[]): readonly string[] => keys.filter((one) => one !== key)
  const into = (keys: readonly string[]): readonly string[] => { const at = before === undefined ? -1 : keys.indexOf(before); return at < 0 ? [...keys, key] : [...keys.slice(0, at), key, ...keys.slice(at)] }
  const side = (keys: readonly string[], place: Place): readonly string[] => (place === to ? into(without(keys)) : without(keys))
  return { rows: side(places.rows, 'row'), columns: side(places.columns, 'column'), layers: side(places.layers, 'layer') }
}
/** The request that gives the table with its variables standing so. */
export const requestAt = (request: TableRequest, places: Required<Places>): TableRequest => {
  const order = [...places.layers.map((key) => [key, 'layer'] as const), ...places.rows.map((key) => [key, 'row'] as const), ...places.columns.map((key) => [key, 'column'] as const)]
  const variables = order.flatMap(([key, place]) => request.variables.filter(({ dimension }) => dimension === key).map((variable) => ({ ...variable, place })))
  return { ...request, variables, measurePlace: order.find(([key]) => key === 'measure')?.[1] ?? request.measurePlace }
}
