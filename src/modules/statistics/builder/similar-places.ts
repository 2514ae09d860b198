/** A place with its number. */
export type Sized = { readonly code: string; readonly label: string; readonly size: number | null }

/**
 * The places most alike in size: those whose population is nearest to one's own, by the ratio between both (a town of half counts as one of double).
 * Ties by code, so that the list is always the same. The own place is not in it.
 */
export const similarPlaces = (places: readonly Sized[], home: string, count = 10): readonly Sized[] => {
  const own = places.find(({ code }) => code === home)?.size
  if (!own || own <= 0) return []
  const far = ({ size }: Sized): number => Math.abs(Math.log((size ?? 0) / own))
  return places.filter(({ code, size }) => code !== home && size !== null && size > 0).sort((a, b) => far(a) - far(b) || (a.code < b.code ? -1 : 1)).slice(0, count)
}
