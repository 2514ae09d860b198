import { boxesTouching } from './boxes.ts'
import { geometry, type Shape } from '#platform/geometry'
import { censusZones } from '../boundaries/shipped-boundaries.ts'
import type { PlaceShare } from './unit-figure.ts'

export type Areal = { readonly areaM2: number; readonly shares: readonly PlaceShare[]; /** Part of the surface with no census zone. */ readonly uncovered: number }
/** Hands a share that is a whole but for the rounding of a border. */
const tidy = (share: number): number => (share > 1 - 1 / 100_000 ? 1 : Math.round(share * 1_000_000) / 1_000_000)

/** The part of every census zone inside a shape, by surface, and the part of the shape that none covers. Runs in the geometry thread. */
export const arealOf = async (shape: Shape): Promise<Areal> => {
  const near = boxesTouching(shape, censusZones())
  const units = near.map((zone) => zone.shape)
  const [[measures], shares, uncovered] = await Promise.all([geometry({ ask: 'measure', shapes: [shape] }), geometry({ ask: 'shares', of: shape, units }), geometry({ ask: 'uncovered', of: shape, by: units })])
  const kept = shares.flatMap(({ unit, share }): PlaceShare[] => { const zone = near[unit]; const part = tidy(share); return zone && part > 0 ? [{ geocode: zone.geocode, share: part }] : [] })
  return { areaM2: measures?.areaM2 ?? 0, shares: kept, uncovered: kept.length === 0 ? 1 : Math.round(uncovered.share * 1_000_000) / 1_000_000 }
}
