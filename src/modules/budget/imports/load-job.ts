import { lastDayOfMonth } from '#kernel'
import { type JobContext, type JobDefinition, scopeOf } from '#platform/actions'
import { notLoadable, wrongState } from '../problems.ts'
import { cubesAhead } from '../execution/cubes-ahead.ts'
import { refreshStatistics } from '../movements/movement.store.ts'
import type { LoadTold } from './apart/balance-task.ts'
import { unpackLines } from './apart/packed-lines.ts'
import { CHUNK, planApart } from './apart/work-apart.ts'
import { LoadImportInput } from './import-contract.ts'
import { importStates, importStore } from './import.store.ts'
import { known } from './open-workbook.ts'
import { postImport } from './post-import.ts'
import { stagedCells } from './staged-cells.ts'
import { eraseStaged, paceOf, stage } from './staging.ts'

/** From here on the cubes of the year are prepared before posting. */
const LARGE = 2000

type Cubes = Awaited<ReturnType<typeof cubesAhead>>
/** Prepared while the database writes. */
const prepareCubes = async (job: JobContext, plan: LoadTold, { entry_id: entryId, year, month }: { entry_id: string; year: number; month: number }): Promise<Cubes | undefined> => {
  if (plan.movements <= LARGE) return undefined
  const { cells, firstDigest } = await stagedCells(plan, entryId)
  return cubesAhead(job.read, { entryId, year, effectiveOn: lastDayOfMonth(year, month), lines: unpackLines(plan.lines), cells, firstDigest, accounts: plan.accounts })
}

/** Loads a balance: reads, compares, stages in short transactions under the entry id of the load, and posts it in one small action. */
export const loadBalanceJob: JobDefinition = {
  kind: 'budget.load-balance', title: 'Cargar un balance',
  run: async (job) => {
    const { id, choices, watermark } = LoadImportInput.parse(job.input)
    const facts = await job.read((context) => known(context, id))
    const { load } = facts
    const entryId = load.entry_id
    if (load.state === 'loaded' || load.state === 'undone') throw wrongState({ what: 'La carga', state: importStates[load.state], needs: 'en revisión' })
    await eraseStaged(job, entryId)
    await job.progress(0.02, 'Leyendo el archivo y comparándolo con lo cargado')
    const plan = await planApart(job, facts, choices, paceOf(job.database.engine.kind).chunk)
    if (!plan.loadable) throw notLoadable({ problems: plan.stops })
    await job.database.write(scopeOf(job.actor), (tx) => importStore(tx).note(id, { state: 'staged' }))
    const [staged, cubes] = await Promise.allSettled([stage(job, entryId, plan), prepareCubes(job, plan, load)])
    if (staged.status === 'rejected') throw staged.reason
    if (cubes.status === 'rejected') throw cubes.reason
    await job.progress(0.97, 'Asentando')
    const answer = await job.act(postImport, {
      id, watermark, staged: plan.movements, kind: choices.kind, sheet: plan.sheet, counts: plan.counts, totals: plan.totals, columns: plan.columns,
      problems: plan.problems.slice(0, 200).map(({ what, cell, code }) => ({ what, cell, code })), choices, recipe: plan.recipe, accounts: plan.accounts,
    }, { entryId })
    await cubes.value?.install()
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
