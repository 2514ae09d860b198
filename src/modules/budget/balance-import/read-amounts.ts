import { type Pesos, pesos } from '#kernel'
import type { Cell, Sheet } from '#platform/spreadsheets'
import { type AmountFault, type AmountUnit, type NumberStyle, numberStyles, readAmount } from './amounts.ts'
import { type MutableAmounts, noAmounts } from './balance.ts'
import { fieldTitle, type Phase, phases } from './fields.ts'
import type { ProblemCode, Report } from './located-problem.ts'

export type AmountReader = {
  readonly columns: ReadonlyMap<Phase, number>
  readonly unit: AmountUnit
  readonly list: readonly { readonly phase: Phase; readonly index: number; readonly column: number; readonly style: NumberStyle }[]
}
const CUSTOM: NumberStyle = { thousands: '.', sure: false }

/** Prepares the reading of the amount columns from a row on. */
export const amountReader = (sheet: Sheet, columns: ReadonlyMap<Phase, number>, unit: AmountUnit, from: number): AmountReader => {
  const styles = numberStyles(sheet, [...columns.values()], from)
  return { columns, unit, list: phases.flatMap((phase, index) => {
    const column = columns.get(phase)
    return column === undefined ? [] : [{ phase, index, column, style: styles.get(column) ?? CUSTOM }]
  }) }
}

export const cellSays = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'error' in cell ? cell.error : 'date' in cell ? cell.date : `${cell.percent * 100} %`
}

const FAULTS: Record<Exclude<AmountFault, 'empty'>, { readonly code: ProblemCode; readonly what: (phase: Phase) => string }> = {
  text: { code: 'text-in-number', what: (phase) => `La columna ${fieldTitle[phase].toLowerCase()} trae un texto donde va un monto.` },
  error: { code: 'formula-error', what: (phase) => `La fórmula de ${fieldTitle[phase].toLowerCase()} no dio un resultado.` },
  fraction: { code: 'fraction-of-peso', what: (phase) => `El monto de ${fieldTitle[phase].toLowerCase()} no es un número entero de pesos en la unidad elegida.` },
  ambiguous: { code: 'ambiguous-number', what: (phase) => `El monto de ${fieldTitle[phase].toLowerCase()} se puede leer de dos maneras.` },
}

export type RowAmounts = { readonly amounts: MutableAmounts; /** Bits of the phases (by their order) that could not be read. */ readonly unread: number; readonly problems: readonly string[]; readonly filled: number }
const CLEAN: readonly string[] = []

/** The amounts of one row. Empty cells are left absent; what cannot be read is reported at its cell. */
export const readRowAmounts = (sheet: Sheet, row: number, reader: AmountReader, report: Report): RowAmounts => {
  const amounts = noAmounts()
  let problems = CLEAN
  let unread = 0
  let filled = 0
  for (const { phase, index, column, style } of reader.list) {
    const cell = sheet.cell(row, column)
    const read = readAmount(cell, reader.unit, style)
    if (typeof read === 'number') { amounts[phase] = read; filled++ }
    else if (read !== 'empty') {
      const fault = FAULTS[read]
      const problem = report(fault.code, { row, column }, cellSays(cell), fault.what(phase))
      problems = [...problems, problem.what]
      unread |= 1 << index
    }
  }
  return { amounts, unread, problems, filled }
}

type Derivation = { readonly phase: Phase; readonly from: readonly [Phase, Phase]; readonly sign: 1 | -1 }
/** What a balance leaves unsaid and two of its columns tell: vigente = inicial + modificación; pagado = devengado − deuda; percibido = devengado − por percibir. */
const DERIVATIONS: readonly Derivation[] = [
  { phase: 'adjusted', from: ['initial', 'modification'], sign: 1 },
  { phase: 'modification', from: ['adjusted', 'initial'], sign: -1 },
  { phase: 'initial', from: ['adjusted', 'modification'], sign: -1 },
  { phase: 'paid', from: ['accrued', 'outstandingDebt'], sign: -1 },
  { phase: 'accrued', from: ['paid', 'outstandingDebt'], sign: 1 },
  { phase: 'collected', from: ['accrued', 'receivable'], sign: -1 },
]
export const derivationsFor = (columns: ReadonlyMap<Phase, number>): Derivation[] =>
  DERIVATIONS.filter(({ phase, from }) => !columns.has(phase) && columns.has(from[0]) && columns.has(from[1]))

const ZERO: Pesos = pesos(0)

/** A detail row: empty amounts of columns that exist are zero, and derived phases are filled in. */
export const complete = (amounts: MutableAmounts, reader: AmountReader, unread: number, derivations: readonly Derivation[]): void => {
  for (const { phase, index } of reader.list) if (amounts[phase] === undefined && (unread & (1 << index)) === 0) amounts[phase] = ZERO
  for (const { phase, from, sign } of derivations) {
    const left = amounts[from[0]]
    const right = amounts[from[1]]
    if (left !== undefined && right !== undefined) amounts[phase] = pesos(left + sign * right)
  }
}
