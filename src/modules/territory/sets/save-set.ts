import { can } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { communeStore } from '#registry'
import { ChangeSetInput, CreateSetInput, zoneKindTitle } from '../contract.ts'
import { ZONE_SET, zoneSetHref } from '../hrefs.ts'
import { type SetRow, setStore } from './set.store.ts'

/** The set, if it is there. */
export const setOf = async (context: Pick<ActionContext, 'tx'>, id: string): Promise<SetRow> => {
  const row = await setStore(context.tx).hold(id)
  if (!row) throw notFound({ what: 'el conjunto de zonas' })
  return row
}
const keepSet = async (context: ActionContext, id: string): Promise<SetRow> => {
  const row = await setOf(context, id)
  await context.keep({ kind: ZONE_SET, id, version: row.version, data: { title: row.title, kind: zoneKindTitle[row.kind], note: row.note } })
  await context.index({ kind: ZONE_SET, id, title: row.title, subtitle: zoneKindTitle[row.kind], href: zoneSetHref(id), visibility: 'internal' })
  return row
}
/** A set of zones without zones yet: they come from a file or are drawn. */
export const createSet = defineAction({
  name: 'territory.create-set', title: 'Crear un conjunto de zonas', input: CreateSetInput, allowed: can('territory.edit'),
  run: async (input, context) => {
    const demonstration = (await communeStore(context.tx).get())?.demonstration ?? false
    await setStore(context.tx).add(input, { authorId: context.actor.accountId, entryId: context.entryId, demonstration })
    const row = await keepSet(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'zone-set-created', summary: `Se creó el conjunto de zonas «${row.title}»`, record: { kind: ZONE_SET, id: row.id } } }
  },
})
export const changeSet = defineAction({
  name: 'territory.change-set', title: 'Cambiar el nombre o la clase de un conjunto de zonas', input: ChangeSetInput, allowed: can('territory.edit'),
  run: async ({ version, ...input }, context) => {
    const before = await setOf(context, input.id)
    if (before.version !== version) throw versionMoved({ what: before.title, yours: version, current: before.version }, { facts: { yours: input, theirs: { title: before.title, note: before.note } } })
    await setStore(context.tx).change(input)
    const row = await keepSet(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'zone-set-changed', summary: `Cambió la ficha del conjunto de zonas «${row.title}»`, record: { kind: ZONE_SET, id: row.id } } }
  },
})
