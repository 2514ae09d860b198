import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel'
import type { AnyWorksheet, JobContext, SheetRow, SheetStep } from '#platform/actions'
import { scopeOf } from '#platform/actions'
import { type ChangeRow, type KeptCell, loadStore } from './load.store.ts'

/** Records between two readings of the list. */
const CHUNK = 100
/** Other ends of a job are for its worker: it stops or is taken over. */
const LOST = 'trabajo/lo-sigue-otro'
export const isLost = (error: unknown): boolean => error instanceof Problem && error.id === LOST
export type Outcome = { readonly ok: true; readonly entryId: string | null } | { readonly ok: false; readonly reason: string }

/** Runs the steps of a row, each in its own action and transaction; what each column ended with. */
export const runSteps = async (job: JobContext, steps: () => readonly SheetStep[], wanted: readonly string[]): Promise<ReadonlyMap<string, Outcome>> => {
  const ended = new Map<string, Outcome>()
  const refuse = (columns: readonly string[], error: unknown) => {
    if (!(error instanceof Problem)) throw error
    const said = error.errors.map(({ message }) => message).join('; ')
    for (const column of columns) ended.set(column, { ok: false, reason: `${error.detail} ${said ? `${said}. ` : ''}${error.remedy}` })
  }
  try {
    for (const step of steps()) {
      const mine = step.columns.filter((column) => wanted.includes(column))
      if (step.refused) {
        refuse(mine, step.refused)
        continue
      }
      const { action, input } = step
      const entryId = randomUUID()
      try {
        await job.act(action, input, { entryId })
        for (const column of mine) ended.set(column, { ok: true, entryId })
      } catch (error) {
        refuse(mine, error)
      }
    }
  } catch (error) {
    refuse(wanted, error)
  }
  for (const column of wanted) if (!ended.has(column)) ended.set(column, { ok: false, reason: 'Esta celda no se puede cambiar desde la planilla.' })
  return ended
}

type Walk = {
  readonly loadId: string; readonly definition: AnyWorksheet; readonly wide: unknown; readonly total: number; readonly states: readonly ChangeRow['state'][]
  readonly saying: string
  /** What becomes of the cells of one record. */
  readonly one: (change: ChangeRow, row: SheetRow | undefined) => Promise<{ state: ChangeRow['state']; cells: readonly KeptCell[] }>
}
/** Goes through the records of a load, in order, telling progress; each is settled when it is done, so that another attempt goes on from there. */
export const walkLoad = async (job: JobContext, { loadId, definition, wide, total, states, saying, one }: Walk): Promise<void> => {
  let [after, done] = [-1, 0]
  for (;;) {
    const changes = await job.read(({ tx }) => loadStore(tx).changes(loadId, after, CHUNK, states))
    if (changes.length === 0) return
    const rows = new Map((await job.read((context) => definition.rows(wide, context))).map((row) => [row.id, row]))
    for (const change of changes) {
      await job.progress((0.98 * done) / Math.max(1, total), `${saying}: ${done} de ${total}`)
      const settled = await one(change, rows.get(change.record_id))
      await job.database.stage(scopeOf(job.actor), (tx) => loadStore(tx).settle(loadId, { place: change.place, ...settled }))
      after = change.place
      done++
    }
  }
}
