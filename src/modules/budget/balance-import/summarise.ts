import { pesos } from '#kernel'
import type { Sheet } from '#platform/spreadsheets'
import type { Amounts, BalanceRow, MutableAmounts, Preview } from './balance.ts'
import { causesFirst } from './causes.ts'
import { checkMissing } from './check-missing.ts'
import type { Choices, Context } from './choices.ts'
import type { ScannedRow } from './classify.ts'
import { compareRow } from './compare.ts'
import { type BalanceKind, type Phase, phases } from './fields.ts'
import { grainOf } from './grain.ts'
import type { ProblemBook } from './located-problem.ts'
import { derivationsFor } from './read-amounts.ts'
import type { Reading } from './read-rows.ts'
import { reconcile } from './reconcile.ts'
import type { Entry, Work } from './row-entry.ts'
import { slackOf } from './settle-rounding.ts'
import { addTo, checkSubtotals, noSums } from './sums.ts'

const toRow = ({ item, key, id, amounts, reasons }: Entry, previous: Context['previous'], slack: number): BalanceRow => {
  if (reasons.length > 0) return { key, id, row: item.row, name: item.name, amounts, status: 'rejected', changes: [], reasons }
  const { status, changes } = compareRow(id, amounts, previous, slack)
  return { key, id, row: item.row, name: item.name, amounts, status, changes, reasons }
}

const sumOf = (rows: readonly BalanceRow[], kind: BalanceKind): Amounts => {
  const sums = noSums()
  const carried: MutableAmounts = {}
  for (const { key, amounts, status } of rows) {
    if (key.kind !== kind || status === 'rejected') continue
    addTo(sums, amounts, 0)
    if (sums.count === 1) Object.assign(carried, amounts)
  }
  // A phase that the lines do not carry is absent, not zero.
  return Object.fromEntries(phases.flatMap((phase, index) => (carried[phase] === undefined ? [] : [[phase, pesos(sums.amounts[index] ?? 0)]])))
}

const EXPECTED: Record<BalanceKind | 'both', readonly Phase[]> = {
  expenditure: ['initial', 'adjusted', 'commitment', 'accrued', 'paid'], income: ['initial', 'adjusted', 'accrued', 'collected'], both: ['initial', 'adjusted', 'accrued'],
}

/** The preview of what was read: compared with what is loaded, its sums checked, everything counted. */
export const summarise = (work: Work, scanned: readonly ScannedRow[], reading: Reading): Preview => {
  const { sheet, choices, context, book, problems, reader, step } = work
  const checks = { columns: reader.columns, step, report: problems.report }
  checkSubtotals(reading.subtotals, reading.details, checks)
  reading.totals.check(checks)
  const rows = reading.entries.map((entry) => toRow(entry, context.previous, slackOf(step)))
  const missing = checkMissing(work, rows)
  const reconciliation = reconcile(rows.filter(({ status }) => status !== 'rejected'), reading.subtotals, reader.columns, book.nameOf)
  const count = (status: BalanceRow['status']): number => rows.reduce((sum, row) => (row.status === status ? sum + 1 : sum), 0)
  const derived = derivationsFor(reader.columns).map(({ phase }) => phase)
  const all = causesFirst(problems.all(), scanned)
  const rowClasses: Preview['rowClasses'] = [...Array.from({ length: (choices.header.rows.at(-1) ?? -1) + 1 }, (_, row) => (choices.header.rows.includes(row) ? 'page-header' as const : 'title' as const)), ...scanned.map(({ is }) => is)]
  return {
    sheet: sheet.name, period: choices.period, rows, reconciliation, problems: all, rowClasses,
    counts: { new: count('new'), changed: count('changed'), equal: count('equal'), rejected: count('rejected'), missing },
    totals: { income: sumOf(rows, 'income'), expenditure: sumOf(rows, 'expenditure') },
    phasesRead: [...reader.columns.keys()], phasesDerived: derived, phaseColumns: reader.columns, grain: work.grain, slack: slackOf(step),
    phasesAbsent: EXPECTED[choices.kind].filter((phase) => !reader.columns.has(phase) && !derived.includes(phase)),
    loadable: rows.length > 0 && all.every(({ severity }) => severity !== 'stops'),
  }
}

/** A preview without rows, when the sheet cannot even be walked. */
export const nothing = (sheet: Sheet, choices: Choices, problems: ProblemBook): Preview => ({
  sheet: sheet.name, period: choices.period, rows: [], counts: { new: 0, changed: 0, equal: 0, rejected: 0, missing: 0 }, reconciliation: [], totals: { income: {}, expenditure: {} },
  problems: problems.all(), phasesRead: [], phasesDerived: [], phasesAbsent: EXPECTED[choices.kind], phaseColumns: new Map(), grain: grainOf([]), slack: 0, rowClasses: [], loadable: false,
})
