import { can, type Day } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { undoableUntil } from '#evidence'
import { z } from 'zod'
import { boundarySources, censusZones, communeBoundary, urbanLimits } from '../boundaries/shipped-boundaries.ts'
import { censusPlaces, coverageOf } from '../boundaries/census.ts'
import type { BackgroundAnswer, DraftView, SetAnswer, SetsAnswer, SetView, ZoneVersionView } from '../contract.ts'
import { draftStore } from '../drafts/draft.store.ts'
import { figureStore } from '../figures/figure.store.ts'
import { unitFigure } from '../figures/unit-figure.ts'
import { type VersionRow, versionStore } from '../versions/version.store.ts'
import { type ListedSetRow, setStore } from './set.store.ts'

const viewOf = (row: ListedSetRow): SetView => ({ id: row.id, title: row.title, kind: row.kind, note: row.note, demonstration: row.demonstration, version: row.version, zones: row.zones, areaM2: row.area_m2, currentNumber: row.number, validFrom: row.valid_from, draftId: row.draft_id })
/** The sets of zones of the commune, with the zones in force on the day. */
export const listSets = defineQuery({
  name: 'territory.list-sets', title: 'Los conjuntos de zonas', input: z.object({}), allowed: can('territory.read'),
  run: async (_input, context): Promise<SetsAnswer> => {
    const rows = await setStore(context.tx).list(await context.knownSeq(), context.asOf.effectiveOn)
    const zones = await versionStore(context.tx).zonesOf(rows.flatMap((row) => (row.version_id ? [row.version_id] : [])))
    return { sets: rows.map(viewOf), zones: zones.map((zone) => ({ setId: zone.set_id, id: zone.id, code: zone.code, name: zone.name, areaM2: zone.area_m2, shape: zone.shape })) }
  },
})
const versionsOf = async (context: ReadContext, setId: string, currentId: string | null): Promise<readonly ZoneVersionView[]> => {
  const [store, seq] = [versionStore(context.tx), await context.knownSeq()]
  const [rows, gone] = [await store.all(setId, seq), await store.withdrawals(setId, seq)]
  return rows.map((row: VersionRow) => {
    const withdrawal = gone.find(({ version_id: id }) => id === row.id)
    return { id: row.id, number: row.number, actKind: row.act_kind, actNumber: row.act_number, actOn: row.act_on, validFrom: row.valid_from, validUntil: row.valid_until, source: row.source, recordedAt: row.recorded_at, zones: row.zones, current: row.id === currentId,
      undoableUntil: undoableUntil(context.law, row.recorded_at), withdrawn: withdrawal ? { reason: withdrawal.reason, undoableUntil: undoableUntil(context.law, withdrawal.recorded_at) } : null }
  })
}
/** A set with its zones in force, the people of each with their weights, and its versions. */
export const showSet = defineQuery({
  name: 'territory.show-set', title: 'Un conjunto de zonas', input: z.object({ id: z.uuid(), number: z.coerce.number().int().positive().optional() }), allowed: can('territory.read'),
  run: async ({ id, number }, context): Promise<SetAnswer> => {
    const seq = await context.knownSeq()
    const row = (await setStore(context.tx).list(seq, context.asOf.effectiveOn)).find((one) => one.id === id)
    if (!row) throw notFound({ what: 'el conjunto de zonas' })
    const versions = await versionsOf(context, id, row.version_id)
    const shown = number ? versions.find((one) => one.number === number) : versions.find(({ current }) => current)
    const zones = shown ? await versionStore(context.tx).zones(shown.id) : []
    const [ids, store] = [zones.map((zone) => zone.id), figureStore(context.tx)]
    const [weights, figures] = [await store.weights(ids, seq), await store.figures(ids, seq)]
    const places = censusPlaces()
    const discarded = row.draft_id ? undefined : await draftStore(context.tx).lastDiscarded(id)
    const restorable = discarded && undoableUntil(context.law, discarded.recorded_at) >= context.today
    return {
      set: viewOf(row), current: shown ?? null, versions, coverage: coverageOf(context.tx.commune), discardedDraft: restorable ? discarded.id : null,
      places: [...places.values()].filter(({ commune }) => commune === context.tx.commune).map(({ geocode, title, population, hasPolygon }) => ({ geocode, title, population, hasPolygon })),
      zones: zones.map((zone) => {
        const weight = weights.find(({ zone_id: of }) => of === zone.id)
        const typed = figures.filter(({ zone_id: of }) => of === zone.id).map((one) => ({ measure: one.measure, scope: one.scope, value: one.value, datedOn: one.dated_on as Day, source: one.source }))
        return { id: zone.id, code: zone.code, name: zone.name, note: zone.note, areaM2: zone.area_m2, shape: zone.shape, figure: unitFigure(weight ? { method: weight.method, shares: weight.shares, uncovered: weight.uncovered, source: weight.source, on: weight.recorded_at, author: weight.author } : null, typed, places) }
      }),
    }
  },
})
/** A draft as it was left. */
export const showDraft = defineQuery({
  name: 'territory.show-draft', title: 'El borrador de un conjunto de zonas', input: z.object({ setId: z.uuid() }), allowed: can('territory.edit'),
  run: async ({ setId }, { tx }): Promise<{ readonly draft: DraftView | null }> => {
    const draft = await draftStore(tx).openOf(setId)
    return { draft: draft ? { id: draft.id, setId: draft.set_id, origin: draft.origin, source: draft.source, zones: draft.zones, state: draft.state, version: draft.version } : null }
  },
})
/** What is drawn under the zones: commune, towns, census zones; with their sources. */
export const showBackground = defineQuery({
  name: 'territory.show-background', title: 'El fondo del mapa comunal', input: z.object({}), allowed: can('territory.read'),
  run: async (_input, { tx }): Promise<BackgroundAnswer> => {
    const boundary = communeBoundary(tx.commune)
    const places = censusPlaces()
    return {
      commune: boundary?.shape ?? null, detailed: boundary?.detailed ?? false, urban: urbanLimits(tx.commune), sources: boundarySources(),
      census: censusZones().filter(({ commune }) => commune === tx.commune).map(({ geocode, shape }) => ({ geocode, title: places.get(geocode)?.title ?? geocode, population: places.get(geocode)?.population ?? null, shape })),
    }
  },
})
