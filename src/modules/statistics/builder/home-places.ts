import type { Code, Dimension } from '../model/structure.ts'

/** The codes above one, from its parent up, as far as they are known. */
export const placesOver = (code: string, codes: readonly Code[]): readonly string[] => {
  const parents = new Map(codes.map((one) => [one.code, one.parent]))
  const found: string[] = []
  for (let parent = parents.get(code); parent !== undefined && !found.includes(parent) && parents.has(parent); parent = parents.get(parent)) found.push(parent)
  return found
}
/** The own commune, its region and the country, as far as the data has them or can add them up. Empty when the commune is not there. */
export const homePlaces = (dimension: Dimension, above: readonly Code[], home: string, adds: boolean): readonly string[] => {
  const own = new Set(dimension.codes.map(({ code }) => code))
  if (!own.has(home)) return []
  const all = [...dimension.codes, ...above.filter(({ code }) => !own.has(code))]
  const wanted = new Set(['region', 'country'])
  const over = placesOver(home, all).filter((code) => wanted.has(all.find((one) => one.code === code)?.level ?? ''))
  // A region of which only some communes came would pass for the whole one.
  const complete = (code: string): boolean => own.has(code) || (adds && all.filter(({ parent }) => parent !== undefined).length > 0 && hasNeighbours(dimension, home))
  return [home, ...over.filter(complete)]
}
const hasNeighbours = ({ codes }: Dimension, home: string): boolean => codes.some(({ code }) => code !== home)
