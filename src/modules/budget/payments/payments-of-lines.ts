import { formatThousands } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { documentText } from '../movements/document.ts'
import { type PaidPhase, type PaidRow, paymentStore } from './payments.store.ts'

/** A document of the ledger. `amount` in whole pesos; `href` opens the line it weighs most on, at that document. */
export type PaidDocument = { readonly id: string; readonly title: string; readonly amount: number; readonly detail: string; readonly href: string }
/** How many documents there are and what they add up to; `newest` holds the first ones, newest first. */
export type PaidDocuments = { readonly count: number; readonly total: number; readonly newest: readonly PaidDocument[] }
export type PaymentsOfLines = { readonly certificates: PaidDocuments; readonly payments: PaidDocuments }

const NEWEST = 6
const LINE_ID = /^[0-9a-f-]{36}$/i

const documentOf = (row: PaidRow): PaidDocument => ({
  id: [row.phase, row.document_kind, row.document_number, row.document_date ?? ''].join(' '),
  title: documentText(row.document_kind, row.document_number, row.document_date, row.phase), amount: row.amount, detail: formatThousands(row.amount),
  href: `/presupuestar/lineas/${row.line_id}?${new URLSearchParams({ fase: row.phase, ...(row.document_number ? { texto: row.document_number } : {}) }).toString()}`,
})
const documentsOf = (rows: readonly PaidRow[], phase: PaidPhase): PaidDocuments => {
  const own = rows.filter((row) => row.phase === phase)
  return { count: own[0]?.documents ?? 0, total: own[0]?.total ?? 0, newest: own.map(documentOf) }
}

/**
 * What the ledger knows of the end of the chain of some lines, as of both dates of the context: invoices and certificates accrued by works
 * (subtítulo 31), and payment decrees. One query. Nothing for whoever may not read the budget, and of lines of another commune.
 */
export const paymentsOfLines = async (context: ReadContext, lineIds: readonly string[]): Promise<PaymentsOfLines> => {
  const lines = lineIds.filter((id) => LINE_ID.test(id))
  const rows = lines.length === 0 || !context.actor.permissions.has('budget.read') ? [] : await paymentStore(context.tx).ofLines(lines, context.asOf.effectiveOn, await context.knownSeq(), NEWEST)
  return { certificates: documentsOf(rows, 'accrual'), payments: documentsOf(rows, 'payment') }
}
