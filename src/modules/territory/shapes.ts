/** GeoJSON shapes as pages and stores write them: longitude and latitude in degrees (WGS 84). The same as `#platform/geometry`, which pages cannot import. */
export type Position = readonly [number, number]
export type Ring = readonly Position[]
export type Shape = { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] } | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
export const partsOf = (shape: Shape): readonly (readonly Ring[])[] => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)
