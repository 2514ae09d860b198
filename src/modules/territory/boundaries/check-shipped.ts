import { geometry } from '#platform/geometry'
import { censusZones, communeBoundary, urbanLimits } from './shipped-boundaries.ts'

export type Unsound = { readonly what: string; readonly reason: string }
/** Which shipped polygons of a commune are not valid, and why; with its own boundary, towns and census zones. */
export const checkShipped = async (commune: string): Promise<readonly Unsound[]> => {
  const boundary = communeBoundary(commune)
  const pieces = [
    ...(boundary ? [{ what: boundary.name, shape: boundary.shape }] : []),
    ...urbanLimits(commune).map(({ name, shape }) => ({ what: `límite urbano ${name}`, shape })),
    ...censusZones().filter((zone) => zone.commune === commune).map(({ geocode, shape }) => ({ what: geocode, shape })),
  ]
  const unsound: Unsound[] = []
  for (const { what, shape } of pieces) {
    const { valid, reason } = await geometry({ ask: 'check', shape })
    if (!valid) unsound.push({ what, reason })
  }
  return unsound
}
