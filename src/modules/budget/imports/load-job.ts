import { type JobContext, type JobDefinition, scopeOf } from '#platform/actions'
import { columnName } from '#platform/spreadsheets'
import { type Phase, proposeMapping, type Preview, recipeFrom } from '../balance-import/index.ts'
import { notLoadable, wrongState } from '../problems.ts'
import { lineStore } from '../lines/line.store.ts'
import { addBalanceMovements, movementStore, refreshStatistics } from '../movements/movement.store.ts'
import { addSums, type LedgerPhase, ledgerPhases, noSums, phaseIndex } from '../movements/phase.ts'
import { type ImportChoices, LoadImportInput } from './import-contract.ts'
import { importStates, importStore } from './import.store.ts'
import { ledgerPhaseOf } from './ledger-amounts.ts'
import { bookOf, known, type Known, openFile, previewOf } from './open-workbook.ts'
import { planLoad, type LoadPlan } from './plan-load.ts'
import { postImport } from './post-import.ts'

/** Rows in one short transaction: between two of them others work, and the load can be cancelled. */
export const CHUNK = 2000

const stage = async (job: JobContext, entryId: string, plan: LoadPlan): Promise<void> => {
  const scope = scopeOf(job.actor)
  const total = plan.lines.length + plan.movements.length
  for (let from = 0; from < plan.lines.length; from += CHUNK) {
    await job.database.write(scope, (tx) => lineStore(tx).addOfBalance(plan.lines.slice(from, from + CHUNK), entryId))
    await job.progress(0.4 + (0.55 * from) / Math.max(1, total), `Preparando líneas: ${from} de ${plan.lines.length}`)
  }
  for (let from = 0; from < plan.movements.length; from += CHUNK) {
    await job.database.write(scope, (tx) => addBalanceMovements(tx, plan.movements.slice(from, from + CHUNK), entryId, from))
    await job.progress(0.4 + (0.55 * (plan.lines.length + from)) / Math.max(1, total), `Preparando montos: ${from} de ${plan.movements.length}`)
  }
}

/** Erases in short steps what a load staged and never posted. Posted facts refuse to go. */
const eraseStaged = async (job: JobContext, entryId: string): Promise<void> => {
  const scope = scopeOf(job.actor)
  while ((await job.database.write(scope, (tx) => movementStore(tx).eraseUnposted(entryId, CHUNK))) > 0);
  while ((await job.database.write(scope, (tx) => lineStore(tx).eraseUnposted(entryId, CHUNK))) > 0);
}

const columnsOf = (preview: Preview): Partial<Record<LedgerPhase, string>> => {
  const found: Partial<Record<LedgerPhase, string>> = {}
  for (const [phase, ledger] of Object.entries(ledgerPhaseOf) as [Phase, LedgerPhase][]) {
    // A modification that the file does not carry was computed from the adjusted budget: its cell is that one.
    const column = preview.phaseColumns.get(phase) ?? (ledger === 'modification' || ledger === 'initial' ? preview.phaseColumns.get('adjusted') : undefined)
    if (column !== undefined) found[ledger] = columnName(column)
  }
  return found
}
const totalsOf = (plan: LoadPlan): Record<string, number> => {
  const sums = plan.movements.reduce((total, { amounts }) => addSums(total, amounts), noSums)
  return Object.fromEntries(ledgerPhases.map((phase) => [phase, sums[phaseIndex[phase]]]))
}
const recipeOf = (facts: Known, choices: ImportChoices, made: ReturnType<typeof previewOf>) => {
  if (choices.recipe === '') return null
  const mapping = proposeMapping(made.sheet, made.read.header, bookOf(facts))
  const fieldOf = new Map(choices.columns.map(({ column, field }) => [column, field]))
  return recipeFrom(choices.recipe, made.sheet, { ...mapping, unit: choices.unit, kind: choices.kind, columns: mapping.columns.map((column) => ({ ...column, field: fieldOf.get(column.column) ?? 'ignored' })) })
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
    await job.progress(0.02, 'Abriendo el archivo')
    const workbook = await openFile(job, facts.load.file_hash)
    await job.progress(0.25, 'Comparando con lo cargado')
    const made = previewOf(workbook, facts, choices)
    const { preview } = made
    if (!preview.loadable) throw notLoadable({ problems: preview.problems.filter(({ severity }) => severity === 'stops').length })
    const plan = planLoad(preview, facts.cube, { year: facts.load.year, month: facts.load.month, fileHash: facts.load.file_hash, kind: choices.kind })
    await job.database.write(scopeOf(job.actor), (tx) => importStore(tx).note(id, { state: 'staged' }))
    await stage(job, entryId, plan)
    await job.progress(0.97, 'Asentando')
    const answer = await job.act(postImport, {
      id, watermark, staged: plan.movements.length, kind: choices.kind, sheet: made.sheet.name, counts: preview.counts, totals: totalsOf(plan), columns: columnsOf(preview),
      problems: preview.problems.slice(0, 200).map(({ what, cell, code }) => ({ what, cell, code })), choices, recipe: recipeOf(facts, choices, made), accounts: plan.accounts,
    }, { entryId })
    if (plan.movements.length > CHUNK) await job.database.write(scopeOf(job.actor), (tx) => refreshStatistics(tx))
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
