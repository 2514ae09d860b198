import { sortKey } from '#kernel'
import type { Measure, Structure } from '../model/structure.ts'
import { basesDiffer, rateWithoutBase } from '../problems.ts'
import { shippedList } from './shipped-lists.ts'

/** The base a text names («INE base 2017», «projection-2017»); itself, folded, when the list does not know it; empty for none. */
export const baseNamed = (text: string): string => {
  const key = sortKey(text.trim())
  if (key === '') return ''
  return shippedList('population-base').codes.find(({ code, label, aliases }) => [code, label, ...aliases].some((word) => sortKey(word) === key))?.code ?? key
}
/** Refuses to join in one series populations of different bases. A text that says none does not join anything. */
export const demandSameBase = (first: string, second: string): void => {
  if (baseNamed(first) !== '' && baseNamed(second) !== '' && baseNamed(first) !== baseNamed(second)) throw basesDiffer({ first, second })
}
/** «por 1.000 habitantes», «por 100.000»: divided by a population. */
const isRate = ({ unit }: Measure): boolean => /^(tasa\s+)?por\s+[\d.]+/i.test(unit.trim())
/** Every rate says over which population it was computed. */
export const demandRateBases = ({ measures }: Pick<Structure, 'measures'>): void => {
  const without = measures.find((measure) => isRate(measure) && !measure.base)
  if (without) throw rateWithoutBase({ measure: without.title })
}
