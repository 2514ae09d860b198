import { type Cube, type CubeVariable, cubeStrides } from '../model/cube.ts'
import type { Code } from '../model/structure.ts'

/** One heading: the codes of the variables of that side, outside in, and how far its cells are from the first cell of the cube. */
export type Heading = { readonly codes: readonly Code[]; readonly offset: number }
/** The table as it is seen: one layer, its rows and columns, and where each cell is in the cube. */
export type SeenGrid = {
  readonly rowVariables: readonly CubeVariable[]; readonly columnVariables: readonly CubeVariable[]
  /** The layer on view, variable by variable. */
  readonly layer: readonly { readonly variable: CubeVariable; readonly code: Code }[]
  readonly rows: readonly Heading[]; readonly columns: readonly Heading[]
  readonly at: (row: number, column: number) => number
}

const headingsOf = (variables: readonly { variable: CubeVariable; stride: number }[]): Heading[] => {
  let headings: Heading[] = [{ codes: [], offset: 0 }]
  for (const { variable, stride } of variables)
    headings = headings.flatMap(({ codes, offset }) => variable.codes.map((code, index) => ({ codes: [...codes, code], offset: offset + index * stride })))
  return headings
}

/**
 * Rows and columns of one layer of a cube, in the order of its variables. `layer` names the chosen code of each variable that stands as a layer;
 * the first one when it is not named.
 */
export const seenGrid = (cube: Cube, layer: Readonly<Record<string, string>> = {}): SeenGrid => {
  const strides = cubeStrides(cube)
  const placed = cube.variables.map((variable, index) => ({ variable, stride: strides[index] ?? 1 }))
  // A single measure is the title of the table, not a line of headings.
  const on = (place: CubeVariable['place']) => placed.filter(({ variable }) => variable.place === place && (variable.role !== 'measure' || variable.codes.length > 1))
  const chosen = on('layer').map(({ variable, stride }) => {
    const index = Math.max(0, variable.codes.findIndex(({ code }) => code === layer[variable.key]))
    return { variable, code: variable.codes[index] ?? { code: '', label: '' }, offset: index * stride }
  })
  const base = chosen.reduce((sum, { offset }) => sum + offset, 0)
  const [rows, columns] = [headingsOf(on('row')), headingsOf(on('column'))]
  return {
    rowVariables: on('row').map(({ variable }) => variable), columnVariables: on('column').map(({ variable }) => variable),
    layer: chosen.map(({ variable, code }) => ({ variable, code })), rows, columns,
    at: (row, column) => base + (rows[row]?.offset ?? 0) + (columns[column]?.offset ?? 0),
  }
}
