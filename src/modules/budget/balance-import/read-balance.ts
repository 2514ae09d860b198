import { pesos, sortKey } from '#kernel'
import type { Sheet } from '#platform/spreadsheets'
import { type Account, type AccountBook, accountBook, type LocalAccount } from './account-codes.ts'
import type { AmountUnit } from './amounts.ts'
import { type Amounts, type BalanceRow, type MutableAmounts, type Preview, rowId, type RowKey } from './balance.ts'
import { causesFirst } from './causes.ts'
import { markSubtotals, scanColumns, scanRows, type ScannedRow } from './classify.ts'
import { compareRow, hasAmounts } from './compare.ts'
import { type BalanceKind, type Field, type Phase, phases } from './fields.ts'
import { foldAmounts, type FileGrain, grainOf, keyFromId } from './grain.ts'
import type { HeaderChoice } from './header.ts'
import { type ProblemBook, problemBook } from './located-problem.ts'
import { phaseColumns } from './mapping.ts'
import { amountReader, type AmountReader, cellSays, complete, derivationsFor, readRowAmounts } from './read-amounts.ts'
import type { Recipe } from './recipe.ts'
import { reconcile } from './reconcile.ts'
import { slackOf } from './settle-rounding.ts'
import { brokenEqualities, brokenMonth, brokenRules, roundingStep } from './row-checks.ts'
import { checkColumns, checkDrift, checkHidden, checkKind, checkPeriod } from './sheet-checks.ts'
import { addTo, checkSubtotals, type Detail, noSums, type Stated, traceTotals } from './sums.ts'

/** What the person decided: header, what each column is, unit, kind, month, and the problems accepted (by id, or by code for all alike). */
export type Choices = {
  readonly header: HeaderChoice
  readonly columns: readonly { readonly column: number; readonly field: Field }[]
  readonly unit: AmountUnit
  readonly kind: BalanceKind | 'both'
  /** Month loaded, 2026-06. */
  readonly period: string
  readonly accepted?: readonly string[]
}
/** What the commune already knows. Maps go by `rowId`. */
export type Context = {
  readonly accounts: readonly Account[]
  readonly localAccounts?: readonly LocalAccount[]
  /** Amounts loaded today by line, in all its detail (what the preview compares with, summed at the grain of the file). */
  readonly previous?: ReadonlyMap<string, Amounts>
  /** Accumulated amounts of the month before; by default `previous`. */
  readonly previousMonth?: ReadonlyMap<string, Amounts>
  readonly recipe?: Recipe
  /** Other sheets of the file that look like balances. */
  readonly otherSheets?: readonly { readonly name: string; readonly kind: BalanceKind }[]
}

type Work = {
  readonly sheet: Sheet; readonly choices: Choices; readonly context: Context; readonly book: AccountBook; readonly problems: ProblemBook
  readonly reader: AmountReader; readonly accountColumn: number; readonly step: number; readonly nameColumn: number | undefined
  readonly grain: FileGrain
}
type Entry = { readonly item: ScannedRow; readonly key: RowKey; readonly id: string; readonly amounts: MutableAmounts; readonly reasons: string[] }

const keyOf = ({ account, scope }: ScannedRow): RowKey | undefined =>
  account && { kind: account.kind, account: account.long, area: scope.area || undefined, programme: scope.programme || undefined, costCentre: scope.costCentre || undefined }

const isFirstLoad = ({ previous, localAccounts }: Context): boolean => (previous?.size ?? 0) === 0 && (localAccounts?.length ?? 0) === 0

