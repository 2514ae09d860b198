/** Runs in the reading process (see `workOnSheets`): compares a sheet with what the ledger holds and plans its load, so that the server never waits. */
import { columnName, type Workbook } from '#platform/spreadsheets'
import { type BalanceRow, type Phase, type Preview, proposeMapping, type Recipe, recipeFrom, rejectedSheet } from '../../balance-import/index.ts'
import { type LedgerPhase, ledgerPhases } from '../../movements/phase.ts'
import { ledgerPhaseOf } from '../ledger-amounts.ts'
import { pictureOf } from '../picture.ts'
import { planLoad, type LoadPlan } from '../plan-load.ts'
import { bookOf, type Compared, previewOf } from '../preview-of.ts'
import type { BalanceTask, BalanceTold, LoadTold, PreviewTold } from './balance-task.ts'
import { lineColumns, movementColumns } from './load-columns.ts'
import { inOrder } from './in-order.ts'
import { unpackCube } from './packed-cube.ts'
import { packLines } from './packed-lines.ts'

const MOST_ROWS = 200
const MOST_PROBLEMS = 300
type Made = NonNullable<ReturnType<typeof previewOf>>

const columnsOf = (preview: Preview): Partial<Record<LedgerPhase, string>> => {
  const found: Partial<Record<LedgerPhase, string>> = {}
  for (const [phase, ledger] of Object.entries(ledgerPhaseOf) as [Phase, LedgerPhase][]) {
    // A modification that the file does not carry was computed from the adjusted budget: its cell is that one.
    const column = preview.phaseColumns.get(phase) ?? (ledger === 'modification' || ledger === 'initial' ? preview.phaseColumns.get('adjusted') : undefined)
    if (column !== undefined) found[ledger] = columnName(column)
  }
  return found
}
const totalsOf = ({ movements: { amounts } }: LoadPlan): Record<string, number> => {
  const sums = ledgerPhases.map(() => 0)
  for (let at = 0; at < amounts.length; at++) sums[at % sums.length] = (sums[at % sums.length] ?? 0) + (amounts[at] ?? 0)
  return Object.fromEntries(ledgerPhases.map((phase, index) => [phase, sums[index] ?? 0]))
}
const recipeOf = (facts: Compared, { choices }: BalanceTask, made: Made): Recipe | null => {
  if (choices.recipe === '') return null
  const mapping = proposeMapping(made.sheet, made.read.header, bookOf(facts))
  const fieldOf = new Map(choices.columns.map(({ column, field }) => [column, field]))
  return recipeFrom(choices.recipe, made.sheet, { ...mapping, unit: choices.unit, kind: choices.kind, columns: mapping.columns.map((column) => ({ ...column, field: fieldOf.get(column.column) ?? 'ignored' })) })
}
/** Pieces of a count: each from one place up to another. */
const pieces = <R>(count: number, size: number, make: (from: number, to: number) => R): R[] => Array.from({ length: Math.ceil(count / size) }, (_, index) => make(index * size, Math.min(count, (index + 1) * size)))

const told = ({ sheet, preview }: Made) => {
  const stops = preview.problems.filter(({ severity }) => severity === 'stops').length
  return { sheet: sheet.name, loadable: preview.loadable, counts: preview.counts, stops, canWait: preview.problems.length - stops, problems: preview.problems.slice(0, MOST_PROBLEMS) }
}
const previewTold = (made: Made): PreviewTold => {
  const { sheet, preview, read } = made
  const take = (status: BalanceRow['status']) => preview.rows.filter((row) => row.status === status).slice(0, MOST_ROWS)
  const output = preview.counts.rejected === 0 && preview.loadable ? undefined : rejectedSheet(sheet, read.header, preview)
  return {
    ...told(made), is: 'preview', rows: { new: take('new'), changed: take('changed'), rejected: take('rejected') }, picture: pictureOf(sheet, preview.rowClasses), rejected: output?.rows.length ? output : undefined,
    reconciliation: preview.reconciliation, totals: preview.totals, phasesDerived: preview.phasesDerived, phasesAbsent: preview.phasesAbsent, period: preview.period,
  }
}
const loadTold = (made: Made, facts: Compared, task: BalanceTask): LoadTold => {
  const { year, month, fileHash, choices, chunk } = task
  const before = told(made)
  const [columns, recipe] = [columnsOf(made.preview), recipeOf(facts, task, made)]
  if (!before.loadable) return { ...before, is: 'load', movements: 0, totals: {}, columns, recipe, accounts: [], lines: packLines(year, []), amounts: new Float64Array(0), lineChunks: [], movementChunks: [] }
  const plan = planLoad(made.preview, facts.cube, { year, month, fileHash, kind: choices.kind })
  // In order of id, so that each index grows at its end or close to it.
  const lines = inOrder(plan.lines)
  const movements = plan.movements.lines.length
  return {
    ...before, is: 'load', movements, totals: totalsOf(plan), columns, recipe, accounts: plan.accounts, lines: packLines(year, lines), amounts: plan.movements.amounts.slice(),
    lineChunks: pieces(lines.length, chunk, (from, to) => lineColumns(lines.slice(from, to))), movementChunks: pieces(movements, chunk, (from, to) => movementColumns(plan.movements, from, to)),
  }
}

/** The work itself. Pure; throws nothing that a person caused. */
export const run = (workbook: Workbook, task: BalanceTask): BalanceTold => {
  const facts: Compared = { load: { year: task.year, month: task.month }, cube: unpackCube(task.cube), before: task.before && unpackCube(task.before), local: task.local, recipes: task.recipes }
  const made = previewOf(workbook, facts, task.choices)
  if (!made) return undefined
  return task.answer === 'preview' ? previewTold(made) : loadTold(made, facts, task)
}
