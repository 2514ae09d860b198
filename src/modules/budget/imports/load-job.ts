import { day, lastDayOfMonth } from '#kernel'
import { type JobContext, type JobDefinition, scopeOf } from '#platform/actions'
import { notLoadable, wrongState } from '../problems.ts'
import { lineStore } from '../lines/line.store.ts'
import { type CubeCell, mergeCells } from '../execution/cube.ts'
import { cubesAhead, stagedCell } from '../execution/cubes-ahead.ts'
import { addBalanceMovements, type MovementColumns, movementStore, refreshStatistics } from '../movements/movement.store.ts'
import { phaseIndex, type PhaseSums } from '../movements/phase.ts'
import type { LoadTold } from './apart/balance-task.ts'
import { unpackLines } from './apart/packed-cube.ts'
import { CHUNK, planApart } from './apart/work-apart.ts'
import { LoadImportInput } from './import-contract.ts'
import { importStates, importStore } from './import.store.ts'
import { known } from './open-workbook.ts'
import { postImport } from './post-import.ts'

/** A server takes larger bites, several at a time; the embedded engine has one connection that others wait for. */
const pace = (kind: 'embedded' | 'server') => (kind === 'server' ? { chunk: 8000, hands: 3 } : { chunk: CHUNK, hands: 1 })
/** From here on the cubes of the year are prepared before posting. */
const LARGE = 2000

/** The cells of a written part: its arrays read back, with the fingerprints of the rows. */
const cellsOf = ({ phases, values: [lines = '', , ...amounts], shared }: MovementColumns, digests: readonly string[]): CubeCell[] => {
  const columns = amounts.map((text) => text.slice(1, -1).split(','))
  const on = day(shared.effectiveOn)
  return lines.slice(1, -1).split(',').map((line, row) => {
    const sums = [0, 0, 0, 0, 0, 0, 0]
    phases.forEach((phase, index) => { sums[phaseIndex[phase]] = Number(columns[index]?.[row]) })
    return stagedCell(line, on, sums as unknown as PhaseSums, digests[row] ?? '0')
  })
}

const stage = async (job: JobContext, entryId: string, plan: LoadTold): Promise<Map<string, CubeCell>> => {
  const scope = scopeOf(job.actor)
  let staged = 0
  let from = 0
  const cells = new Map<string, CubeCell>()
  const steps = [
    ...plan.lineChunks.map((part) => async () => {
      await job.database.write(scope, (tx) => lineStore(tx).addOfBalance(part, entryId))
      return part.count
    }),
    ...plan.movementChunks.map((part) => {
      const at = from
      from += part.count
      return async () => {
        const digests = await job.database.write(scope, (tx) => addBalanceMovements(tx, part, entryId, at))
        if (plan.movements > LARGE) {
          for (const cell of cellsOf(part, digests)) {
            const known = cells.get(cell.line)
            cells.set(cell.line, known ? (mergeCells([known], [cell])[0] ?? cell) : cell)
          }
        }
        return part.count
      }
    }),
  ]
  const total = plan.movements + plan.lineChunks.reduce((sum, { count }) => sum + count, 0)
  const hand = async (): Promise<void> => {
    for (let step = steps.shift(); step; step = steps.shift()) {
      staged += await step()
      await job.progress(0.4 + (0.55 * staged) / Math.max(1, total), `Preparando filas: ${staged} de ${total}`)
    }
  }
  const careful = () => hand().catch((error) => {
    steps.length = 0
    throw error
  })
  // Whatever fails, nothing is still writing when the load is cleaned.
  const ends = await Promise.allSettled(Array.from({ length: pace(job.database.engine.kind).hands }, careful))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return cells
}

/** Erases in short steps what a load staged and never posted. Posted facts refuse to go. */
const eraseStaged = async (job: JobContext, entryId: string): Promise<void> => {
  const scope = scopeOf(job.actor)
  while ((await job.database.write(scope, (tx) => movementStore(tx).eraseUnposted(entryId, CHUNK))) > 0);
  while ((await job.database.write(scope, (tx) => lineStore(tx).eraseUnposted(entryId, CHUNK))) > 0);
}

/** Loads a balance: reads, compares, stages in short transactions under the entry id of the load, and posts it in one small action. */
export const loadBalanceJob: JobDefinition = {
  kind: 'budget.load-balance', title: 'Cargar un balance',
  run: async (job) => {
    const { id, choices, watermark } = LoadImportInput.parse(job.input)
    const facts = await job.read((context) => known(context, id))
    const entryId = facts.load.entry_id
    if (facts.load.state === 'loaded' || facts.load.state === 'undone') throw wrongState({ what: 'La carga', state: importStates[facts.load.state], needs: 'en revisión' })
    await eraseStaged(job, entryId)
    await job.progress(0.02, 'Leyendo el archivo y comparándolo con lo cargado')
    const plan = await planApart(job, facts, choices, pace(job.database.engine.kind).chunk)
    if (!plan.loadable) throw notLoadable({ problems: plan.stops })
    await job.database.write(scopeOf(job.actor), (tx) => importStore(tx).note(id, { state: 'staged' }))
    const cells = await stage(job, entryId, plan)
    const { year, month } = facts.load
    const ahead = cells.size > 0 ? await cubesAhead(job.read, { entryId, year, effectiveOn: lastDayOfMonth(year, month), lines: unpackLines(plan.lines), cells, accounts: plan.accounts }) : undefined
    await job.progress(0.97, 'Asentando')
    const answer = await job.act(postImport, {
      id, watermark, staged: plan.movements, kind: choices.kind, sheet: plan.sheet, counts: plan.counts, totals: plan.totals, columns: plan.columns,
      problems: plan.problems.slice(0, 200).map(({ what, cell, code }) => ({ what, cell, code })), choices, recipe: plan.recipe, accounts: plan.accounts,
    }, { entryId })
    await ahead?.install()
    if (plan.movements > CHUNK) await job.database.write(scopeOf(job.actor), (tx) => refreshStatistics(tx))
    return answer
  },
  clean: async (job) => {
    const { id } = LoadImportInput.parse(job.input)
    const load = await job.read(({ tx }) => importStore(tx).get(id))
    if (!load || load.state === 'loaded' || load.state === 'undone') return
    await eraseStaged(job, load.entry_id)
    await job.database.write(scopeOf(job.actor), (tx) => importStore(tx).note(id, { state: 'cancelled' }))
  },
}
