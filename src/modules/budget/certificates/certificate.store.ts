import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type CertificateRow = { id: string; year: number; number: string; line_id: string; amount: number; purpose: string; state: 'requested' | 'issued' | 'refused' | 'released'; requested_by: string; requested_on: Day; issued_by: string | null; issued_on: Day | null; reason: string; version: number }
const COLUMNS = sql`id, year, number, line_id, amount, purpose, state, requested_by, requested_on, issued_by, issued_on, reason, version`

export const certificateStore = (tx: Tx) => ({
  get: (id: string) => tx.one<CertificateRow>(sql`select ${COLUMNS} from budget.certificates where commune = ${tx.commune} and id = ${id} for update`),
  list: (year: number, line?: string) => tx.all<CertificateRow>(sql`select ${COLUMNS} from budget.certificates where commune = ${tx.commune} and year = ${year} ${line ? sql`and line_id = ${line}` : sql``} order by requested_on desc, id limit 300`),
  add: (row: { id: string; year: number; line: string; amount: number; purpose: string; by: string; on: Day; entryId: string }) => tx.run(sql`
    insert into budget.certificates (commune, id, year, line_id, amount, purpose, state, requested_by, requested_on, entry_id)
    values (${tx.commune}, ${row.id}, ${row.year}, ${row.line}, ${row.amount}, ${row.purpose}, 'requested', ${row.by}, ${row.on}, ${row.entryId})`),
  settle: (id: string, change: { state: CertificateRow['state']; number?: string; by?: string; on?: Day; reason?: string }) => tx.run(sql`
    update budget.certificates set state = ${change.state}, number = coalesce(${change.number ?? null}, number), issued_by = coalesce(${change.by ?? null}::uuid, issued_by),
      issued_on = coalesce(${change.on ?? null}::date, issued_on), reason = coalesce(${change.reason ?? null}, reason), version = version + 1
    where commune = ${tx.commune} and id = ${id}`),
})
