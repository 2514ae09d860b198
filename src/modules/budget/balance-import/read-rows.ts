import { rowId } from './balance.ts'
import { checkAccount, checkAmounts, checkDuplicate } from './check-entry.ts'
import type { ScannedRow } from './classify.ts'
import { cellSays, complete, derivationsFor, readRowAmounts } from './read-amounts.ts'
import { brokenEqualities } from './row-checks.ts'
import { type Entry, keyOf, type Work } from './row-entry.ts'
import { type Detail, type Stated, traceTotals } from './sums.ts'

/** The rows of a sheet by what they are. */
export type Reading = { readonly entries: Entry[]; readonly details: Detail[]; readonly subtotals: Stated[]; readonly totals: ReturnType<typeof traceTotals> }

/** Reads every row once: details become entries, subtotals and totals wait to be compared with them. */
export const readRows = (work: Work, rows: readonly ScannedRow[]): Reading => {
  const { sheet, reader, problems, step } = work
  const derivations = derivationsFor(reader.columns)
  const reading: Reading = { entries: [], details: [], subtotals: [], totals: traceTotals() }
  const byId = new Map<string, Entry>()
  const hasTotals = rows.some(({ is }) => is === 'total' || is === 'block')
  // Details are kept apart only for subtotals to be compared with.
  const hasSubtotals = rows.some(({ is }) => is === 'subtotal')
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
    if (hasSubtotals) reading.details.push(detail)
    if (hasTotals) reading.totals.see(detail)
    const key = keyOf(item)
    if (!key) continue
    const entry: Entry = { item, key, id: rowId(key), amounts, reasons: [...faults] }
    checkAccount(work, entry)
    checkAmounts(work, entry)
    // Added to the first line, which now speaks for both.
    if (checkDuplicate(work, entry, byId.get(entry.id)) === 'added') { if (hasSubtotals) reading.details.pop(); continue }
    if (!byId.has(entry.id)) byId.set(entry.id, entry)
    reading.entries.push(entry)
  }
  return reading
}
