import { formatNumber } from '#kernel'
import type { Sheet } from '#platform/spreadsheets'
import type { AccountBook } from './account-codes.ts'
import { type AmountUnit, numberStyles, readAmount } from './amounts.ts'
import { areaHeader } from './blocks.ts'
import { type BalanceKind, type Field, fieldTitle, guessField, phaseOf, plain } from './fields.ts'
import { cellText, type HeaderChoice, headerTexts } from './header.ts'
import { readTitles, type Said } from './titles.ts'
import type { Recipe } from './recipe.ts'

export type CodeStyle = { readonly prefixed: boolean; readonly separator: '-' | '.' | ' ' | '' }
export type AreaStyle = 'none' | 'column' | 'blocks'
export type ColumnMapping = {
  readonly column: number
  /** Header text; empty when the column has none. */
  readonly says: string
  readonly example: string
  readonly field: Field
  readonly reason: string
  readonly sure: boolean
  readonly hidden: boolean
}
export type Mapping = {
  readonly header: HeaderChoice
  readonly columns: readonly ColumnMapping[]
  readonly unit: AmountUnit
  /** Where the unit was read, or why it was guessed; the person confirms when `unitSure` is false. */
  readonly unitReason: string
  readonly unitSure: boolean
  readonly kind: BalanceKind | 'both'
  readonly period?: Said<string>
  readonly codeStyle: CodeStyle
  readonly areaStyle: AreaStyle
}

/** Rows looked at to guess what columns hold. */
const SAMPLE = 2000
/** A municipal budget is over this many pesos and under this many thousands of pesos. */
const UNIT_FRONTIER = 200_000_000

const firstExample = (sheet: Sheet, column: number, from: number, skip: string): string => {
  for (let row = from; row < Math.min(sheet.rowCount, from + SAMPLE); row++) {
    const cell = sheet.cell(row, column)
    if (typeof cell === 'number') return formatNumber(cell, Number.isInteger(cell) ? 0 : 3)
    if (typeof cell === 'string' && cell.trim() !== '' && cell.trim() !== skip) return cell.trim()
    if (cell !== null && typeof cell === 'object' && 'percent' in cell) return `${formatNumber(cell.percent * 100, 1)} %`
  }
  return ''
}

/** Share of the filled cells of a column that are account codes of the classifier. */
const codeShare = (sheet: Sheet, column: number, from: number, book: AccountBook): number => {
  let filled = 0
  let codes = 0
  for (let row = from; row < Math.min(sheet.rowCount, from + SAMPLE); row++) {
    const cell = sheet.cell(row, column)
    if (cell === null || cell === '') continue
    filled++
    const reading = book.read(cell)
    if (reading.is === 'account' && reading.standing !== 'unknown') codes++
  }
  return filled === 0 ? 0 : codes / filled
}

type Draft = { column: number; says: string; field: Field; reason: string; sure: boolean }

const draft = (column: number, says: string, recipe: Recipe | undefined): Draft => {
  const remembered = recipe?.columns.find((old) => plain(old.says) === plain(says) && says !== '')
  if (remembered) return { column, says, field: remembered.field, reason: `receta «${recipe?.name}»`, sure: true }
  const guess = guessField(says)
  if (!guess) return { column, says, field: 'ignored', reason: says ? 'no se reconoce el título' : 'sin título', sure: false }
  if (guess.movement) return { column, says, field: 'ignored', reason: 'es el movimiento del mes; se cargan acumulados', sure: true }
  return { column, says, field: guess.field, reason: 'por su título', sure: true }
}

/** Of two columns that claim a field the accumulated one wins, else the first; the other is left out and said. */
const settle = (drafts: Draft[]): void => {
  const owner = new Map<Field, Draft>()
  for (const item of drafts) {
    if (item.field === 'ignored' || item.field === 'percentage') continue
    const rival = owner.get(item.field)
    const wins = rival && /ACUM/.test(plain(item.says)) && !/ACUM/.test(plain(rival.says))
    const loser = rival ? (wins ? rival : item) : undefined
    if (loser) Object.assign(loser, { field: 'ignored', reason: `otra columna ya es «${fieldTitle[item.field]}»`, sure: false })
    if (!rival || wins) owner.set(item.field, item)
  }
}

const findAccountColumn = (sheet: Sheet, drafts: readonly Draft[], from: number, book: AccountBook): void => {
  const claimed = drafts.find(({ field }) => field === 'account')
  if (claimed && codeShare(sheet, claimed.column, from, book) > 0.2) return
  const rated = drafts.filter(({ field }) => field === 'account' || field === 'ignored' || field === 'name').map((item) => ({ item, share: codeShare(sheet, item.column, from, book) }))
  const best = rated.sort((a, b) => b.share - a.share)[0]
  if (!best || best.share < 0.4 || best.item === claimed) return
  if (claimed) Object.assign(claimed, { field: claimed.field === 'account' ? 'name' : claimed.field, reason: 'no trae códigos', sure: false })
  Object.assign(best.item, { field: 'account', reason: 'por su contenido: trae códigos de cuenta', sure: false })
}

