import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChartShape } from '#kernel'
import { onPlane, partsOf, planeOf, type Shape } from '#platform/geometry'
import { packageRoot } from '#platform/files'
import { z } from 'zod'

export type CommuneShape = { readonly code: string; readonly parts: readonly ChartShape[] }
const point = z.tuple([z.number(), z.number()])
const geometry = z.discriminatedUnion('type', [z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(point)) }), z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(point))) })])
const FileShape = z.object({ features: z.array(z.object({ properties: z.object({ commune: z.string() }), geometry })) })
/** Islands far in the Pacific: beside them the country would be a line. They are named under the map. */
const FAR = new Set(['05104', '05201'])

let known: ReadonlyMap<string, Shape> | undefined
const shapes = (): ReadonlyMap<string, Shape> => {
  known ??= new Map<string, Shape>(FileShape.parse(JSON.parse(readFileSync(join(packageRoot(), 'assets/territory/communes-simplified.geojson'), 'utf8'))).features.map(({ properties, geometry: shape }) => [properties.commune, shape]))
  return known
}
/** On a map of so many communes a point every two kilometres is what can be seen. */
const MANY = 60
const PARTS = 25
/** A ring to the nearest ten metres, without the points nearer than `apart` to the one before. */
const thinned = (ring: readonly (readonly [number, number])[], apart: number): (readonly [number, number])[] => {
  const kept: (readonly [number, number])[] = []
  for (const [x, y] of ring) { const last = kept.at(-1); if (!last || Math.hypot(x - last[0], y - last[1]) >= apart) kept.push([Math.round(x / 10) * 10, Math.round(y / 10) * 10]) }
  return kept
}
const areaOf = (part: ChartShape): number => Math.abs((part[0] ?? []).reduce((sum, [x, y], at, ring) => { const [nx, ny] = ring[(at + 1) % ring.length] ?? [x, y]; return sum + x * ny - nx * y }, 0)) / 2
/** The main land and its large islands: thousands of islets say nothing at this size. */
const largest = (parts: readonly ChartShape[]): readonly ChartShape[] => {
  const sized = parts.map((part) => ({ part, area: areaOf(part) })).sort((a, b) => b.area - a.area)
  return sized.filter(({ area }, at) => at === 0 || area > (sized[0]?.area ?? 0) * 0.004).slice(0, PARTS).map(({ part }) => part)
}
/** Borders of communes in metres of one plane, to the nearest ten; those without a border, or too far to be drawn with the rest, come empty. */
export const communeShapes = (codes: readonly string[]): readonly CommuneShape[] => {
  const found = codes.map((code) => ({ code, shape: codes.length > 1 && FAR.has(code) ? undefined : shapes().get(code) }))
  const points = found.flatMap(({ shape }) => (shape ? partsOf(shape).flat(2) : []))
  const across = points.map(([x]) => x)
  const box = { west: across.reduce((a, b) => Math.min(a, b), 180), east: across.reduce((a, b) => Math.max(a, b), -180), south: -40, north: -40 }
  const plane = planeOf(box)
  const apart = codes.length > MANY ? 2000 : 0
  return found.map(({ code, shape }) => ({ code, parts: shape ? largest(partsOf(onPlane(shape, plane)).map((rings) => rings.map((ring) => thinned(ring, apart)).filter((ring) => ring.length >= 3)).filter((rings) => rings.length > 0)) : [] }))
}