/** Reports at the account cell; what still stops rejects the row. */
const checkAccount = ({ sheet, context, problems, accountColumn, nameColumn }: Work, { item, reasons }: Entry): void => {
  const account = item.account
  if (!account) return
  const place = { row: item.row, column: accountColumn }
  const says = (): string => cellSays(sheet.cell(item.row, accountColumn))
  if (account.standing === 'unknown') {
    const where = account.nearest ? `; lo más cercano es ${account.nearest.longCode} ${account.nearest.name}` : ''
    reasons.push(problems.report('unknown-account', place, says(), `La cuenta ${account.long} no existe en el clasificador ni en la municipalidad${where}.`).what)
  } else if (account.standing === 'new' && !isFirstLoad(context)) {
    const problem = problems.report('new-account', place, says(), `La cuenta ${account.long} es nueva bajo ${account.nearest?.longCode ?? ''} ${account.nearest?.name ?? ''}.`)
    if (problem.severity === 'stops') reasons.push(problem.what)
  } else if (account.standing === 'local' && account.name && item.name !== '' && nameColumn !== undefined && item.name !== account.name) {
    const accents = sortKey(item.name) === sortKey(account.name)
    problems.report('name-changed', { row: item.row, column: nameColumn }, item.name, accents ? 'La denominación cambió de tildes o mayúsculas; el código es el mismo.' : `La denominación era «${account.name}»; el código es el mismo.`)
  }
}

const checkAmounts = ({ context, problems, reader, step }: Work, { item, key, id, amounts, reasons }: Entry): void => {
  const before = (context.previousMonth ?? context.previous)?.get(id)
  const broken = brokenRules(amounts, key.kind, step)
  for (const { code, phase, what } of before ? [...broken, ...brokenMonth(amounts, before, slackOf(step))] : broken) {
    const column = reader.columns.get(phase) ?? reader.list[0]?.column ?? 0
    const amount = amounts[phase]
    const problem = problems.report(code, { row: item.row, column }, amount === undefined ? '' : String(amount), what)
    if (problem.severity === 'stops') reasons.push(problem.what)
  }
}

/** A key that comes twice: the second is rejected, or added to the first when the person accepted it. */
const checkDuplicate = ({ sheet, problems, accountColumn }: Work, entry: Entry, first: Entry | undefined): 'kept' | 'added' => {
  if (!first) return 'kept'
  const cell = sheet.address(first.item.row, accountColumn)
  const problem = problems.report('duplicate-account', { row: entry.item.row, column: accountColumn }, cellSays(sheet.cell(entry.item.row, accountColumn)), `La cuenta ${entry.key.account} ya viene en ${cell}.`)
  if (problem.severity === 'stops') { entry.reasons.push(problem.what); return 'kept' }
  for (const phase of phases) {
    const more = entry.amounts[phase]
    if (more !== undefined) first.amounts[phase] = pesos((first.amounts[phase] ?? 0) + more)
  }
  return 'added'
}

type Reading = { readonly entries: Entry[]; readonly details: Detail[]; readonly subtotals: Stated[]; readonly totals: ReturnType<typeof traceTotals> }

const readRows = (work: Work, rows: readonly ScannedRow[]): Reading => {
  const { sheet, reader, problems, step } = work
  const derivations = derivationsFor(reader.columns)
  const reading: Reading = { entries: [], details: [], subtotals: [], totals: traceTotals() }
  const byId = new Map<string, Entry>()
  const hasTotals = rows.some(({ is }) => is === 'total' || is === 'block')
  for (const item of rows) {
    if (item.is === 'blank' || item.is === 'title' || item.is === 'page-header') continue
    if (item.is === 'unknown') {
      const place = { row: item.row, column: work.accountColumn }
      const says = cellSays(sheet.cell(item.row, work.accountColumn)) || item.text
      problems.report(item.mangled ? 'mangled-code' : 'amount-without-account', place, says, item.mangled ? 'El código de la cuenta se dañó al pasar por Excel.' : 'La fila trae montos y no se reconoce su cuenta.')
      continue
    }
    const { amounts, unread, problems: faults, filled } = readRowAmounts(sheet, item.row, reader, problems.report)
    if (item.is !== 'detail') {
      if (filled === 0) continue
      if (item.is === 'subtotal') reading.subtotals.push({ item, amounts })
      else reading.totals.total({ item, amounts })
      for (const { phase, what } of brokenEqualities(amounts, step).filter(({ code }) => code === 'rounding')) problems.report('rounding', { row: item.row, column: reader.columns.get(phase) ?? 0 }, String(amounts[phase]), what)
      continue
    }
    complete(amounts, reader, unread, derivations)
    const detail: Detail = { item, amounts, unread }
    reading.details.push(detail)
    if (hasTotals) reading.totals.see(detail)
    const key = keyOf(item)
    if (!key) continue
    const entry: Entry = { item, key, id: rowId(key), amounts, reasons: [...faults] }
    checkAccount(work, entry)
    checkAmounts(work, entry)
    // Added to the first line, which now speaks for both.
    if (checkDuplicate(work, entry, byId.get(entry.id)) === 'added') { reading.details.pop(); continue }
    if (!byId.has(entry.id)) byId.set(entry.id, entry)
    reading.entries.push(entry)
  }
  return reading
}

