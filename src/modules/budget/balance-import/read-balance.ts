import type { Sheet } from '#platform/spreadsheets'
import { accountBook } from './account-codes.ts'
import type { Preview } from './balance.ts'
import type { Choices, Context } from './choices.ts'
import { markSubtotals, scanColumns, scanRows } from './classify.ts'
import { foldAmounts, type FileGrain, grainOf } from './grain.ts'
import { problemBook } from './located-problem.ts'
import { phaseColumns } from './mapping.ts'
import { amountReader } from './read-amounts.ts'
import { readRows } from './read-rows.ts'
import { roundingStep } from './row-checks.ts'
import type { Work } from './row-entry.ts'
import { checkColumns, checkDrift, checkHidden, checkKind, checkPeriod } from './sheet-checks.ts'
import { nothing, summarise } from './summarise.ts'

/** What the commune knows, summed at the grain of the file: a ledger with more detail is compared by its sums. */
const atGrain = (context: Context, grain: FileGrain): Context => ({
  ...context, ...(context.previous ? { previous: foldAmounts(context.previous, grain) } : {}), ...(context.previousMonth ? { previousMonth: foldAmounts(context.previousMonth, grain) } : {}),
})

/**
 * Reads a balance: every row classified, accounts normalised, amounts in whole pesos, identities and sums checked, lines compared with what is
 * loaded. All problems come at once, each at its cell. Pure: storage decides nothing here and nothing is stored.
 */
export const readBalance = (sheet: Sheet, choices: Choices, context: Context): Preview => {
  const problems = problemBook(sheet, choices.accepted)
  const { header, columns } = choices
  checkPeriod(sheet, header, choices.period, problems.report)
  checkHidden(sheet, columns, header.rows.at(-1) ?? 0, problems.report)
  if (context.recipe) checkDrift(sheet, header, context.recipe, columns, problems.report)
  for (const other of context.otherSheets ?? []) problems.report('sheet-not-chosen', undefined, other.name, `El archivo trae también la hoja «${other.name}», de ${other.kind === 'income' ? 'ingresos' : 'gastos'}.`)
  const byPhase = phaseColumns(columns)
  const scan = scanColumns(columns, [...byPhase.values()])
  if (!checkColumns(sheet, header, columns, problems.report) || !scan) return nothing(sheet, choices, problems)
  const book = accountBook(context.accounts, context.localAccounts)
  const scanned = scanRows(sheet, header, scan, book, choices.kind === 'both' ? undefined : choices.kind)
  markSubtotals(scanned)
  checkKind(scanned, choices.kind, problems.report)
  const grain = grainOf(scanned)
  const work: Work = {
    sheet, choices, context: atGrain(context, grain), grain, book, problems, accountColumn: scan.account, nameColumn: scan.name, step: roundingStep(choices.unit),
    reader: amountReader(sheet, byPhase, choices.unit, (header.rows.at(-1) ?? -1) + 1),
  }
  return summarise(work, scanned, readRows(work, scanned))
}
