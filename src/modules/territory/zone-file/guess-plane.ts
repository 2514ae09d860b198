import { boxOf, onGlobe, planeOf } from '#platform/geometry'
import type { Shape } from '../shapes.ts'

export const planes = ['degrees', 'utm18', 'utm19', 'utm12'] as const
export type FilePlane = (typeof planes)[number]
export const planeTitle: Readonly<Record<FilePlane, string>> = { degrees: 'Grados (WGS 84)', utm18: 'Metros, UTM 18 sur', utm19: 'Metros, UTM 19 sur', utm12: 'Metros, UTM 12 sur (Rapa Nui)' }
/** A meridian inside each zone, to ask for its plane. */
const MERIDIAN: Readonly<Record<Exclude<FilePlane, 'degrees'>, number>> = { utm18: -75, utm19: -69, utm12: -111 }

/** The shape in degrees, from the plane its numbers are on. */
export const toDegrees = (shape: Shape, plane: FilePlane): Shape => {
  if (plane === 'degrees') return shape
  const longitude = MERIDIAN[plane]
  return onGlobe(shape, planeOf({ west: longitude, east: longitude, south: -40, north: -30 }))
}
const inDegrees = ({ west, east, south, north }: ReturnType<typeof boxOf>): boolean => west >= -180 && east <= 180 && south >= -90 && north <= 90
/** Numbers beyond 180 and 90 are no degrees: the zone of UTM whose places fall nearest the commune is proposed. */
export const guessPlane = (shapes: readonly Shape[], about: readonly [number, number] | null): FilePlane => {
  const sample = shapes[0]
  if (!sample || shapes.every((shape) => inDegrees(boxOf(shape)))) return 'degrees'
  const far = (plane: FilePlane): number => { const { west, south } = boxOf(toDegrees(sample, plane)); return about ? Math.hypot(west - about[0], south - about[1]) : Math.abs(west + 71.5) }
  return (['utm18', 'utm19', 'utm12'] as const).map((plane) => ({ plane, distance: far(plane) })).sort((a, b) => a.distance - b.distance)[0]?.plane ?? 'utm19'
}
