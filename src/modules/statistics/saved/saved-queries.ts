import { can } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { personStore } from '#registry'
import { z } from 'zod'
import type { SavedAnswer, SavedView } from './saved-contract.ts'
import { type SavedRow, savedStore } from './saved.store.ts'

/** Names of those who left tables for the others; one's own needs none. */
const authorsOf = async ({ tx, actor }: ReadContext, rows: readonly SavedRow[]): Promise<ReadonlyMap<string, string>> => {
  const others = [...new Set(rows.map(({ author_id: id }) => id).filter((id) => id !== actor.accountId))]
  return others.length > 0 ? personStore(tx).namesOfAccounts(others) : new Map()
}
const view = (row: SavedRow, { actor }: Pick<ReadContext, 'actor'>, names: ReadonlyMap<string, string>): SavedView => ({
  id: row.id, datasetId: row.dataset_id, datasetTitle: row.dataset_title, title: row.title, note: row.note, search: row.search, look: row.look, pinned: row.pinned, shared: row.shared, mine: row.author_id === actor.accountId, author: names.get(row.author_id) ?? '',
  changedOn: row.changed_on, version: row.version,
})
/** The tables the reader kept and those of the office, of all data sets or one. */
export const listSaved = defineQuery({
  name: 'statistics.list-saved', title: 'Cuadros guardados', input: z.object({ dataset: z.uuid().optional() }), allowed: can('statistics.read'),
  run: async ({ dataset }, context): Promise<SavedAnswer> => {
    const rows = (await savedStore(context.tx).list()).filter((row) => !dataset || row.dataset_id === dataset)
    const names = await authorsOf(context, rows)
    return { tables: rows.map((row) => view(row, context, names)), mayShare: context.actor.permissions.has('statistics.load') }
  },
})
/** One saved table. */
export const showSaved = defineQuery({
  name: 'statistics.show-saved', title: 'Un cuadro guardado', input: z.object({ id: z.uuid() }), allowed: can('statistics.read'),
  run: async ({ id }, context): Promise<{ readonly table: SavedView; readonly retired: boolean; readonly mayChange: boolean; readonly mayShare: boolean }> => {
    const row = await savedStore(context.tx).get(id)
    if (!row) throw notFound({ what: 'el cuadro guardado' })
    const table = view(row, context, await authorsOf(context, [row]))
    return { table, retired: row.retired, mayChange: table.mine || context.actor.permissions.has('statistics.manage'), mayShare: context.actor.permissions.has('statistics.load') }
  },
})
