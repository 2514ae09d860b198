import { can, formatNumber, formatPercent } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { censusPlaces, geocodeTitle } from '../boundaries/census.ts'
import { SetWeightsInput, SetZoneFigureInput } from '../contract.ts'
import { ZONE_SET } from '../hrefs.ts'
import { notLoaded, weightsTooLarge } from '../problems.ts'
import { versionStore, type ZoneRow } from '../versions/version.store.ts'
import { figureStore } from './figure.store.ts'

/** A rounding that nobody typed. */
const SLACK = 1 / 1000
const zoneOf = async ({ tx }: ActionContext, id: string): Promise<ZoneRow> => {
  const zone = await versionStore(tx).zone(id)
  if (!zone) throw notFound({ what: 'la zona' })
  return zone
}
/** The part of each census zone that belongs to a unit, typed with its source: houses counted on a photograph, a register of addresses. Rural localities too. */
export const setWeights = defineAction({
  name: 'territory.set-weights', title: 'Declarar el reparto de las zonas censales en una unidad', input: SetWeightsInput, allowed: can('territory.edit'),
  run: async ({ id, zoneId, shares, source }, context) => {
    const zone = await zoneOf(context, zoneId)
    const store = figureStore(context.tx)
    const siblings = (await versionStore(context.tx).zones(zone.version_id)).filter((one) => one.id !== zoneId)
    const others = await store.weights(siblings.map((one) => one.id), Number.MAX_SAFE_INTEGER)
    for (const { geocode, share } of shares) {
      if (!censusPlaces().has(geocode)) throw notLoaded({ what: `El Censo 2017 que viene con el sistema no trae ${geocode}.` })
      const total = share + others.reduce((sum, other) => sum + (other.shares.find((one) => one.geocode === geocode)?.share ?? 0), 0)
      if (total > 1 + SLACK) throw weightsTooLarge({ geocode: geocodeTitle(geocode), total: formatPercent(total) })
    }
    await store.addWeights({ id, zoneId, method: 'typed', shares: shares.filter(({ share }) => share > 0), uncovered: null, source, authorId: context.actor.accountId, entryId: context.entryId })
    return { result: { id }, entry: { name: 'zone-weights-set', summary: `Se declaró el reparto censal de ${zone.code} ${zone.name}: ${source}`, record: { kind: ZONE_SET, id: zone.set_id }, facts: { zone: zone.code, places: shares.length } } }
  },
})
/** A figure of a unit written with its source, for the whole or for what the census zones leave out. */
export const setZoneFigure = defineAction({
  name: 'territory.set-figure', title: 'Escribir una cifra de una unidad con su fuente', input: SetZoneFigureInput, allowed: can('territory.edit'),
  run: async (input, context) => {
    const zone = await zoneOf(context, input.zoneId)
    await figureStore(context.tx).addFigure({ ...input, authorId: context.actor.accountId, entryId: context.entryId })
    const what = input.measure === 'population' ? 'habitantes' : 'hogares'
    return { result: { id: input.id }, entry: { name: 'zone-figure-set', summary: `${zone.code} ${zone.name}: ${formatNumber(input.value)} ${what}${input.scope === 'rest' ? ' fuera de las zonas censales' : ''}, según ${input.source}`, effectiveOn: input.datedOn, record: { kind: ZONE_SET, id: zone.set_id } } }
  },
})
