import { sql, type Tx } from '#platform/database'
import { relations } from './relations.ts'

export type ThreadEdge = { from_kind: string; from_id: string; relation: string; to_kind: string; to_id: string; depth: number }
export type ThreadLine = { kind: string; record_id: string; title: string; subtitle: string; href: string }

/**
 * Every edge that can be reached from a record, walking both ways up to a depth, as of a ledger number: one query.
 * Walking goes up along parents and down along children; it does not turn around, so a programme does not drag in its siblings.
 * The only turn allowed is from an objective above to its indicators: there the result is read.
 */
export const threadStore = (tx: Tx) => ({
  around: (kind: string, id: string, knownSeq: number, depth = 8, limit = 400) =>
    tx.all<ThreadEdge>(sql`
      with recursive alive as not materialized (
        select e.from_kind, e.from_id, e.relation, e.to_kind, e.to_id from evidence.edges e
        join evidence.entries p on p.commune = e.commune and p.id = e.entry_id
        left join evidence.entries x on x.commune = e.commune and x.id = e.ended_by
        where e.commune = ${tx.commune} and p.seq <= ${knownSeq} and (x.seq is null or x.seq > ${knownSeq})
      ), down as (
        select a.*, 1 as depth from alive a where a.from_kind = ${kind} and a.from_id = ${id}
        union
        select a.*, d.depth + 1 from alive a join down d on a.from_kind = d.to_kind and a.from_id = d.to_id where d.depth < ${depth}
      ), up as (
        select a.*, 1 as depth from alive a where a.to_kind = ${kind} and a.to_id = ${id}
        union
        select a.*, u.depth + 1 from alive a join up u on a.to_kind = u.from_kind and a.to_id = u.from_id where u.depth < ${depth}
      ), results as (
        select distinct a.*, 1 as depth from alive a join up u on a.from_kind = u.from_kind and a.from_id = u.from_id where a.relation = ${relations.measuredBy}
      )
      select * from up union select * from down union select * from results limit ${limit}`),
  /** Search lines of records of any kind, which carry their own label: what the reader may not see does not come. */
  lines: (records: readonly { readonly kind: string; readonly id: string }[]) =>
    tx.all<ThreadLine>(sql`
      select l.kind, l.record_id, l.title, l.subtitle, l.href
      from unnest(${records.map(({ kind }) => kind)}::text[], ${records.map(({ id }) => id)}::text[]) as wanted(kind, id)
      join evidence.search_lines l on l.commune = ${tx.commune} and l.kind = wanted.kind and l.record_id = wanted.id`),
})
