import type { Position, Ring, Shape } from '../shapes.ts'
import { zonesUnreadable } from '../problems.ts'

export type RawZone = { readonly properties: Readonly<Record<string, string>>; readonly shape: Shape | null; readonly found: string }
export type RawFile = { readonly zones: readonly RawZone[]; readonly declared: string }
const MOST = 2000
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const write = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))
const positionOf = (value: unknown): Position | undefined => { const [x, y] = Array.isArray(value) ? (value as unknown[]) : []; return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined }
/** A ring of at least three different corners, closed when the file left it open. */
const ringOf = (value: unknown): Ring | undefined => {
  if (!Array.isArray(value)) return undefined
  const points = value.map(positionOf)
  if (points.length < 3 || points.some((point) => point === undefined)) return undefined
  const ring = points as Position[]
  const [first, last] = [ring[0], ring.at(-1)]
  const closed = first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring
  return closed.length >= 4 ? closed : undefined
}
const partOf = (value: unknown): readonly Ring[] | undefined => {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const rings = value.map(ringOf)
  return rings.some((ring) => ring === undefined) ? undefined : (rings as Ring[])
}
const shapeOf = (geometry: unknown): Shape | null => {
  if (!isRecord(geometry)) return null
  if (geometry['type'] === 'Polygon') { const part = partOf(geometry['coordinates']); return part ? { type: 'Polygon', coordinates: part } : null }
  if (geometry['type'] !== 'MultiPolygon' || !Array.isArray(geometry['coordinates'])) return null
  const parts = geometry['coordinates'].map(partOf)
  return parts.length === 0 || parts.some((part) => part === undefined) ? null : { type: 'MultiPolygon', coordinates: parts as Ring[][] }
}
const featuresOf = (whole: Record<string, unknown>): readonly unknown[] => {
  if (whole['type'] === 'FeatureCollection' && Array.isArray(whole['features'])) return whole['features']
  if (whole['type'] === 'Feature') return [whole]
  if (whole['type'] === 'Polygon' || whole['type'] === 'MultiPolygon') return [{ type: 'Feature', properties: {}, geometry: whole }]
  throw zonesUnreadable({ reason: whole['type'] === 'Topology' ? 'Es un TopoJSON; aquí se leen GeoJSON.' : 'El contenido no es un GeoJSON: no trae una lista de figuras.' })
}
/** The zones of a GeoJSON as they come, whatever their plane. Throws `territorio/archivo-no-se-lee`. */
export const readGeoJson = (bytes: Uint8Array): RawFile => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw zonesUnreadable({ reason: 'Es un archivo comprimido (zip). Los shapefile comprimidos aún no se leen aquí.' })
  let whole: unknown
  try {
    whole = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, ''))
  } catch {
    throw zonesUnreadable({ reason: 'El archivo está cortado o no es texto GeoJSON en UTF-8.' })
  }
  if (!isRecord(whole)) throw zonesUnreadable({ reason: 'El contenido no es un GeoJSON.' })
  const features = featuresOf(whole)
  if (features.length === 0) throw zonesUnreadable({ reason: 'El archivo no trae ninguna figura.' })
  if (features.length > MOST) throw zonesUnreadable({ reason: `Trae ${features.length} figuras; aquí se leen hasta ${MOST}.` })
  const zones = features.map((feature): RawZone => {
    const [properties, geometry] = isRecord(feature) ? [feature['properties'], feature['geometry']] : [undefined, undefined]
    return { properties: Object.fromEntries(Object.entries(isRecord(properties) ? properties : {}).slice(0, 60).map(([name, value]) => [name, write(value).trim()])), shape: shapeOf(geometry), found: isRecord(geometry) ? write(geometry['type']) : 'nada' }
  })
  if (zones.every(({ shape }) => shape === null)) throw zonesUnreadable({ reason: `Ninguna figura es un polígono: trae ${[...new Set(zones.map(({ found }) => found))].join(', ')}.` })
  return { zones, declared: isRecord(whole['crs']) ? write(isRecord(whole['crs']['properties']) ? whole['crs']['properties']['name'] : '') : '' }
}
