import { readFileSync } from 'node:fs'
import { readCsv } from '#platform/law'
import { censusZones, shippedPath } from './shipped-boundaries.ts'

export const ageGroups = ['age_0_5', 'age_6_14', 'age_15_64', 'age_65'] as const
export type AgeGroup = (typeof ageGroups)[number]
export type CensusPlace = { readonly geocode: string; readonly title: string; readonly commune: string; readonly hasPolygon: boolean; readonly population: number; readonly ages: Readonly<Record<AgeGroup, number>> }
/** People of a whole commune, by sex. */
export type CommuneCount = { readonly men: number; readonly women: number }

const read = (file: string): readonly Record<string, string>[] => readCsv(readFileSync(shippedPath(file), 'utf8'), file)
/** Commune (5), district (2), area (1 urban, 2 rural), zone or locality (3). */
export const geocodeTitle = (geocode: string): string => {
  const [district, area, zone] = [Number(geocode.slice(5, 7)), geocode[7], Number(geocode.slice(8))]
  return area === '1' ? `Zona ${zone}, distrito ${district}` : `Localidad rural ${zone}, distrito ${district}`
}
let places: ReadonlyMap<string, CensusPlace> | undefined
/** Zones and localities of the 2017 census that ship, by geocode. */
export const censusPlaces = (): ReadonlyMap<string, CensusPlace> => {
  if (places) return places
  const drawn = new Set(censusZones().map(({ geocode }) => geocode))
  places = new Map(read('araucania-census-2017.csv').map((row): [string, CensusPlace] => {
    const geocode = row['geocode'] ?? ''
    const ages = { age_0_5: Number(row['age_0_5']), age_6_14: Number(row['age_6_14']), age_15_64: Number(row['age_15_64']), age_65: Number(row['age_65']) }
    return [geocode, { geocode, title: geocodeTitle(geocode), commune: geocode.slice(0, 5), hasPolygon: drawn.has(geocode), population: ageGroups.reduce((sum, group) => sum + ages[group], 0), ages }]
  }))
  return places
}
let counts: ReadonlyMap<string, CommuneCount> | undefined
export const communeCount = (commune: string): CommuneCount | undefined => (counts ??= new Map(read('communes-census-2017.csv').map((row) => [row['commune'] ?? '', { men: Number(row['men']), women: Number(row['women']) }]))).get(commune)

/** What part of the commune's people the shipped zones reach: those with a polygon, those only in the file, and the rest, in neither. */
export type Coverage = { readonly counted: number; readonly inFile: number; readonly withPolygon: number; readonly polygons: number; readonly places: number; readonly source: string }
export const CENSUS_SOURCE = 'INE, Censo de Población y Vivienda 2017, por zona y localidad'
export const coverageOf = (commune: string): Coverage | null => {
  const count = communeCount(commune)
  const own = [...censusPlaces().values()].filter((place) => place.commune === commune)
  if (!count || own.length === 0) return null
  const drawn = own.filter(({ hasPolygon }) => hasPolygon)
  const sum = (list: readonly CensusPlace[]) => list.reduce((total, { population }) => total + population, 0)
  return { counted: count.men + count.women, inFile: sum(own), withPolygon: sum(drawn), polygons: drawn.length, places: own.length, source: CENSUS_SOURCE }
}
