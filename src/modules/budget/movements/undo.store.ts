import { sql, type Tx } from '#platform/database'
import type { PhaseSums, LineKind } from './phase.ts'

export type TouchedLine = { id: string; kind: LineKind; account: string; own: PhaseSums; all: PhaseSums; later: number }

const arrayOf = (prefix: string) => sql.raw(`array[sum(${prefix}.initial), sum(${prefix}.modification), sum(${prefix}.precommitment), sum(${prefix}.commitment), sum(${prefix}.accrual), sum(${prefix}.payment), sum(${prefix}.collection)]::float8[]`)

/** What undoing an entry touches: its sums by line, those of everything known, and how many later facts each line has. Paged by line. */
export const undoStore = (tx: Tx) => ({
  touched: (entryId: string, seq: number, after: string, size: number) => tx.all<TouchedLine>(sql`
    with own as (
      select m.line_id, ${arrayOf('m')} as own from budget.movements m where m.commune = ${tx.commune} and m.entry_id = ${entryId} and m.line_id > ${after}::uuid
      group by 1 order by 1 limit ${size}
    )
    select l.id, l.kind, l.account, o.own, a.all, a.later from own o
    join budget.lines l on l.commune = ${tx.commune} and l.id = o.line_id
    cross join lateral (
      select ${arrayOf('m')} as all, count(*) filter (where p.seq > ${seq})::int as later
      from budget.movements m join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
      where m.commune = ${tx.commune} and m.line_id = o.line_id
    ) a order by l.id`),
  /** Writes the opposite of rows `from`…`to` of an entry, on the same days, as rows of another entry. */
  reverse: (entryId: string, into: string, from: number, to: number) => tx.run(sql`
    insert into budget.movements (commune, entry_id, n, line_id, year, effective_on, initial, modification, precommitment, commitment, accrual, payment, collection,
      document_kind, document_number, document_date, supplier_id, text, chain, amendment_id, reverses)
    select commune, ${into}::uuid, n, line_id, year, effective_on, -initial, -modification, -precommitment, -commitment, -accrual, -payment, -collection,
      'reversal', document_number, document_date, supplier_id, text, chain, amendment_id, entry_id
    from budget.movements where commune = ${tx.commune} and entry_id = ${entryId} and n >= ${from} and n < ${to}`),
})
