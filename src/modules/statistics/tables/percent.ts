import type { CubeVariable, Place } from '../model/cube.ts'
import type { Measure } from '../model/structure.ts'
import { collapse, projected, stridesOf } from './axes.ts'
import { sizesOf, type Worked } from './assemble.ts'
import { cannotBeDerived } from './problems.ts'
import { partAt, ratio } from './ratio.ts'
import { gridOf, wholeOfVariable } from './totals.ts'

const across: Readonly<Record<'row' | 'column' | 'table', readonly Place[]>> = { row: ['column'], column: ['row'], table: ['row', 'column'] }
const words = { row: 'Porcentaje de la fila', column: 'Porcentaje de la columna', table: 'Porcentaje del total de la tabla' } as const

/** Each number as a share of its row, its column or the whole table (one layer). Measures and periods are never mixed in a base. */
export const percentOf = (worked: Worked, of: 'row' | 'column' | 'table', measures: readonly Measure[]): Worked => {
  const summed = (variable: CubeVariable): boolean => across[of].includes(variable.place) && variable.role !== 'measure' && variable.role !== 'time'
  if (!worked.variables.some(summed)) throw cannotBeDerived({ why: `No hay qué sumar para el ${words[of].toLowerCase()}: sólo quedan medidas o períodos en ese sentido.` })
  const rate = measures.find(({ adds }) => !adds)
  if (rate && worked.variables.some((variable) => summed(variable) && wholeOfVariable(variable).length > 1)) throw cannotBeDerived({ why: `«${rate.title}» no se suma, así que no hay un total del que sea parte.` })
  let base = gridOf(worked)
  worked.variables.forEach((variable, axis) => { if (summed(variable)) base = collapse(base, axis, wholeOfVariable(variable)) })
  const strides = stridesOf(base.sizes)
  const where = projected(sizesOf(worked.variables), worked.variables.map((variable, axis) => (summed(variable) ? 0 : (strides[axis] ?? 0))))
  const values = new Float64Array(worked.values.length)
  const marks = new Uint8Array(worked.values.length)
  where.forEach((cell, at) => { const { value, mark } = ratio(partAt(worked, at), partAt(base, cell), 100); values[at] = value; marks[at] = mark })
  return { ...worked, values, marks, derivation: words[of], measures: worked.measures.map((measure) => ({ ...measure, unit: '%', decimals: 1 })) }
}