type CodeEvidence = { readonly kind?: BalanceKind | 'both'; readonly style: CodeStyle }
const codeEvidence = (sheet: Sheet, column: number | undefined, from: number, book: AccountBook): CodeEvidence => {
  let income = 0
  let expenditure = 0
  let prefixed = 0
  const separators = { '-': 0, '.': 0, ' ': 0, '': 0 }
  for (let row = from; column !== undefined && row < Math.min(sheet.rowCount, from + SAMPLE * 5); row++) {
    const cell = sheet.cell(row, column)
    const reading = book.read(cell)
    if (reading.is !== 'account') continue
    if (reading.kind === 'income') income++
    else expenditure++
    const text = String(cell)
    if (/^'?(115|215)/.test(text)) prefixed++
    separators[text.includes('-') ? '-' : text.includes('.') ? '.' : text.trim().includes(' ') ? ' ' : '']++
  }
  const separator = (Object.keys(separators) as (keyof typeof separators)[]).reduce((a, b) => (separators[b] > separators[a] ? b : a))
  const kind = income + expenditure === 0 ? undefined : income === 0 ? 'expenditure' : expenditure === 0 ? 'income' : 'both'
  return { kind, style: { prefixed: prefixed * 2 > income + expenditure, separator } }
}

const kindFromFields = (fields: ReadonlySet<Field>): BalanceKind | undefined => {
  const income = fields.has('collected') || fields.has('receivable')
  const expenditure = fields.has('paid') || fields.has('commitment') || fields.has('outstandingDebt')
  return income === expenditure ? undefined : income ? 'income' : 'expenditure'
}

const largestBudget = (sheet: Sheet, drafts: readonly Draft[], from: number): number => {
  const column = drafts.find(({ field }) => field === 'adjusted' || field === 'budgetedIncome' || field === 'initial')?.column
  if (column === undefined) return 0
  const style = numberStyles(sheet, [column], from).get(column) ?? { thousands: '.', sure: false }
  let largest = 0
  for (let row = from; row < sheet.rowCount; row++) {
    const amount = readAmount(sheet.cell(row, column), 'pesos', style)
    if (typeof amount === 'number' && amount > largest) largest = amount
  }
  return largest
}

const hasAreaBlocks = (sheet: Sheet, from: number): boolean => {
  for (let row = 0; row < Math.min(sheet.rowCount, from + SAMPLE); row++) {
    if (areaHeader(sheet, row)?.what === 'area') return true
  }
  return false
}

type UnitGuess = Pick<Mapping, 'unit' | 'unitReason' | 'unitSure'>
const guessUnit = (sheet: Sheet, header: HeaderChoice, drafts: readonly Draft[], said: Said<AmountUnit> | undefined, from: number): UnitGuess => {
  if (said) return { unit: said.value, unitSure: true, unitReason: `lo dice ${said.cell ? `la celda ${said.cell}` : 'el nombre de la hoja'}: «${said.says}»` }
  const largest = largestBudget(sheet, drafts, from)
  const unit = largest > 0 && largest < UNIT_FRONTIER ? 'thousands' : 'pesos'
  return { unit, unitSure: false, unitReason: `por su tamaño: el monto mayor del presupuesto es ${formatNumber(largest)}; confírmelo` }
}

/** Proposes what each column is, the unit, the kind and the month, each with its reason. A recipe wins where its titles are found again. */
export const proposeMapping = (sheet: Sheet, header: HeaderChoice, book: AccountBook, recipe?: Recipe): Mapping => {
  const last = header.rows.at(-1) ?? 0
  const from = last + 1
  const texts = headerTexts(sheet, header)
  const drafts = texts.map((says, column) => draft(column, says, recipe))
  settle(drafts)
  findAccountColumn(sheet, drafts, from, book)
  const titles = readTitles(sheet, header.rows[0] ?? 0, last)
  const account = drafts.find(({ field }) => field === 'account')?.column
  const codes = codeEvidence(sheet, account, from, book)
  const fields = new Set(drafts.map(({ field }) => field))
  const kind = recipe?.kind ?? codes.kind ?? titles.kind?.value ?? kindFromFields(fields) ?? 'expenditure'
  if (kind === 'income') for (const item of drafts) if (item.field === 'accrued') item.field = 'accruedIncome'
  const unit = recipe && !titles.unit ? { unit: recipe.unit, unitReason: `receta «${recipe.name}»`, unitSure: true } : guessUnit(sheet, header, drafts, titles.unit, from)
  const hidden = new Set(sheet.hiddenColumns)
  return {
    header, ...unit, kind, period: titles.period, codeStyle: codes.style,
    areaStyle: fields.has('area') ? 'column' : hasAreaBlocks(sheet, from) ? 'blocks' : 'none',
    columns: drafts.map((item) => ({ ...item, hidden: hidden.has(item.column), example: firstExample(sheet, item.column, from, cellText(sheet, last, item.column)) })),
  }
}

/** Columns by phase of a mapping; the first one wins. */
export const phaseColumns = (columns: readonly Pick<ColumnMapping, 'column' | 'field'>[]): Map<NonNullable<ReturnType<typeof phaseOf>>, number> => {
  const found = new Map<NonNullable<ReturnType<typeof phaseOf>>, number>()
  for (const { column, field } of columns) {
    const phase = phaseOf(field)
    if (phase && !found.has(phase)) found.set(phase, column)
  }
  return found
}
