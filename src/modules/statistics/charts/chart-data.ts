import { type Cube, type CubeVariable, cubeStrides, cubeValue } from '../model/cube.ts'
import type { Code } from '../model/structure.ts'

/** A variable of a chart: its codes in order with their position in the cube. */
export type Axis = { readonly variable: CubeVariable; readonly stride: number; readonly positions: readonly number[] }
/** What a chart can be made of: the variables with several values, and those with one, or set to one, which are told in words. */
export type ChartMatter = { readonly cube: Cube; readonly long: readonly Axis[]; readonly fixed: readonly { readonly title: string; readonly label: string; readonly key: string }[]; readonly base: number; /** Position of the measure drawn. */ readonly measure: number }

/** The parts that make up the whole when that is known, so that no total is drawn beside its parts. */
const partsOfWhole = ({ codes, whole, role }: CubeVariable): readonly number[] => (role !== 'place' && role !== 'time' && whole && whole.length > 1 ? whole : codes.map((_, at) => at))
const sameUnit = ({ measures }: Cube): boolean => new Set(measures.map(({ unit }) => unit)).size <= 1

/** The seen layer of a table as matter for charts. Measures of different units are never on one scale: the first is drawn, or the one asked for. */
export const chartMatter = (cube: Cube, layer: Readonly<Record<string, string>> = {}): ChartMatter => {
  const strides = cubeStrides(cube)
  const long: Axis[] = []
  const fixed: { title: string; label: string; key: string }[] = []
  let [base, measure] = [0, 0]
  cube.variables.forEach((variable, at) => {
    const stride = strides[at] ?? 1
    const positions = partsOfWhole(variable)
    const alone = variable.place === 'layer' || variable.codes.length === 1 || positions.length === 1 || (variable.role === 'measure' && !sameUnit(cube))
    if (!alone) { long.push({ variable, stride, positions }); return }
    const named = variable.codes.findIndex(({ code }) => code === layer[variable.key])
    const position = named >= 0 ? named : variable.codes.length > 1 && positions.length === 1 ? (positions[0] ?? 0) : 0
    if (variable.role === 'measure') measure = position
    base += position * stride
    fixed.push({ title: variable.title, label: variable.codes[position]?.label ?? '', key: variable.key })
  })
  return { cube, long, fixed, base, measure }
}
/** Sets variables to one value (periods to the last, others to the first), so that what remains can be drawn. */
export const withOnly = (matter: ChartMatter, kept: readonly string[]): ChartMatter => {
  const away = matter.long.filter(({ variable }) => !kept.includes(variable.key))
  const chosen = away.map(({ variable, stride, positions }) => ({ variable, at: (variable.role === 'time' ? positions.at(-1) : positions[0]) ?? 0, stride }))
  return {
    ...matter, long: matter.long.filter(({ variable }) => kept.includes(variable.key)), base: matter.base + chosen.reduce((sum, { at, stride }) => sum + at * stride, 0),
    fixed: [...matter.fixed, ...chosen.map(({ variable, at }) => ({ title: variable.title, label: variable.codes[at]?.label ?? '', key: variable.key }))],
  }
}
export type Line = { readonly codes: readonly Code[]; readonly offset: number }
/** All combinations of the codes of some axes, outside in. */
export const linesOf = (axes: readonly Axis[]): readonly Line[] => axes.reduce<readonly Line[]>((lines, { variable, stride, positions }) => lines.flatMap((line) => positions.map((at) => ({ codes: [...line.codes, variable.codes[at] ?? { code: '', label: '' }], offset: line.offset + at * stride }))), [{ codes: [], offset: 0 }])
export const lineName = ({ codes }: Line, fallback: string): string => codes.map(({ label }) => label).join(', ') || fallback
export const valueAt = ({ cube, base }: ChartMatter, one: Line, other: Line): number | null => cubeValue(cube, base + one.offset + other.offset)
export const countOf = (axes: readonly Axis[]): number => axes.reduce((count, { positions }) => count * positions.length, 1)
