import { formatPercent } from '#kernel'
/** A census zone or locality with the part of it (0–1) that is inside a unit. */
export type PlaceShare = { readonly geocode: string; readonly share: number }
export type CountedPlace = { readonly title: string; readonly population: number }
export type Weights = { readonly method: 'areal' | 'typed'; readonly shares: readonly PlaceShare[]; /** Part of the unit's surface that no census zone covers; unknown when the shares were typed. */ readonly uncovered: number | null; readonly source: string; readonly on: string; readonly author: string }
export type TypedFigure = { readonly measure: 'population' | 'households'; readonly scope: 'whole' | 'rest'; readonly value: number; readonly datedOn: string; readonly source: string }
export type UsedPlace = { readonly geocode: string; readonly title: string; readonly share: number; readonly population: number; readonly people: number }
/** The people of a unit and where they come from. `population` is null when nothing is known: never a silent zero. */
export type UnitFigure = {
  readonly population: number | null; readonly estimated: number | null; readonly rest: number | null; readonly typed: boolean; readonly households: number | null
  readonly used: readonly UsedPlace[]; readonly weights: Omit<Weights, 'shares'> | null; readonly figures: readonly TypedFigure[]; readonly warnings: readonly string[]
}
const percent = (share: number): string => formatPercent(share)
/** Less than this part of a surface is an edge of the drawing, not land. */
const EDGE = 1 / 1000

/** Puts together what the weights give and what was typed. The newest figure of each kind rules; a whole typed figure rules over the weights. Pure. */
export const unitFigure = (weights: Weights | null, figures: readonly TypedFigure[], places: ReadonlyMap<string, CountedPlace>): UnitFigure => {
  const used = (weights?.shares ?? []).flatMap(({ geocode, share }): UsedPlace[] => { const place = places.get(geocode); return place ? [{ geocode, title: place.title, share, population: place.population, people: place.population * share }] : [] })
  const of = (measure: TypedFigure['measure'], scope: TypedFigure['scope']) => figures.find((one) => one.measure === measure && one.scope === scope)?.value ?? null
  const estimated = used.length > 0 ? Math.round(used.reduce((sum, { people }) => sum + people, 0)) : null
  const [whole, rest] = [of('population', 'whole'), of('population', 'rest')]
  const population = whole ?? (estimated === null && rest === null ? null : (estimated ?? 0) + (rest ?? 0))
  const uncovered = weights?.uncovered ?? null
  const lost = (weights?.shares ?? []).filter(({ geocode }) => !places.has(geocode)).map(({ geocode }) => geocode)
  const warnings = [
    ...(population === null ? ['Ninguna zona censal con polígono toca esta unidad: su población no se conoce. Escriba una cifra con su fuente.'] : []),
    ...(whole === null && rest === null && population !== null && uncovered !== null && uncovered > EDGE ? [`El ${percent(uncovered)} de su superficie no tiene zona censal: quienes viven ahí no están contados.`] : []),
    ...(lost.length > 0 ? [`Sin población publicada: ${lost.join(', ')}.`] : []),
    ...(weights?.method === 'areal' && whole === null && used.some(({ share }) => share > EDGE && share < 1 - EDGE) ? ['Las zonas cortadas se reparten por superficie, como si la gente viviera repartida por igual.'] : []),
  ]
  return { population, estimated, rest, typed: whole !== null, households: of('households', 'whole') ?? of('households', 'rest'), used, weights: weights && { method: weights.method, uncovered, source: weights.source, on: weights.on, author: weights.author }, figures, warnings }
}
