import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { ledgerStore, undoableUntil } from '#evidence'
import { personStore } from '#registry'
import { type ChangeState, type LoadAnswer, type LoadsAnswer, ListLoadsInput, ShowLoadInput } from '../contract.ts'
import { demandWorksheet, mayEditSome, type Modules, worksheetsOf } from '../definitions.ts'
import { type LoadRow, loadStore } from './load.store.ts'

const SIZE = 50
const STATES: Readonly<Record<'' | 'done' | 'refused', readonly ChangeState[]>> = { '': ['waiting', 'done', 'part', 'refused', 'undone', 'kept'], done: ['done', 'part', 'undone'], refused: ['refused', 'part', 'kept'] }
const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / SIZE))
const namesOf = async ({ tx }: ReadContext, rows: readonly LoadRow[]) => {
  const names = await personStore(tx).namesOfAccounts(rows.map(({ account_id: account }) => account))
  return (row: LoadRow): string => names.get(row.account_id) ?? 'Secplan'
}

/** The lists one may edit in Excel and the files that came back, of any of them. */
export const listLoads = (modules: Modules) => defineQuery({
  name: 'worksheets.list-loads', title: 'Planillas editadas', input: ListLoadsInput, allowed: mayEditSome(modules),
  run: async ({ page }, context): Promise<LoadsAnswer> => {
    const mine = worksheetsOf(modules).filter(({ allowed }) => allowed(context.actor))
    const store = loadStore(context.tx)
    const names = mine.map(({ name }) => name)
    const [total, rows] = [await store.count(names), await store.list(names, (page - 1) * SIZE, SIZE)]
    const by = await namesOf(context, rows)
    return {
      worksheets: mine.map(({ name, title, list, about }) => ({ name, title, list, about })), total, pages: pagesOf(total),
      loads: rows.map((row) => ({ id: row.id, title: row.title, fileName: row.file_name, state: row.state, by: by(row), startedAt: row.started_at, records: row.records, done: row.done, refused: row.refused })),
    }
  },
})
/** The receipt of a load: what it did to each record, and until when it goes back. */
export const showLoad = (modules: Modules) => defineQuery({
  name: 'worksheets.show-load', title: 'Recibo de una planilla editada', input: ShowLoadInput, allowed: mayEditSome(modules),
  run: async ({ id, show, page }, context): Promise<LoadAnswer> => {
    const store = loadStore(context.tx)
    const load = await store.get(id)
    if (!load || !worksheetsOf(modules).some(({ name, allowed }) => name === load.name && allowed(context.actor))) throw notFound({ what: 'la planilla' })
    const definition = demandWorksheet(modules, load.name, context.actor)
    const counts = { waiting: 0, done: 0, part: 0, refused: 0, undone: 0, kept: 0, ...(await store.counts(id)) }
    const total = STATES[show].reduce((sum, state) => sum + counts[state], 0)
    const changes = await store.page(id, STATES[show], (page - 1) * SIZE, SIZE)
    // Names of people are read now, from where they are sealed; the load kept none.
    const labels = changes.some(({ label }) => label === '') ? new Map((await definition.rows(load.filters, context)).map((row) => [row.id, row.label])) : new Map<string, string>()
    const entry = load.entry_id ? await ledgerStore(context.tx).byId(load.entry_id) : undefined
    const undoUntil = entry ? undoableUntil(context.law, entry.recorded_at) : undefined
    const by = await namesOf(context, [load])
    return {
      load: { id, name: load.name, title: load.title, list: definition.list, fileName: load.file_name, fileHash: load.file_hash, state: load.state, by: by(load), startedAt: load.started_at, reason: load.reason, undoReason: load.undo_reason, version: load.version, jobId: load.job_id, records: Object.values(counts).reduce((sum, one) => sum + one, 0), done: counts.done + counts.part, refused: counts.refused, ...(undoUntil ? { undoUntil } : {}), undoable: load.state === 'applied' && undoUntil !== undefined && context.today <= undoUntil && counts.done + counts.part > 0 },
      counts, total, pages: pagesOf(total),
      changes: changes.map((row) => ({ place: row.place, id: row.record_id, label: row.label || labels.get(row.record_id) || 'Registro fuera de su alcance', state: row.state, cells: row.cells.map(({ title, fromText, toText, state, reason }) => ({ title, from: fromText, to: toText, state, reason })) })),
    }
  },
})
