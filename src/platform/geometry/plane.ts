import proj4 from 'proj4'
import { type Box, mapShape, type Position, type Shape } from './shape.ts'

/** Metres east and north of a UTM zone of the southern hemisphere, WGS 84. */
export type Plane = { readonly zone: number; readonly toPlane: (position: Position) => Position; readonly toGlobe: (position: Position) => Position }

/** The UTM zone of a longitude: 18 south for La Araucanía, 19 south from Santiago to the north, 12 south for Rapa Nui. */
export const utmZone = (longitude: number): number => Math.floor((longitude + 180) / 6) + 1

/** A plane in metres where areas and distances of the box are true to a few parts in ten thousand. */
export const planeOf = ({ west, east, north }: Box): Plane => {
  const zone = utmZone((west + east) / 2)
  const projection = proj4('EPSG:4326', `+proj=utm +zone=${zone}${north <= 0 ? ' +south' : ''} +datum=WGS84 +units=m +no_defs`)
  const pair = ([x = 0, y = 0]: readonly number[]): Position => [x, y]
  return { zone, toPlane: ([x, y]) => pair(projection.forward([x, y])), toGlobe: ([x, y]) => pair(projection.inverse([x, y])) }
}
export const onPlane = (shape: Shape, plane: Plane): Shape => mapShape(shape, plane.toPlane)
export const onGlobe = (shape: Shape, plane: Plane): Shape => mapShape(shape, plane.toGlobe)
