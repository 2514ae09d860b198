import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type DeliveryRow = { id: string; report_id: string; edition: number; kind: 'receipt' | 'session'; number: string; delivered_on: Day; received_by: string; file_hash: string | null; seq: number }

/** Deliveries that stand: posted, known to the reader, effective by the day and not reversed by a later known entry. */
const standing = (commune: string, knownSeq: number, effectiveOn: string) => sql`
  select d.id, d.report_id, d.edition, d.kind, d.number, d.delivered_on, d.received_by, d.file_hash, p.seq
  from reporting.deliveries d join evidence.posted p on p.commune = d.commune and p.entry_id = d.entry_id
  where d.commune = ${commune} and p.seq <= ${knownSeq} and d.delivered_on <= ${effectiveOn}
    and not exists (select from evidence.posted u where u.commune = d.commune and u.undoes = p.seq and u.seq <= ${knownSeq})`

export const deliveryStore = (tx: Tx) => ({
  standing: (knownSeq: number, effectiveOn: string) => tx.all<DeliveryRow>(sql`${standing(tx.commune, knownSeq, effectiveOn)} order by d.delivered_on, p.seq`),
  of: (report: string, knownSeq: number, effectiveOn: string) => tx.all<DeliveryRow>(sql`${standing(tx.commune, knownSeq, effectiveOn)} and d.report_id = ${report} order by d.delivered_on, p.seq`),
  add: (row: Omit<DeliveryRow, 'seq'> & { entryId: string }) =>
    tx.run(sql`insert into reporting.deliveries (commune, id, report_id, edition, kind, number, delivered_on, received_by, file_hash, entry_id)
      values (${tx.commune}, ${row.id}, ${row.report_id}, ${row.edition}, ${row.kind}, ${row.number}, ${row.delivered_on}, ${row.received_by}, ${row.file_hash}, ${row.entryId})`),
})
