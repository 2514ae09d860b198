import { can } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { demandUndoTerm, ledgerStore } from '#evidence'
import { RestoreInput } from '../contract.ts'
import { alreadyRetired, notRetired } from '../problems.ts'
import { indicatorStore } from '../indicators/indicator.store.ts'
import { settleIndicator } from '../indicators/change-indicators.ts'
import { settleNode } from './change-nodes.ts'
import { kindTitle } from './node.ts'
import { nodeStore } from './node.store.ts'

type Table = 'plan.nodes' | 'plan.indicators'
/** The entry that retired it, which can still be taken back. */
const retirement = async (context: ActionContext, table: Table, id: string, name: string) => {
  const row = await context.tx.one<{ entry: string | null; out: boolean }>(sql`select retired_entry as entry, retired_on is not null as out from ${sql.table(table)} where commune = ${context.tx.commune} and id = ${id} for update`)
  const entry = row?.out && row.entry ? await ledgerStore(context.tx).byId(row.entry) : undefined
  if (!entry) throw notRetired({ name })
  demandUndoTerm(context.law, entry, context.today)
  return entry
}
const comeBack = (context: ActionContext, table: Table, id: string) => context.tx.run(sql`
  update ${sql.table(table)} set was_retired_on = retired_on, retired_on = null, retired_reason = '', restored_entry = ${context.entryId}, version = version + 1 where commune = ${context.tx.commune} and id = ${id}`)

/** Puts back an axis, objective or programme that was retired: the retirement is taken back, with its date still told to whoever looks in between. */
export const restoreNode = defineAction({
  name: 'plan.restore-node', title: 'Devolver al plan un elemento retirado', help: 'Deshace el retiro, dentro del plazo para deshacer.', input: RestoreInput, allowed: can('plan.edit'),
  run: async ({ id }, context) => {
    const store = nodeStore(context.tx)
    const node = await store.get(id)
    if (!node) throw notFound({ what: 'el elemento del plan' })
    const entry = await retirement(context, 'plan.nodes', id, node.name)
    const parent = node.parent_id ? await store.get(node.parent_id) : undefined
    if (parent?.retired_on) throw alreadyRetired({ name: parent.name })
    await comeBack(context, 'plan.nodes', id)
    const after = await settleNode(context, id)
    return { result: { id, version: after.version }, entry: { name: 'plan-node-restored', undoes: entry.seq, summary: `${kindTitle[after.kind]} ${after.code}, «${after.name}», vuelve al plan`, record: { kind: entry.record_kind ?? 'objective', id } } }
  },
})
/** Puts back an indicator that was retired. */
export const restoreIndicator = defineAction({
  name: 'plan.restore-indicator', title: 'Devolver al plan un indicador retirado', help: 'Deshace el retiro, dentro del plazo para deshacer.', input: RestoreInput, allowed: can('plan.edit'),
  run: async ({ id }, context) => {
    const row = await indicatorStore(context.tx).get(id)
    if (!row) throw notFound({ what: 'el indicador' })
    const entry = await retirement(context, 'plan.indicators', id, row.name)
    const node = await nodeStore(context.tx).get(row.node_id)
    if (node?.retired_on) throw alreadyRetired({ name: node.name })
    await comeBack(context, 'plan.indicators', id)
    const after = await settleIndicator(context, id)
    return { result: { id, version: after.version }, entry: { name: 'indicator-restored', undoes: entry.seq, summary: `Indicador ${after.code}, «${after.name}», vuelve al plan`, record: { kind: 'indicator', id } } }
  },
})
