import { counted } from '#kernel'
import { defineAction, type JobContext, type JobDefinition, notFound, type SheetStep } from '#platform/actions'
import { ledgerStore } from '#evidence'
import { z } from 'zod'
import { loadStateTitle } from '../contract.ts'
import { demandWorksheet, type Modules } from '../definitions.ts'
import { sameValue } from '../download/cell-text.ts'
import { loadNotInState } from '../problems.ts'
import { WORKSHEET_LOAD } from './apply-load.job.ts'
import { type KeptCell, loadStore, stateOfCells } from './load.store.ts'
import { UNDO } from './undo-worksheet.ts'
import { isLost, runSteps, walkLoad } from './work-on-rows.ts'

const JobInput = z.object({ id: z.uuid() })
const KEPT = 'Cambió después: se deja como está.'

/** Posts the reversal: it names the entry it undoes. */
const settleUndo = defineAction({
  name: 'worksheets.settle-undo', title: 'Asentar lo deshecho de una planilla', input: JobInput, allowed: () => true,
  run: async ({ id }, context) => {
    const store = loadStore(context.tx)
    const load = await store.hold(id)
    if (!load) throw notFound({ what: 'la planilla' })
    if (load.state !== 'undoing') throw loadNotInState({ state: loadStateTitle[load.state] })
    const entry = load.entry_id ? await ledgerStore(context.tx).byId(load.entry_id) : undefined
    const counts = await store.counts(id)
    // What could not go back yet may be tried again: the load stays applied until something of it stands no longer.
    const waiting = (counts.done ?? 0) + (counts.part ?? 0)
    await store.set(id, { state: waiting > 0 ? 'applied' : 'undone', undoneEntry: context.entryId })
    const kept = counts.kept ?? 0
    return { result: { id, undone: counts.undone ?? 0, kept }, entry: { name: 'worksheet-undone', ...(entry && waiting === 0 ? { undoes: entry.seq } : {}), summary: `Se deshizo la planilla de «${load.title}»: ${counted(counts.undone ?? 0, 'registro volvió', 'registros volvieron')} a lo que decía${(counts.undone ?? 0) === 1 ? '' : 'n'}${kept ? `; ${counted(kept, 'quedó', 'quedaron')} como está${kept === 1 ? '' : 'n'}` : ''}. ${load.undo_reason}`, record: { kind: WORKSHEET_LOAD, id }, facts: { undone: load.entry_id, records: counts.undone ?? 0, kept } } }
  },
})
const undoAll = async (job: JobContext, modules: Modules, id: string): Promise<void> => {
  const { load, total, today } = await job.read(async ({ tx, today: day }) => { const counts = await loadStore(tx).counts(id); return { load: await loadStore(tx).get(id), total: (counts.done ?? 0) + (counts.part ?? 0), today: day } })
  if (load?.state !== 'undoing') throw loadNotInState({ state: load ? loadStateTitle[load.state] : 'borrada' })
  const definition = demandWorksheet(modules, load.name, job.actor)
  const given = { reason: `Se deshizo una planilla: ${load.undo_reason}`, today }
  await walkLoad(job, {
    loadId: id, definition, wide: load.filters, total, states: ['done', 'part'], saying: 'Deshaciendo',
    one: async (change, row) => {
      const done = change.cells.filter(({ state }) => state === 'done')
      const now = (cell: KeptCell) => row?.values[cell.column] ?? null
      const stands = row ? done.filter((cell) => sameValue(now(cell), cell.to)) : []
      const steps = (): readonly SheetStep[] => (!row ? [] : definition.undo ? definition.undo(row, stands, given) : definition.change(row, Object.fromEntries(stands.map(({ column, from }) => [column, from])), given))
      const ended = stands.length === 0 ? undefined : await runSteps(job, steps, stands.map(({ column }) => column))
      const cells = change.cells.map((cell): KeptCell => {
        if (cell.state !== 'done') return cell
        if (!row || (!stands.includes(cell) && !sameValue(now(cell), cell.from))) return { ...cell, state: 'kept', reason: KEPT }
        const outcome = ended?.get(cell.column)
        return !outcome || outcome.ok ? { ...cell, state: 'undone' } : { ...cell, state: 'kept', reason: outcome.reason }
      })
      return { state: stateOfCells(cells, 'undone'), cells }
    },
  })
}
export const undoLoadJob = (modules: Modules): JobDefinition => ({
  kind: UNDO, title: 'Deshacer una planilla aplicada',
  run: async (job) => {
    const { id } = JobInput.parse(job.input)
    try {
      await undoAll(job, modules, id)
    } catch (error) {
      if (!isLost(error)) await job.act(settleUndo, { id })
      throw error
    }
    return job.act(settleUndo, { id })
  },
})
