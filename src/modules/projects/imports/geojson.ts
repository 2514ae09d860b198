import type { RawCell, ReadSheet } from './import-contract.ts'

type Feature = { readonly properties?: Readonly<Record<string, unknown>> | null; readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null }
const cell = (value: unknown): RawCell => (typeof value === 'number' || typeof value === 'string' ? value : value === null || value === undefined ? null : typeof value === 'boolean' ? (value ? 'sí' : 'no') : JSON.stringify(value).slice(0, 200))
/** A point, and nothing else, has a longitude and a latitude. */
const point = ({ geometry }: Feature): readonly [RawCell, RawCell] => {
  const [longitude, latitude] = geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? (geometry.coordinates as unknown[]) : []
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : [null, null]
}
/** A layer of points as a sheet: one row for each, its properties and the place of the point. Undefined when the text is not GeoJSON. */
export const geoJsonSheet = (text: string): ReadSheet | undefined => {
  let read: unknown
  try { read = JSON.parse(text.replace(/^\uFEFF/, '')) } catch { return undefined }
  const layer = read as { type?: string; name?: string; features?: readonly Feature[] }
  if (layer?.type !== 'FeatureCollection' || !Array.isArray(layer.features)) return undefined
  const keys = [...new Set(layer.features.flatMap(({ properties }) => Object.keys(properties ?? {})))]
  const points = layer.features.some((feature) => point(feature)[0] !== null)
  // The place drawn on the map wins over columns that repeat it under other names.
  const own = points ? keys.filter((key) => !/^(norte|este|lat(itud)?|lon(gitud)?|x|y)$/i.test(key)) : keys
  return { name: String(layer.name ?? 'capa').slice(0, 80), rows: [[...own, ...(points ? ['longitud', 'latitud'] : [])], ...layer.features.map((feature) => [...own.map((key) => cell(feature.properties?.[key])), ...(points ? point(feature) : [])])] }
}
