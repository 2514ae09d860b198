import type { Comparison, ComparisonKey, SeriesPoint, SexGap, TerritoryGap } from './indicator-contract.ts'
import { type Known, medianOf } from './formulas.ts'
import { type Around, communeName, COUNTRY, placeName } from './places.ts'

type At = (place: string, year: number, sex?: string) => Known
const point = (year: number, { value, status }: Known): SeriesPoint => ({ year, value, status: status ?? null })
const median = (at: At, places: readonly string[], year: number): { readonly known: Known; readonly count: number } => {
  const values = places.flatMap((place) => at(place, year).value ?? [])
  return { known: { value: medianOf(values) }, count: values.length }
}

/** The commune beside others. What adds up is made again from the sums of each territory; what does not is told by the median of its communes. */
export const comparisonsOf = (at: At, around: Around, years: readonly number[], adds: boolean, communesUnder: (prefix: string) => readonly string[]): readonly Comparison[] => {
  const last = years.at(-1)
  if (last === undefined) return []
  const group = (key: ComparisonKey, title: string, places: readonly string[], method: (count: number) => string): Comparison => {
    const { known, count } = median(at, places, last)
    return { key, title, value: known.value, status: null, count, method: method(count), series: years.map((year) => point(year, median(at, places, year).known)) }
  }
  const whole = (key: ComparisonKey, code: string): Comparison => {
    const { value, status } = at(code, last)
    return { key, title: placeName(code), value, status: status ?? null, count: 1, method: `El mismo cálculo con la suma de ${code === COUNTRY ? 'las comunas del país' : `las comunas de ${placeName(code)}`}.`, series: years.map((year) => point(year, at(code, year))) }
  }
  const wide = (key: ComparisonKey, code: string): Comparison => (adds ? whole(key, code) : group(key, placeName(code), communesUnder(code), (count) => `Mediana de las ${count} comunas con dato${code === COUNTRY ? ' del país' : ` de ${placeName(code)}`}.`))
  const similar = around.similar.length > 0 ? [group('similar', 'Comunas similares', around.similar, () => around.similarMethod)] : []
  return [...similar, wide('province', around.province), wide('region', around.region), wide('country', around.country)].filter(({ value }) => value !== null)
}
/** Women and men of the commune in a year. */
export const sexGapOf = (at: At, home: string, year: number, unit: string): SexGap | null => {
  const [women, men] = [at(home, year, 'M').value, at(home, year, 'H').value]
  return women === null || men === null ? null : { women, men, difference: women - men, method: `El mismo cálculo con las mujeres y con los hombres por separado; la brecha es mujeres menos hombres, en ${unit === '%' ? 'puntos porcentuales' : unit}.` }
}
/** Where the commune stands among those of its region, from the highest. */
export const territoryGapOf = (at: At, { home, siblings, region }: Around, year: number): TerritoryGap | null => {
  const known = [home, ...siblings].flatMap((code) => { const { value } = at(code, year); return value === null ? [] : [{ code, value }] }).sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1))
  const [rank, first, last] = [known.findIndex(({ code }) => code === home), known[0], known.at(-1)]
  if (rank < 0 || !first || !last || known.length < 2) return null
  const named = ({ code, value }: { code: string; value: number }) => ({ name: communeName(code), value })
  return { rank: rank + 1, of: known.length, highest: named(first), lowest: named(last), method: `Comunas de ${placeName(region)} con dato, de mayor a menor.` }
}
