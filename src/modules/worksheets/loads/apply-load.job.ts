import { counted } from '#kernel'
import { type AnyWorksheet, cancelled, defineAction, type JobContext, type JobDefinition, notFound } from '#platform/actions'
import { Problem } from '#kernel'
import { z } from 'zod'
import { loadHref, loadStateTitle } from '../contract.ts'
import { demandWorksheet, type Modules } from '../definitions.ts'
import { sameValue } from '../download/cell-text.ts'
import { loadNotInState } from '../problems.ts'
import { APPLY } from './apply-worksheet.ts'
import { type KeptCell, loadStore, stateOfCells } from './load.store.ts'
import { isLost, runSteps, walkLoad } from './work-on-rows.ts'

const JobInput = z.object({ id: z.uuid() })
export const WORKSHEET_LOAD = 'worksheet-load'

/** Posts what the load did: its entry is the receipt, and from its day the term to take it back runs. */
const settleLoad = defineAction({
  name: 'worksheets.settle-load', title: 'Asentar una planilla aplicada', input: JobInput, allowed: () => true,
  run: async ({ id }, context) => {
    const store = loadStore(context.tx)
    const load = await store.hold(id)
    if (!load) throw notFound({ what: 'la planilla' })
    if (load.state !== 'applying') throw loadNotInState({ state: loadStateTitle[load.state] })
    const counts = await store.counts(id)
    const records = (counts.done ?? 0) + (counts.part ?? 0)
    const refused = (counts.refused ?? 0) + (counts.part ?? 0)
    const cells = await store.cellsDone(id)
    await store.set(id, { state: 'applied', entryId: context.entryId })
    await context.index({ kind: WORKSHEET_LOAD, id, title: `Planilla editada de «${load.title}»`, subtitle: `${counted(records, 'registro cambiado', 'registros cambiados')}. ${load.reason}`, href: loadHref(id) })
    return {
      result: { id, records, refused, cells },
      entry: { name: 'worksheet-applied', summary: `Planilla de «${load.title}»: ${counted(cells, 'dato cambiado', 'datos cambiados')} en ${counted(records, 'registro', 'registros')}${refused ? `; ${counted(refused, 'no se aplicó', 'no se aplicaron')} o sólo en parte` : ''}. ${load.reason}`, record: { kind: WORKSHEET_LOAD, id }, facts: { worksheet: load.name, file: load.file_hash, records, refused, cells } },
    }
  },
})
const refuse = (cells: readonly KeptCell[], reason: string): readonly KeptCell[] => cells.map((cell) => (cell.state === 'waiting' ? { ...cell, state: 'refused', reason } : cell))

const applyAll = async (job: JobContext, id: string, definition: AnyWorksheet): Promise<void> => {
  const { load, total, today } = await job.read(async ({ tx, today: day }) => ({ load: await loadStore(tx).get(id), total: (await loadStore(tx).counts(id)).waiting ?? 0, today: day }))
  if (load?.state !== 'applying') throw loadNotInState({ state: load ? loadStateTitle[load.state] : 'borrada' })
  await walkLoad(job, {
    loadId: id, definition, wide: load.filters, total, states: ['waiting'], saying: 'Aplicando',
    one: async (change, row) => {
      if (!row) return { state: 'refused', cells: refuse(change.cells, 'El registro ya no está, o usted no puede verlo.') }
      const now = (cell: KeptCell) => row.values[cell.column] ?? null
      const moved = (cell: KeptCell) => !sameValue(now(cell), cell.from) && !sameValue(now(cell), cell.to)
      const due = change.cells.filter((cell) => !moved(cell) && !sameValue(now(cell), cell.to))
      const ended = due.length === 0 ? undefined : await runSteps(job, () => definition.change(row, Object.fromEntries(due.map(({ column, to }) => [column, to])), { reason: load.reason, today }), due.map(({ column }) => column))
      const cells = change.cells.map((cell): KeptCell => {
        if (moved(cell)) return { ...cell, state: 'refused', reason: 'Cambió mientras se aplicaba: baje otra vez la planilla.' }
        const outcome = ended?.get(cell.column)
        if (!outcome) return { ...cell, state: 'done' }
        return outcome.ok ? { ...cell, state: 'done', entryId: outcome.entryId } : { ...cell, state: 'refused', reason: outcome.reason }
      })
      return { state: stateOfCells(cells, 'applied'), cells }
    },
  })
}
/** What waits when somebody stops the load, or it breaks, is told as not applied; what was applied stays, with its way back. */
const stopRest = async (job: JobContext, id: string, definition: AnyWorksheet, wide: unknown, reason: string): Promise<void> => {
  const rest: JobContext = { ...job, progress: async () => undefined }
  await walkLoad(rest, { loadId: id, definition: { ...definition, rows: async () => [] }, wide, total: 0, states: ['waiting'], saying: '', one: async (change) => { const cells = refuse(change.cells, reason); return { state: stateOfCells(cells, 'applied'), cells } } })
}

export const applyLoadJob = (modules: Modules): JobDefinition => ({
  kind: APPLY, title: 'Aplicar una planilla editada',
  run: async (job) => {
    const { id } = JobInput.parse(job.input)
    const load = await job.read(({ tx }) => loadStore(tx).get(id))
    if (!load) throw notFound({ what: 'la planilla' })
    const definition = demandWorksheet(modules, load.name, job.actor)
    try {
      await applyAll(job, id, definition)
    } catch (error) {
      if (isLost(error)) throw error
      await stopRest(job, id, definition, load.filters, error instanceof Problem && error.id === cancelled.definition.id ? 'Se canceló antes de llegar a este registro.' : 'El trabajo se interrumpió antes de llegar a este registro.')
      await job.act(settleLoad, { id })
      throw error
    }
    return job.act(settleLoad, { id })
  },
})
