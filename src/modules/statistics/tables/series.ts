import { counted } from '#kernel'
import type { Derivation } from '../model/request.ts'
import type { Dimension, Structure } from '../model/structure.ts'
import { projected, stridesOf } from './axes.ts'
import { sizesOf, type Worked } from './assemble.ts'
import { earlierPeriod } from './extra-periods.ts'
import { markOf, NO_DATA, type Part } from './marks.ts'
import { cannotBeDerived } from './problems.ts'
import { gravest, partAt, ratio } from './ratio.ts'

/** The breaks of the series between two periods: from after the earlier one up to the later one. */
export const breaksBetween = ({ breaks }: Pick<Structure, 'breaks'>, one: string, other: string): Structure['breaks'] => {
  const [before, after] = one < other ? [one, other] : [other, one]
  return breaks.filter(({ from }) => from > before && from <= after)
}
const broken = (part: Part, crosses: boolean): Part => (crosses && !Number.isNaN(part.value) ? { value: part.value, mark: gravest(part.mark, markOf('break')) } : part)
const difference = (cell: Part, base: Part): Part => {
  if (Number.isNaN(cell.value)) return { value: Number.NaN, mark: cell.mark || NO_DATA }
  if (Number.isNaN(base.value)) return { value: Number.NaN, mark: base.mark || NO_DATA }
  return { value: cell.value - base.value, mark: gravest(cell.mark, base.mark) }
}
/** Every cell against the same cell of another period; `periodOf` says which one, and nothing when there is none. */
const against = (worked: Worked, dimension: Dimension, structure: Structure, periodOf: (code: string) => string | undefined, made: (cell: Part, base: Part) => Part): Pick<Worked, 'values' | 'marks'> => {
  const axis = worked.variables.findIndex(({ key }) => key === dimension.key)
  const codes = worked.variables[axis]?.codes ?? []
  const stride = stridesOf(sizesOf(worked.variables))[axis] ?? 1
  const position = projected(sizesOf(worked.variables), worked.variables.map((_, at) => (at === axis ? 1 : 0)))
  const bases = codes.map(({ code }) => { const base = periodOf(code); return base === undefined ? undefined : { at: codes.findIndex((one) => one.code === base), crosses: breaksBetween(structure, base, code).length > 0 } })
  const values = new Float64Array(worked.values.length)
  const marks = new Uint8Array(worked.values.length)
  position.forEach((here, at) => {
    const base = bases[here]
    const { value, mark } = base && base.at >= 0 ? broken(made(partAt(worked, at), partAt(worked, at + (base.at - here) * stride)), base.crosses) : { value: Number.NaN, mark: markOf('not-applicable') }
    values[at] = value
    marks[at] = mark
  })
  return { values, marks }
}
/** Base 100 or change, over the table's own periods. A comparison across a break of the series is marked as such. */
export const overTime = (worked: Worked, structure: Structure, derive: Extract<Derivation, { kind: 'index' | 'change' }>): Worked => {
  const variable = worked.variables.find(({ role }) => role === 'time')
  const dimension = structure.dimensions.find(({ key }) => key === variable?.key)
  if (!variable || !dimension) throw cannotBeDerived({ why: 'Para comparar períodos, los períodos tienen que estar en la tabla.' })
  if (derive.kind === 'index') {
    const label = dimension.codes.find(({ code }) => code === derive.base)?.label ?? derive.base
    return { ...worked, ...against(worked, dimension, structure, () => derive.base, (cell, base) => ratio(cell, base, 100)), derivation: `Índice, ${label} = 100`, measures: worked.measures.map((measure) => ({ ...measure, unit: `${label} = 100`, decimals: 1 })) }
  }
  const percent = derive.as === 'percent'
  const one = (cell: Part, base: Part): Part => { if (!percent) return difference(cell, base); const share = ratio(cell, base, 100); return { ...share, value: share.value - 100 } }
  const before = derive.lag === 1 ? 'del período anterior' : `de ${counted(derive.lag, 'período', 'períodos')} antes`
  return {
    ...worked, ...against(worked, dimension, structure, (code) => earlierPeriod(dimension, code, derive.lag), one),
    derivation: `Variación ${percent ? 'porcentual' : 'absoluta'} respecto ${before}`, measures: worked.measures.map((measure) => (percent ? { ...measure, unit: '%', decimals: 1 } : measure)),
  }
}
