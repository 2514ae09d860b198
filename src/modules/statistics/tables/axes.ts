import { type Part, sumOf } from './marks.ts'

/** Numbers and marks of a full cube, the last axis fastest. */
export type Grid = { readonly sizes: readonly number[]; readonly values: Float64Array; readonly marks: Uint8Array }

export const stridesOf = (sizes: readonly number[]): readonly number[] => {
  const strides: number[] = []
  let stride = 1
  for (let at = sizes.length - 1; at >= 0; at--) { strides[at] = stride; stride *= sizes[at] ?? 1 }
  return strides
}
const cells = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1)
/** One axis seen from outside: how many blocks before it, how long it is, how long a block after it. */
const around = (sizes: readonly number[], axis: number) => ({ before: cells(sizes.slice(0, axis)), length: sizes[axis] ?? 1, after: cells(sizes.slice(axis + 1)) })
const resized = (sizes: readonly number[], axis: number, size: number): readonly number[] => sizes.map((old, at) => (at === axis ? size : old))
const empty = (sizes: readonly number[]): Grid => ({ sizes, values: new Float64Array(cells(sizes)), marks: new Uint8Array(cells(sizes)) })

/** Only these positions of an axis, in this order. */
export const take = (grid: Grid, axis: number, positions: readonly number[]): Grid => {
  const { before, length, after } = around(grid.sizes, axis)
  const made = empty(resized(grid.sizes, axis, positions.length))
  for (let block = 0; block < before; block++) {
    positions.forEach((position, at) => {
      const from = (block * length + position) * after
      const to = (block * positions.length + at) * after
      made.values.set(grid.values.subarray(from, from + after), to)
      made.marks.set(grid.marks.subarray(from, from + after), to)
    })
  }
  return made
}
/** An axis of one: the sum of these positions. */
export const collapse = (grid: Grid, axis: number, positions: readonly number[]): Grid => {
  const { before, length, after } = around(grid.sizes, axis)
  const made = empty(resized(grid.sizes, axis, 1))
  for (let block = 0; block < before; block++) {
    for (let inner = 0; inner < after; inner++) {
      const parts = positions.map((position): Part => { const at = (block * length + position) * after + inner; return { value: grid.values[at] ?? Number.NaN, mark: grid.marks[at] ?? 0 } })
      const { value, mark } = sumOf(parts)
      made.values[block * after + inner] = value
      made.marks[block * after + inner] = mark
    }
  }
  return made
}
/** Two grids one after the other along an axis; equal in all the others. */
export const append = (grid: Grid, axis: number, more: Grid): Grid => {
  const [first, second] = [around(grid.sizes, axis), around(more.sizes, axis)]
  const made = empty(resized(grid.sizes, axis, first.length + second.length))
  const whole = first.length * first.after
  const added = second.length * second.after
  for (let block = 0; block < first.before; block++) {
    const to = block * (whole + added)
    for (const key of ['values', 'marks'] as const) {
      made[key].set(grid[key].subarray(block * whole, (block + 1) * whole), to)
      made[key].set(more[key].subarray(block * added, (block + 1) * added), to + whole)
    }
  }
  return made
}
/** For each cell of `sizes`, where it is in another cube: `steps` says how far a step of each axis moves there (0 when that axis is not in it). */
export const projected = (sizes: readonly number[], steps: readonly number[]): Uint32Array => {
  const at = new Uint32Array(cells(sizes))
  let filled = 1
  for (let axis = sizes.length - 1; axis >= 0; axis--) {
    const [size, step] = [sizes[axis] ?? 1, steps[axis] ?? 0]
    for (let position = 1; position < size; position++) for (let cell = 0; cell < filled; cell++) at[position * filled + cell] = (at[cell] ?? 0) + position * step
    filled *= size
  }
  return at
}
/** The same cube with its axes in another order. */
export const permute = (grid: Grid, order: readonly number[]): Grid => {
  const strides = stridesOf(grid.sizes)
  const sizes = order.map((axis) => grid.sizes[axis] ?? 1)
  const from = projected(sizes, order.map((axis) => strides[axis] ?? 0))
  const made = empty(sizes)
  from.forEach((cell, at) => { made.values[at] = grid.values[cell] ?? Number.NaN; made.marks[at] = grid.marks[cell] ?? 0 })
  return made
}
