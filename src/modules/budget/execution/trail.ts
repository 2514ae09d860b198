import { type Day, lastDayOfMonth } from '#kernel'
import type { Page, ReadContext, Trail, TrailRecord } from '#platform/actions'
import { phaseCells } from '../imports/phase-cells.ts'
import { documentText } from '../movements/document.ts'
import { movementStore, type TrailRow } from '../movements/movement.store.ts'
import { type LedgerPhase, ledgerPhases } from '../movements/phase.ts'
import type { CubeLine } from './cube.ts'
import type { Measure, Measured } from './measure.ts'
import type { Span } from './selection.ts'

const lastDay = (span: Span): Day => {
  const end = lastDayOfMonth(span.year, span.upToMonth)
  return end < span.effectiveOn ? end : span.effectiveOn
}

/** The records behind a measured value, each with its document; those of a loaded balance end at the cell of the file. */
export const trailOf = async (measure: Measure, lines: readonly CubeLine[], span: Span, measured: Measured, context: ReadContext, page: Page, note?: string): Promise<Trail> => {
  const phases = Object.keys(measure.parts) as LedgerPhase[]
  const rows = await movementStore(context.tx).trail(
    { lines: lines.map(({ id }) => id), phases, year: span.year, to: lastDay(span), knownSeq: await context.knownSeq() },
    { offset: (page.page - 1) * page.size, size: page.size },
  )
  const cells = await phaseCells(context.tx, rows.filter(({ source_row: row }) => row !== null).map(({ entry_id: entry }) => entry))
  return { records: rows.map((row) => recordOf(row, measure, cells)), total: measured.count, sum: measured.value, sumUnit: 'CLP', ...(note ? { note } : {}) }
}

const recordOf = (row: TrailRow, measure: Measure, cells: Awaited<ReturnType<typeof phaseCells>>): TrailRecord => {
  const phase = ledgerPhases[row.phase] ?? 'accrual'
  const source = row.source_row === null ? undefined : cells(row.entry_id, phase, row.source_row)
  return {
    id: `${row.entry_id}-${row.n}-${row.phase}`,
    documentTitle: documentText(row.document_kind, row.document_number, row.document_date, phase),
    documentDate: row.document_date ?? row.effective_on,
    text: row.text || undefined,
    amount: (measure.parts[phase] ?? 1) * row.amount,
    amountUnit: 'CLP',
    href: source ? `/presupuestar/cargas/${source.importId}` : `/presupuestar/lineas/${row.line_id}`,
    ...(source ? { locator: source.locator, fileHash: source.fileHash } : {}),
  }
}
