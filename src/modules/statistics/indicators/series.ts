import { growthOf, type Known, ratioOf } from './formulas.ts'
import type { Numbers } from './piece-numbers.ts'
import type { Formula } from './recipe.ts'

/** An indicator of a place in a year, from the numbers of its pieces (`under` only for a ratio). */
export const indicatorAt = (formula: Formula, over: Numbers, under: Numbers | undefined, place: string, year: number, sex?: string): Known => {
  if (formula.kind === 'growth') return growthOf(over.at(place, year - formula.years, sex), over.at(place, year, sex), formula.years)
  if (formula.kind === 'ratio') return ratioOf(over.at(place, year, sex), under?.at(place, year, sex) ?? { value: null, status: 'no-data' }, formula.per)
  return over.at(place, year, sex)
}
/** Years for which the indicator can be told. */
export const yearsOf = (formula: Formula, over: Numbers, under: Numbers | undefined): readonly number[] => {
  if (formula.kind === 'growth') return over.years.filter((year) => over.years.includes(year - formula.years))
  return under ? over.years.filter((year) => under.years.includes(year)) : over.years
}