const toRow = ({ item, key, id, amounts, reasons }: Entry, previous: Context['previous'], slack: number): BalanceRow => {
  if (reasons.length > 0) return { key, id, row: item.row, name: item.name, amounts, status: 'rejected', changes: [], reasons }
  const { status, changes } = compareRow(id, amounts, previous, slack)
  return { key, id, row: item.row, name: item.name, amounts, status, changes, reasons }
}

const checkMissing = ({ context, problems, choices }: Work, rows: readonly BalanceRow[]): number => {
  const { previous } = context
  if (!previous) return 0
  const seen = new Set<string>()
  const accounts = new Set<string>()
  for (const { id, key } of rows) { seen.add(id); accounts.add(key.account) }
  let missing = 0
  for (const [id, amounts] of previous) {
    const kind: BalanceKind = id.startsWith('115') ? 'income' : 'expenditure'
    if (seen.has(id) || (choices.kind !== 'both' && choices.kind !== kind) || !hasAmounts(amounts)) continue
    missing++
    const { account, area, programme, costCentre } = keyFromId(id)
    const where = [area ? `área ${area}` : '', programme ? `programa ${programme}` : '', costCentre ? `centro de costo ${costCentre}` : ''].filter(Boolean).join(', ')
    problems.report('missing-account', undefined, account, accounts.has(account)
      ? `La cuenta ${account} viene en el archivo, pero no ${where ? `en ${where}` : 'sin área ni programa'}, donde estaba cargada con montos.`
      : `La línea ${account}${where ? `, ${where},` : ''} estaba cargada con montos y ya no viene en el archivo.`)
  }
  return missing
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

const summarise = (work: Work, scanned: readonly ScannedRow[], reading: Reading): Preview => {
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
const nothing = (sheet: Sheet, choices: Choices, problems: ProblemBook): Preview => ({
  sheet: sheet.name, period: choices.period, rows: [], counts: { new: 0, changed: 0, equal: 0, rejected: 0, missing: 0 }, reconciliation: [], totals: { income: {}, expenditure: {} },
  problems: problems.all(), phasesRead: [], phasesDerived: [], phasesAbsent: EXPECTED[choices.kind], phaseColumns: new Map(), grain: grainOf([]), slack: 0, rowClasses: [], loadable: false,
})

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
  const grain = grainOf(scanned.flatMap((item) => (item.is === 'detail' ? (keyOf(item) ?? []) : [])))
  const work: Work = {
    sheet, choices, context: atGrain(context, grain), grain, book, problems, accountColumn: scan.account, nameColumn: scan.name, step: roundingStep(choices.unit),
    reader: amountReader(sheet, byPhase, choices.unit, (header.rows.at(-1) ?? -1) + 1),
  }
  return summarise(work, scanned, readRows(work, scanned))
}
