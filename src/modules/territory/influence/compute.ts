import { formatNumber } from '#kernel'
import { notFound, type PrepareContext } from '#platform/actions'
import { geometry } from '#platform/geometry'
import { CENSUS_SOURCE, censusPlaces, coverageOf } from '../boundaries/census.ts'
import { arealOf } from '../figures/areal.ts'
import { zonesDefective } from '../problems.ts'
import type { Shape } from '../shapes.ts'
import { versionStore } from '../versions/version.store.ts'
import { type InfluenceMethod, influenceOf, type InfluencePlace, type InfluenceResult } from './influence.ts'

export type Computed = { readonly method: InfluenceMethod; readonly result: InfluenceResult }
const metresText = (metres: number): string => (metres >= 1000 ? `${formatNumber(metres / 1000, metres % 1000 === 0 ? 0 : 1)} km` : `${formatNumber(metres)} m`)
const shapeOf = async (place: InfluencePlace, context: PrepareContext): Promise<{ shape: Shape; words: string }> => {
  if (place.kind === 'circle') return { shape: await geometry({ ask: 'buffer', around: place.centre, metres: place.metres }), words: `Círculo de ${metresText(place.metres)} de radio` }
  if (place.kind === 'polygon') {
    const { valid, reason } = await geometry({ ask: 'check', shape: place.shape })
    if (!valid) throw zonesDefective({ count: 'un defecto', first: reason.toLowerCase() })
    return { shape: place.shape, words: 'Polígono dibujado' }
  }
  const zone = await context.read(({ tx }) => versionStore(tx).zone(place.zoneId))
  if (!zone) throw notFound({ what: 'la zona' })
  return { shape: zone.shape, words: `${zone.code} ${zone.name}` }
}
/** The people of an area, by the part of each census zone inside it. Outside any transaction. */
export const computeArea = async (place: InfluencePlace, context: PrepareContext): Promise<Computed> => {
  const { shape, words } = await shapeOf(place, context)
  return { method: { place, shape, words }, result: influenceOf(await arealOf(shape), censusPlaces(), coverageOf(context.actor.commune), CENSUS_SOURCE) }
}
