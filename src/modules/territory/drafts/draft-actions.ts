import { can, counted } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { demandUndoTerm } from '#evidence'
import { DraftInput, SaveDraftInput, StartDraftInput, type ZoneDraftView } from '../contract.ts'
import { ZONE_SET } from '../hrefs.ts'
import { draftOpen, draftSettled } from '../problems.ts'
import { setOf } from '../sets/save-set.ts'
import { setStore } from '../sets/set.store.ts'
import { versionStore } from '../versions/version.store.ts'
import { type DraftRow, draftStore } from './draft.store.ts'

const settled: Readonly<Record<DraftRow['state'], string>> = { open: 'abierto', adopted: 'adoptado', discarded: 'descartado' }
/** The draft, held and still open. */
export const openDraft = async ({ tx }: Pick<ActionContext, 'tx'>, id: string): Promise<DraftRow> => {
  const draft = await draftStore(tx).hold(id)
  if (!draft) throw notFound({ what: 'el borrador' })
  if (draft.state !== 'open') throw draftSettled({ state: settled[draft.state] })
  return draft
}
/** Nobody else's draft is stepped on: a set has one at a time. */
export const demandNoDraft = async ({ tx }: Pick<ActionContext, 'tx'>, setId: string, title: string): Promise<void> => {
  if (await draftStore(tx).openOf(setId)) throw draftOpen({ title })
}
/** A draft from the version in force, or from nothing. */
export const startDraft = defineAction({
  name: 'territory.start-draft', title: 'Empezar el borrador de una versión', input: StartDraftInput, allowed: can('territory.edit'),
  run: async ({ id, setId, from }, context) => {
    const set = await setOf(context, setId)
    await demandNoDraft(context, setId, set.title)
    const current = (await setStore(context.tx).list(Number.MAX_SAFE_INTEGER, context.today)).find((one) => one.id === setId)
    const zones: readonly ZoneDraftView[] = from === 'current' && current?.version_id ? (await versionStore(context.tx).zones(current.version_id)).map(({ id: zoneId, code, name, note, shape }) => ({ id: zoneId, code, name, note, shape })) : []
    await draftStore(context.tx).add({ id, set_id: setId, origin: 'drawing', source: current?.number ? `Dibujo a partir de la versión ${current.number}` : 'Dibujo en el sistema', file_hash: null, zones }, { authorId: context.actor.accountId, entryId: context.entryId })
    return { result: { id, version: 1 }, entry: { name: 'zone-draft-started', summary: `Se empezó un borrador de «${set.title}» con ${counted(zones.length, 'zona', 'zonas')}`, record: { kind: ZONE_SET, id: setId } } }
  },
})
/** What has been drawn so far, defects and all: they are asked about when it is adopted. */
export const saveDraft = defineAction({
  name: 'territory.save-draft', title: 'Guardar el borrador de las zonas', input: SaveDraftInput, allowed: can('territory.edit'),
  run: async ({ id, version, zones }, context) => {
    const draft = await openDraft(context, id)
    if (draft.version !== version) throw versionMoved({ what: 'El borrador', yours: version, current: draft.version }, { facts: { yours: { zones: zones.length }, theirs: { zones: draft.zones.length } } })
    await draftStore(context.tx).save(id, zones)
    return { result: { id, version: version + 1 }, entry: { name: 'zone-draft-saved', summary: `Se guardó el borrador de las zonas, con ${counted(zones.length, 'zona', 'zonas')}`, record: { kind: ZONE_SET, id: draft.set_id } } }
  },
})
export const discardDraft = defineAction({
  name: 'territory.discard-draft', title: 'Descartar el borrador de las zonas', input: DraftInput, allowed: can('territory.edit'),
  run: async ({ id }, context) => {
    const draft = await openDraft(context, id)
    await draftStore(context.tx).settle(id, 'discarded', context.entryId)
    return { result: { id }, entry: { name: 'zone-draft-discarded', summary: `Se descartó un borrador con ${counted(draft.zones.length, 'zona', 'zonas')}`, record: { kind: ZONE_SET, id: draft.set_id } } }
  },
})
/** Brings a discarded draft back, within the term to undo and while no other is open. */
export const restoreDraft = defineAction({
  name: 'territory.restore-draft', title: 'Recuperar un borrador descartado', input: DraftInput, allowed: can('territory.edit'),
  run: async ({ id }, context) => {
    const store = draftStore(context.tx)
    const draft = await store.hold(id)
    const gone = draft?.state === 'discarded' ? await store.lastDiscarded(draft.set_id) : undefined
    if (!draft || gone?.id !== id) throw notFound({ what: 'el borrador descartado' })
    demandUndoTerm(context.law, gone, context.today)
    await demandNoDraft(context, draft.set_id, (await setOf(context, draft.set_id)).title)
    await store.settle(id, 'open', context.entryId)
    return { result: { id, version: draft.version + 1 }, entry: { name: 'zone-draft-restored', undoes: gone.seq, summary: 'Se recuperó el borrador descartado', record: { kind: ZONE_SET, id: draft.set_id } } }
  },
})
