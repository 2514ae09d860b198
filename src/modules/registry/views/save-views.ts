import type { Actor } from '#kernel'
import { type ActionContext, defineAction, defineQuery, inputRefused, notFound, versionMoved } from '#platform/actions'
import { personStore } from '../people/person.store.ts'
import { viewOfOther } from '../problems.ts'
import { DefaultViewInput, ListViewsInput, RenameViewInput, SaveViewInput, ViewInput, type ViewsAnswer } from './view-contract.ts'
import { type ViewRow, viewStore } from './view.store.ts'

/** Of one list; more than these nobody finds. */
const MOST = 50
/** Whoever has an office: a view shows only what its reader may see, and belongs to the office's daily work. */
const hasOffice = (actor: Actor): boolean => actor.permissions.size > 0
const unitsOf = (actor: Actor): readonly string[] => [...new Set([actor.unitId, ...actor.offices.map(({ unitId }) => unitId)].filter((one) => one !== undefined))]
const sees = (actor: Actor, row: ViewRow): boolean => row.account_id === actor.accountId || (row.unit_id !== null && unitsOf(actor).includes(row.unit_id))
/** The unit with which the actor shares; nobody without a unit shares. */
const shareWith = (actor: Actor, shared: boolean): string | null => {
  const [unit] = unitsOf(actor)
  if (shared && !unit) throw inputRefused({ what: 'Compartir la vista' }, { errors: [{ pointer: '/shared', message: 'Su cargo no tiene unidad con la cual compartir' }] })
  return shared ? (unit ?? null) : null
}
/** A view of the actor's own; of another it is not told whether it exists, unless it is shared with them. */
const ownView = async ({ tx, actor }: ActionContext, id: string): Promise<ViewRow> => {
  const row = await viewStore(tx).get(id)
  if (!row || !sees(actor, row)) throw notFound({ what: 'la vista' })
  if (row.account_id !== actor.accountId) throw viewOfOther({ name: row.name })
  return row
}
const keepChange = async ({ tx }: ActionContext, row: ViewRow, version: number, patch: Partial<Pick<ViewRow, 'name' | 'unit_id' | 'deleted'>>) => {
  if ((await viewStore(tx).change({ ...row, ...patch, version })) === 0) throw versionMoved({ what: `La vista «${row.name}»`, yours: version, current: row.version }, { facts: { current: row } })
  return { result: { id: row.id, version: version + 1 }, entry: null }
}

export const listViews = defineQuery({
  name: 'registry.list-views', title: 'Vistas guardadas de una lista', input: ListViewsInput, allowed: hasOffice,
  run: async ({ path }, { tx, actor }): Promise<ViewsAnswer> => {
    const store = viewStore(tx)
    const rows = await store.seen(path, actor.accountId, unitsOf(actor))
    const others = rows.filter(({ account_id: account }) => account !== actor.accountId).map(({ account_id: account }) => account)
    const names = others.length > 0 ? await personStore(tx).namesOfAccounts(others) : new Map<string, string>()
    const chosen = await store.defaultOf(path, actor.accountId)
    return {
      defaultId: rows.some(({ id }) => id === chosen) ? chosen : null, mayShare: unitsOf(actor).length > 0,
      views: rows.map((row) => ({ id: row.id, name: row.name, search: row.search, shared: row.unit_id !== null, mine: row.account_id === actor.accountId, version: row.version, ...(row.account_id === actor.accountId ? {} : { by: names.get(row.account_id) ?? 'otra persona de la unidad' }) })),
    }
  },
})
export const saveView = defineAction({
  name: 'registry.save-view', title: 'Guardar una vista de una lista', help: 'Filtros, orden y fechas con un nombre, para uno o para su unidad.', input: SaveViewInput, allowed: hasOffice,
  run: async ({ id, path, name, search, shared }, { tx, actor }) => {
    if ((await viewStore(tx).count(path, actor.accountId)) >= MOST) throw inputRefused({ what: 'Guardar una vista' }, { errors: [{ pointer: '/name', message: `Ya tiene ${MOST} vistas de esta lista: elimine alguna` }] })
    await viewStore(tx).add({ id, account_id: actor.accountId, unit_id: shareWith(actor, shared), path, name, search })
    return { result: { id, version: 1 }, entry: null }
  },
})
export const renameView = defineAction({
  name: 'registry.rename-view', title: 'Cambiar el nombre de una vista o con quién se comparte', input: RenameViewInput, unless: [viewOfOther], allowed: hasOffice,
  run: async ({ id, version, name, shared }, context) => {
    const row = await ownView(context, id)
    return keepChange(context, row, version, { name, unit_id: shared && row.unit_id ? row.unit_id : shareWith(context.actor, shared) })
  },
})
export const deleteView = defineAction({
  name: 'registry.delete-view', title: 'Eliminar una vista', help: 'Puede deshacerse.', input: ViewInput, unless: [viewOfOther], allowed: hasOffice,
  run: async ({ id, version }, context) => keepChange(context, await ownView(context, id), version, { deleted: true }),
})
export const restoreView = defineAction({
  name: 'registry.restore-view', title: 'Recuperar una vista eliminada', input: ViewInput, unless: [viewOfOther], allowed: hasOffice,
  run: async ({ id, version }, context) => keepChange(context, await ownView(context, id), version, { deleted: false }),
})
export const chooseDefaultView = defineAction({
  name: 'registry.choose-default-view', title: 'Elegir con qué vista se abre una lista', input: DefaultViewInput, allowed: hasOffice,
  run: async ({ path, id }, { tx, actor }) => {
    const store = viewStore(tx)
    if (id === null) await store.forgetDefault(path, actor.accountId)
    else {
      const row = await store.get(id)
      if (!row || row.deleted || row.path !== path || !sees(actor, row)) throw notFound({ what: 'la vista' })
      await store.setDefault(path, actor.accountId, id)
    }
    return { result: { id }, entry: null }
  },
})
