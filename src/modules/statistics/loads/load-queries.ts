import { can } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { ledgerStore, undoableUntil } from '#evidence'
import { z } from 'zod'
import { loadStateTitle, type LoadView } from './load-contract.ts'
import { type LoadRow, loadStore } from './load.store.ts'

const view = async (row: Omit<LoadRow, 'preview'> & { preview?: LoadRow['preview'] }, context: ReadContext): Promise<LoadView> => {
  const entry = row.state === 'loaded' ? await ledgerStore(context.tx).byId(row.entry_id) : undefined
  const until = entry ? undoableUntil(context.law, entry.recorded_at) : null
  return {
    id: row.id, datasetId: row.dataset_id, datasetTitle: row.dataset_title, fileName: row.file_name, fileHash: row.file_hash, recipe: row.recipe, state: row.state, stateTitle: loadStateTitle[row.state], period: row.period, reason: row.reason,
    versionNumber: row.version_number, startedAt: row.started_at, version: row.version, preview: row.preview ?? null, undoableUntil: until !== null && context.today <= until ? until : null, mine: row.account_id === context.actor.accountId,
  }
}
/** One load: what it found, or its receipt. */
export const showLoad = defineQuery({
  name: 'statistics.show-load', title: 'Una carga de datos', input: z.object({ id: z.uuid() }), allowed: can('statistics.load'),
  run: async ({ id }, context): Promise<LoadView> => {
    const row = await loadStore(context.tx).get(id)
    if (!row) throw notFound({ what: 'la carga' })
    return view(row, context)
  },
})
export type LoadsAnswer = { readonly loads: readonly LoadView[] }
/** The last loads, the newest first. */
export const listLoads = defineQuery({
  name: 'statistics.list-loads', title: 'Cargas de datos', input: z.object({}), allowed: can('statistics.load'),
  run: async (_input, context): Promise<LoadsAnswer> => {
    const loads: LoadView[] = []
    for (const row of (await loadStore(context.tx).list()).slice(0, 50)) loads.push(await view({ ...row, state: row.state }, context))
    return { loads }
  },
})
