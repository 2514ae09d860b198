import { formatNumber, formatPercent } from '#kernel'
import type { AgeGroup, CensusPlace, Coverage } from '../boundaries/census.ts'
import type { Areal } from '../figures/areal.ts'
import type { Position, Shape } from '../shapes.ts'

export type InfluencePlace = { readonly kind: 'circle'; readonly centre: Position; readonly metres: number } | { readonly kind: 'polygon'; readonly shape: Shape } | { readonly kind: 'zone'; readonly zoneId: string }
export type InfluenceMethod = { readonly place: InfluencePlace; readonly shape: Shape; /** How it is told: «Círculo de 500 m». */ readonly words: string }
export type InfluenceUse = { readonly geocode: string; readonly title: string; readonly commune: string; readonly share: number; readonly population: number; readonly people: number }
export type InfluenceResult = {
  readonly areaM2: number; readonly population: number | null; readonly ages: Readonly<Record<AgeGroup, number>> | null; readonly used: readonly InfluenceUse[]
  readonly uncovered: number; readonly warnings: readonly string[]; readonly source: string
}
const percent = (share: number): string => formatPercent(share)

/** What an area of influence holds, from the part of each zone inside it. Without zones the population is unknown, not zero. Pure. */
export const influenceOf = (areal: Areal, places: ReadonlyMap<string, CensusPlace>, coverage: Coverage | null, source: string): InfluenceResult => {
  const used = areal.shares.flatMap(({ geocode, share }): (InfluenceUse & { ages: CensusPlace['ages'] })[] => {
    const place = places.get(geocode)
    return place ? [{ geocode, title: place.title, commune: place.commune, share, population: place.population, people: place.population * share, ages: place.ages }] : []
  }).sort((a, b) => b.people - a.people)
  const sum = (group: AgeGroup): number => Math.round(used.reduce((total, { ages, share }) => total + ages[group] * share, 0))
  const ages = used.length > 0 ? { age_0_5: sum('age_0_5'), age_6_14: sum('age_6_14'), age_15_64: sum('age_15_64'), age_65: sum('age_65') } : null
  const cut = used.some(({ share }) => share < 1)
  const warnings = [
    ...(used.length === 0 ? ['Ninguna zona censal con polígono cae en el área: su población no se conoce con estos datos.'] : []),
    ...(areal.uncovered > 0.001 ? [`El ${percent(areal.uncovered)} del área no tiene zona censal: quienes viven ahí no están contados.`] : []),
    ...(coverage ? [`En la comuna, ${formatNumber(coverage.withPolygon)} de ${formatNumber(coverage.counted)} habitantes (${percent(coverage.withPolygon / coverage.counted)}) viven en zonas con polígono; los demás no pueden ubicarse con estos datos.`] : []),
    ...(cut ? ['Las zonas cortadas por el borde se reparten por superficie, como si la gente viviera repartida por igual.'] : []),
    'El Censo 2017 por zona trae cuatro tramos de edad; no trae sexo ni hogares.',
  ]
  return { areaM2: areal.areaM2, population: used.length > 0 ? Math.round(used.reduce((total, one) => total + one.people, 0)) : null, ages, used: used.map(({ ages: _ages, ...one }) => one), uncovered: areal.uncovered, warnings, source }
}
