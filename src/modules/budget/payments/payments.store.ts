import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type PaidPhase = 'accrual' | 'payment'
export type PaidRow = { phase: PaidPhase; document_kind: string; document_number: string; document_date: Day | null; line_id: string; amount: number; total: number; documents: number }

/**
 * Papers behind what lines accrued and paid: one row for each document, the newest `size` of each phase with the count and the sum of all.
 * Payments are those of payment decrees; accruals are those of invoices and certificates on works (subtítulo 31). A reversal keeps the
 * number and the date of what it takes back, so it is added to that document, and a document that was taken back is not there. One query.
 */
export const paymentStore = (tx: Tx) => ({
  ofLines: (lines: readonly string[], to: Day, knownSeq: number, size: number) => tx.all<PaidRow>(sql`
    with moved as materialized (
      select m.line_id, m.document_kind, m.document_number, m.document_date, m.accrual, m.payment
      from budget.movements m join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
      where m.commune = ${tx.commune} and m.line_id = any (${lines as string[]}::uuid[]) and m.effective_on <= ${to} and p.seq <= ${knownSeq}
        and (m.payment <> 0 or m.accrual <> 0) and m.document_kind in ('payment-decree', 'invoice', 'certificate', 'payment-certificate', 'reversal')
    ), by_line as (
      select 'payment' as phase, line_id, document_number, document_date, max(document_kind) filter (where document_kind <> 'reversal') as document_kind, sum(payment::float8) as amount
      from moved where payment <> 0 and document_kind in ('payment-decree', 'reversal') group by line_id, document_number, document_date
      union all
      select 'accrual', w.line_id, w.document_number, w.document_date, max(w.document_kind) filter (where w.document_kind <> 'reversal'), sum(w.accrual::float8)
      from moved w join budget.lines l on l.commune = ${tx.commune} and l.id = w.line_id and l.account like '215-31-%'
      where w.accrual <> 0 and w.document_kind <> 'payment-decree' group by w.line_id, w.document_number, w.document_date
    ), papers as (
      select phase, document_kind, document_number, document_date, (array_agg(line_id order by amount desc, line_id))[1] as line_id, sum(amount) as amount
      from by_line where document_kind is not null group by phase, document_kind, document_number, document_date having sum(amount) <> 0
    ), ranked as (
      select papers.*, sum(amount) over (partition by phase) as total, count(*) over (partition by phase)::int as documents,
        row_number() over (partition by phase order by document_date desc nulls last, document_number desc) as place
      from papers
    )
    select phase, document_kind, document_number, document_date, line_id, amount, total, documents from ranked where place <= ${size} order by phase, place`),
})
