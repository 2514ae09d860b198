import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChartShape } from '#kernel'
import { type MultiPolygon, onPlane, partsOf, planeOf } from '#platform/geometry'
import { packageRoot } from '#platform/files'
import { z } from 'zod'

export type CommuneShape = { readonly code: string; readonly parts: readonly ChartShape[] }
const point = z.tuple([z.number(), z.number()])
const FileShape = z.object({ features: z.array(z.object({ properties: z.object({ code: z.string() }), geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(point))) }) })) })
/** Islands far in the Pacific: beside them the country would be a line. They are named under the map. */
const FAR = new Set(['05104', '05201'])

let known: ReadonlyMap<string, MultiPolygon> | undefined
const shapes = (): ReadonlyMap<string, MultiPolygon> => {
  known ??= new Map(FileShape.parse(JSON.parse(readFileSync(join(packageRoot(), 'assets/territory/communes-simplified.geojson'), 'utf8'))).features.map(({ properties, geometry }) => [properties.code, geometry]))
  return known
}
/** Borders of communes in metres of one plane, to the nearest ten; those without a border, or too far to be drawn with the rest, come empty. */
export const communeShapes = (codes: readonly string[]): readonly CommuneShape[] => {
  const found = codes.map((code) => ({ code, shape: codes.length > 1 && FAR.has(code) ? undefined : shapes().get(code) }))
  const points = found.flatMap(({ shape }) => (shape ? partsOf(shape).flat(2) : []))
  const across = points.map(([x]) => x)
  const box = { west: across.reduce((a, b) => Math.min(a, b), 180), east: across.reduce((a, b) => Math.max(a, b), -180), south: -40, north: -40 }
  const plane = planeOf(box)
  return found.map(({ code, shape }) => ({ code, parts: shape ? partsOf(onPlane(shape, plane)).map((rings) => rings.map((ring) => ring.map(([x, y]) => [Math.round(x / 10) * 10, Math.round(y / 10) * 10] as const))) : [] }))
}
