import { markOf, NO_DATA, NO_SERVICE, type Part } from './marks.ts'

/** One number over another, with the gravest mark of both. Over zero there is nothing to say; over what is not known, nothing is known. */
export const ratio = (cell: Part, base: Part, factor: number): Part => {
  if (Number.isNaN(cell.value)) return { value: Number.NaN, mark: cell.mark || NO_DATA }
  if (Number.isNaN(base.value)) return { value: Number.NaN, mark: NO_DATA }
  if (base.value === 0) return { value: Number.NaN, mark: markOf('not-applicable') }
  return { value: (cell.value / base.value) * factor, mark: gravest(cell.mark, base.mark) }
}
/** Of two numbers that are known: the mark their result carries. */
export const gravest = (...marks: readonly number[]): number => { const worst = Math.max(...marks); return worst > NO_SERVICE ? worst : 0 }
export const partAt = ({ values, marks }: { readonly values: Float64Array; readonly marks: Uint8Array }, at: number): Part => ({ value: values[at] ?? Number.NaN, mark: marks[at] ?? 0 })
