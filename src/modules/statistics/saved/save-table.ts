import { can } from '#kernel'
import { type ActionContext, defineAction, notAllowed, notFound, versionMoved } from '#platform/actions'
import { datasetStore } from '../datasets/dataset.store.ts'
import { versionStore } from '../datasets/version.store.ts'
import { SAVED, savedHref } from '../hrefs.ts'
import { tableNotUnderstood } from '../problems.ts'
import { canonicalLook, canonicalSearch } from './canonical-search.ts'
import { ChangeSavedInput, RetireSavedInput, SaveTableInput } from './saved-contract.ts'
import { type SavedRow, savedStore } from './saved.store.ts'

const allowed = can('statistics.read')
/** Who loads data may leave a table for the whole office; everybody keeps their own. */
const demandSharing = ({ actor }: ActionContext): void => { if (!actor.permissions.has('statistics.load')) throw notAllowed({ title: 'Dejar un cuadro para toda la oficina' }) }
const keepSaved = async (context: ActionContext, id: string): Promise<SavedRow> => {
  const row = await savedStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'el cuadro guardado' })
  await context.keep({ kind: SAVED, id, version: row.version, data: { title: row.title, note: row.note, shared: row.shared, dataset: row.dataset_title, request: row.search, pinned: row.pinned, retired: row.retired } })
  if (row.shared) await context.index({ kind: SAVED, id, title: row.title, subtitle: row.dataset_title, href: savedHref(id), visibility: 'internal' })
  return row
}
/** The saved table, held for change: its author's, or one of the office in the hands of who manages the store. */
const heldSaved = async (context: ActionContext, id: string, version: number): Promise<SavedRow> => {
  const row = await savedStore(context.tx).hold(id)
  if (!row) throw notFound({ what: 'el cuadro guardado' })
  if (row.author_id !== context.actor.accountId && !context.actor.permissions.has('statistics.manage')) throw notAllowed({ title: 'Cambiar un cuadro guardado por otra persona' })
  if (row.version !== version) throw versionMoved({ what: row.title, yours: version, current: row.version }, { facts: { current: row } })
  return row
}

/** Keeps a table by its request. It follows the newest version, or stays with the one in use now. */
export const saveTable = defineAction({
  name: 'statistics.save-query', title: 'Guardar un cuadro', help: 'Se guarda el pedido, no los números: al abrirlo se piden de nuevo.', input: SaveTableInput, allowed,
  run: async ({ id, datasetId, title, note, shared, search, look, follow }, context) => {
    if (shared) demandSharing(context)
    const dataset = await datasetStore(context.tx).get(datasetId)
    if (!dataset) throw notFound({ what: 'el conjunto de datos' })
    const newest = follow === 'pinned' ? await versionStore(context.tx).latest(datasetId, { knownSeq: Number.MAX_SAFE_INTEGER, on: context.today }) : undefined
    if (follow === 'pinned' && !newest) throw notFound({ what: 'una versión que fijar' })
    const read = canonicalSearch(datasetId, search, 'latest')
    if (!read) throw tableNotUnderstood({})
    const chosen = Number(new URLSearchParams(search).get('version') ?? 0) || newest?.number || 0
    const pinned = follow === 'pinned' ? chosen : null
    const text = pinned ? (canonicalSearch(datasetId, search, pinned)?.search ?? read.search) : read.search
    await savedStore(context.tx).add({ id, dataset_id: datasetId, title, note, search: text, look: canonicalLook(look), pinned, shared, author_id: context.actor.accountId, changed_on: context.today }, context.entryId)
    const row = await keepSaved(context, id)
    return { result: { id, version: row.version, href: savedHref(id) }, entry: { name: 'table-saved', summary: `Se guardó un cuadro de «${dataset.title}»`, record: { kind: SAVED, id } } }
  },
})
/** Another title or note, or another reach. */
export const changeSaved = defineAction({
  name: 'statistics.change-saved', title: 'Cambiar un cuadro guardado', input: ChangeSavedInput, allowed,
  run: async ({ id, version, title, note, shared }, context) => {
    const before = await heldSaved(context, id, version)
    if (shared && !before.shared) demandSharing(context)
    await savedStore(context.tx).change(id, { title, note, shared, on: context.today })
    const row = await keepSaved(context, id)
    return { result: { id, version: row.version }, entry: { name: 'saved-table-changed', summary: `Cambió un cuadro guardado de «${row.dataset_title}»`, record: { kind: SAVED, id } } }
  },
})
const retiring = (retired: boolean) => async ({ id, version }: { id: string; version: number }, context: ActionContext) => {
  await heldSaved(context, id, version)
  await savedStore(context.tx).change(id, { retired, on: context.today })
  const row = await keepSaved(context, id)
  return { result: { id, version: row.version }, entry: { name: retired ? 'saved-table-retired' : 'saved-table-restored', summary: retired ? `Se borró un cuadro guardado de «${row.dataset_title}»` : `Se recuperó un cuadro guardado de «${row.dataset_title}»`, record: { kind: SAVED, id } } }
}
/** Takes a saved table away from the lists; its address says that it was. */
export const retireSaved = defineAction({ name: 'statistics.retire-saved', title: 'Borrar un cuadro guardado', input: RetireSavedInput, allowed, run: retiring(true) })
export const restoreSaved = defineAction({ name: 'statistics.restore-saved', title: 'Recuperar un cuadro borrado', input: RetireSavedInput, allowed, run: retiring(false) })
