import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'
import { boxOf, type Shape } from '#platform/geometry'
import { parse } from 'yaml'
import { z } from 'zod'

const FOLDER = 'assets/territory'
export const shippedPath = (file: string): string => join(packageRoot(), FOLDER, file)

type Feature = { readonly properties: Readonly<Record<string, string | number>>; readonly geometry: Shape }
const isShape = (geometry: unknown): geometry is Shape => typeof geometry === 'object' && geometry !== null && 'type' in geometry && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
const memory = new Map<string, readonly Feature[]>()
/** The features of a shipped file, each with a polygon: read once. Whether the polygons are valid is asked by `checkShipped`. */
const featuresOf = (file: string): readonly Feature[] => {
  const known = memory.get(file)
  if (known) return known
  const { features } = JSON.parse(readFileSync(shippedPath(file), 'utf8')) as { features: Feature[] }
  const wrong = features.findIndex(({ geometry }) => !isShape(geometry))
  if (features.length === 0 || wrong >= 0) throw new Error(`${FOLDER}/${file}: la pieza ${wrong + 1} no es un polígono`)
  memory.set(file, features)
  return features
}
const text = (value: string | number | undefined): string => String(value ?? '')

export const shippedFiles = { communes: 'communes-simplified.geojson', detail: 'araucania-communes.geojson', urban: 'araucania-urban-limits-2017.geojson', census: 'araucania-census-zones-2017.geojson' } as const
export type CommuneBoundary = { readonly shape: Shape; readonly name: string; /** False when only the national, simplified one is shipped. */ readonly detailed: boolean }
const found = (file: string, commune: string): Feature | undefined => featuresOf(file).find(({ properties }) => text(properties['commune']) === commune)

/** The commune as it ships: in detail when there is, else the simplified one; undefined for a commune without polygon. */
export const communeBoundary = (commune: string): CommuneBoundary | undefined => {
  const detailed = commune.startsWith('09') ? found(shippedFiles.detail, commune) : undefined
  const feature = detailed ?? found(shippedFiles.communes, commune)
  return feature && { shape: feature.geometry, name: text(feature.properties['name']), detailed: detailed !== undefined }
}
export type NamedShape = { readonly name: string; readonly shape: Shape }
const breadth = ({ shape }: NamedShape): number => { const { west, east, south, north } = boxOf(shape); return (east - west) * (north - south) }
/** Census limits of its cities and towns (not those of the regulatory plan), the largest first. */
export const urbanLimits = (commune: string): readonly NamedShape[] => featuresOf(shippedFiles.urban).filter(({ properties }) => text(properties['commune']) === commune).map(({ properties, geometry }) => ({ name: text(properties['name']), shape: geometry })).sort((a, b) => breadth(b) - breadth(a))

export type CensusZone = { readonly geocode: string; readonly commune: string; readonly shape: Shape }
/** Every census zone with a polygon, of all the communes that ship: an area may cross a border. */
export const censusZones = (): readonly CensusZone[] => featuresOf(shippedFiles.census).map(({ properties, geometry }) => ({ geocode: text(properties['geocode']), commune: text(properties['commune']), shape: geometry }))
/** A point roughly inside the commune, to open maps. */
export const middleOf = (shape: Shape): readonly [number, number] => { const { west, east, south, north } = boxOf(shape); return [(west + east) / 2, (south + north) / 2] }

const SourceShape = z.object({ file: z.string(), title: z.string(), publisher: z.string(), via: z.string(), licence: z.string(), date: z.string(), note: z.string() })
export type BoundarySource = z.output<typeof SourceShape>
let sources: readonly BoundarySource[] | undefined
/** Who published each file, with its licence and what to know of it. */
export const boundarySources = (): readonly BoundarySource[] => (sources ??= z.array(SourceShape).parse(parse(readFileSync(shippedPath('sources.yaml'), 'utf8'))))
