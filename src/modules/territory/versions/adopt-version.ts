import { randomUUID } from 'node:crypto'
import { can, counted, formatDay } from '#kernel'
import { defineAction, notFound, versionMoved } from '#platform/actions'
import { communeBoundary } from '../boundaries/shipped-boundaries.ts'
import { AdoptInput } from '../contract.ts'
import { openDraft } from '../drafts/draft-actions.ts'
import { draftStore } from '../drafts/draft.store.ts'
import { type Areal, arealOf } from '../figures/areal.ts'
import { figureStore } from '../figures/figure.store.ts'
import { ZONE_SET } from '../hrefs.ts'
import { actNeeded, draftEmpty, zonesDefective } from '../problems.ts'
import { setOf } from '../sets/save-set.ts'
import type { Shape } from '../shapes.ts'
import { reviewZones, stopping } from '../zone-file/review-zones.ts'
import { versionStore } from './version.store.ts'

type Measured = { readonly version: number; readonly zones: readonly { readonly code: string; readonly name: string; readonly note: string; readonly shape: Shape; readonly areal: Areal }[] }

/** A draft becomes a version: append-only, with its act and its dates. What is wrong with it and the weights of the census are worked out before. */
export const adoptVersion = defineAction<typeof AdoptInput, { id: string; setId: string; number: number }, Measured>({
  name: 'territory.adopt-version', title: 'Adoptar una versión de las zonas', help: 'La versión no se cambia después: un nuevo trazado es otra versión.', input: AdoptInput, allowed: can('territory.adopt'), perMinute: 30,
  prepare: async ({ draftId }, context) => {
    const draft = await context.read(({ tx }) => draftStore(tx).get(draftId))
    if (!draft) throw notFound({ what: 'el borrador' })
    if (draft.zones.length === 0) throw draftEmpty({})
    const stops = stopping(await reviewZones(draft.zones.map(({ code, name, shape }, at) => ({ at, code, name, shape })), communeBoundary(context.actor.commune)?.shape ?? null))
    if (stops) throw zonesDefective(stops)
    const zones: Measured['zones'][number][] = []
    for (const { code, name, note, shape } of draft.zones) if (shape) zones.push({ code, name: name || code, note, shape, areal: await arealOf(shape) })
    return { version: draft.version, zones }
  },
  run: async (input, context, measured) => {
    const draft = await openDraft(context, input.draftId)
    if (draft.version !== input.draftVersion || draft.version !== measured.version) throw versionMoved({ what: 'El borrador', yours: input.draftVersion, current: draft.version })
    const set = await setOf(context, draft.set_id)
    if (set.kind === 'neighbourhood-unit' && input.actKind !== 'demonstration' && (input.actNumber === '' || input.actOn === null)) throw actNeeded({}, { errors: [{ pointer: '/actNumber', message: 'Escriba el número del acto' }] })
    const [store, weights] = [versionStore(context.tx), figureStore(context.tx)]
    const number = (await store.lastNumber(set.id)) + 1
    await store.add({ id: input.id, set_id: set.id, number, act_kind: input.actKind, act_number: input.actNumber, act_on: input.actOn, valid_from: input.validFrom, valid_until: input.validUntil, source: draft.source, file_hash: draft.file_hash }, context.entryId)
    for (const { areal, ...zone } of measured.zones) {
      const id = randomUUID()
      await store.addZone(input.id, { id, ...zone, area_m2: areal.areaM2 }, context.entryId)
      await weights.addWeights({ id: randomUUID(), zoneId: id, method: 'areal', shares: areal.shares, uncovered: areal.uncovered, source: 'Superficie común con las zonas censales de 2017', authorId: context.actor.accountId, entryId: context.entryId })
    }
    await draftStore(context.tx).settle(draft.id, 'adopted', context.entryId)
    return { result: { id: input.id, setId: set.id, number }, entry: { name: 'zones-adopted', summary: `Se adoptó la versión ${number} de «${set.title}», con ${counted(measured.zones.length, 'zona', 'zonas')}, que rige desde el ${formatDay(input.validFrom)}`, effectiveOn: input.validFrom, record: { kind: ZONE_SET, id: set.id }, facts: { version: number, zones: measured.zones.length } } }
  },
})
