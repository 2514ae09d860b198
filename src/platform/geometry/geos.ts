import init, { type geos as Geos } from 'geos-wasm'
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers'
import { type Shape, shapeOf } from './shape.ts'

type Pointer = number
/** What we use of GEOS, with memory that is given back: every pointer made inside `use` is destroyed when it ends. */
export type Desk = {
  readonly put: (shape: Shape) => Pointer
  readonly take: (pointer: Pointer) => Shape | null
  readonly area: (pointer: Pointer) => number
  readonly middle: (pointer: Pointer) => readonly [number, number]
  readonly keep: (pointer: Pointer) => Pointer
  readonly collect: (pointers: readonly Pointer[]) => Pointer
  readonly parts: (pointer: Pointer) => readonly Pointer[]
  readonly geos: Geos
}
let engine: Promise<Geos> | undefined
/** The words of GEOS about the last failure. */
let lastWords = ''
const start = (): Promise<Geos> => (engine ??= init({ errorHandler: (words: string) => { lastWords = words }, noticeHandler: (words: string) => { lastWords = words } }))
export const wordsOfGeos = (): string => lastWords

const GEOMETRY_COLLECTION = 7
type Json = { readonly type: string; readonly coordinates?: unknown; readonly geometries?: readonly Json[] }
/** Only surfaces are kept: a line or point left by an overlay has no area. */
const surfaces = (json: Json): Shape['coordinates'][] => {
  if (json.type === 'Polygon' && Array.isArray(json.coordinates) && json.coordinates.length > 0) return [json.coordinates as Shape['coordinates']]
  if (json.type === 'MultiPolygon' && Array.isArray(json.coordinates)) return json.coordinates as Shape['coordinates'][]
  return (json.geometries ?? []).flatMap(surfaces)
}

/** Opens GEOS for one piece of work and gives its memory back at the end, whatever happens. */
export const useGeos = async <T>(work: (desk: Desk) => T): Promise<T> => {
  const geos = await start()
  const made = new Set<Pointer>()
  const number = geos.Module._malloc(8)
  const keep = (pointer: Pointer): Pointer => {
    if (!pointer) throw new Error(lastWords || 'GEOS')
    made.add(pointer)
    return pointer
  }
  const read = (): number => geos.Module.getValue(number, 'double')
  try {
    return work({
      geos, keep,
      put: (shape) => keep(geojsonToGeosGeom(shape as never, geos)),
      take: (pointer) => {
        const parts = surfaces(geosGeomToGeojson(pointer, geos) as Json)
        return parts.length === 0 ? null : shapeOf(parts as never)
      },
      area: (pointer) => (geos.GEOSArea(pointer, number), read()),
      middle: (pointer) => {
        const point = keep(geos.GEOSPointOnSurface(pointer))
        geos.GEOSGeomGetX(point, number)
        const x = read()
        geos.GEOSGeomGetY(point, number)
        return [x, read()]
      },
      collect: (pointers) => {
        const list = geos.Module._malloc(Math.max(1, pointers.length) * 4)
        geos.Module.HEAPU32.set(Uint32Array.from(pointers), list / 4)
        const collection = keep(geos.GEOSGeom_createCollection(GEOMETRY_COLLECTION, list, pointers.length))
        // From here on the collection owns its members.
        for (const pointer of pointers) made.delete(pointer)
        geos.Module._free(list)
        return collection
      },
      parts: (pointer) => Array.from({ length: geos.GEOSGetNumGeometries(pointer) }, (_, at) => geos.GEOSGetGeometryN(pointer, at)),
    })
  } finally {
    for (const pointer of made) geos.GEOSGeom_destroy(pointer)
    geos.Module._free(number)
  }
}
