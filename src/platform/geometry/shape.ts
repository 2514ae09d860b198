/** Longitude and latitude in degrees (WGS 84), in that order, as GeoJSON. */
export type Position = readonly [number, number]
export type Ring = readonly Position[]
export type Polygon = { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
export type MultiPolygon = { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
export type Shape = Polygon | MultiPolygon
export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** The parts of a shape, each a border and its holes. */
export const partsOf = (shape: Shape): readonly (readonly Ring[])[] => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)
export const shapeOf = (parts: readonly (readonly Ring[])[]): Shape => (parts.length === 1 && parts[0] ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts })
/** Every position of a shape moved by a rule (projection, rounding). */
export const mapShape = (shape: Shape, move: (position: Position) => Position): Shape => shapeOf(partsOf(shape).map((part) => part.map((ring) => ring.map(move))))

export const boxOf = (shape: Shape): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const part of partsOf(shape)) for (const ring of part) for (const [x, y] of ring) {
    west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y)
  }
  return { west, south, east, north }
}
export const boxesTouch = (one: Box, other: Box): boolean => one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north
