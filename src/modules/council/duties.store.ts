import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

/** Matter of `law/council/matters` of a change of the budget, and of the budget itself. */
const AMENDMENT = 'budget-amendment'
const BUDGET = 'budget'
type Standing = { readonly knownSeq: number; readonly on: Day }
export type AmendmentSession = { id: string; number: number; kind: 'ordinary' | 'extraordinary'; heldOn: Day; receivedOn: Day | null }
export type OpenPoint = { id: string; title: string; sessionId: string; on: Day; agreement: string | null; agreedOn: Day | null; agreedSession: string | null }

/** What the council's desk knows of duties: sessions with amendments and who received the folder, budgets voted, points left without a vote. */
export const dutyStore = (tx: Tx) => {
  const points = ({ knownSeq }: Standing) => sql`select distinct on (p.session_id, p.id) p.session_id, p.id, p.title, p.matter, p.record_kind, p.record_id, a.last from council.agenda_points p
    join (select g.session_id, max(g.version) as last from council.agendas g join evidence.posted e on e.commune = g.commune and e.entry_id = g.entry_id where g.commune = ${tx.commune} and e.seq <= ${knownSeq} group by g.session_id) a on a.session_id = p.session_id and a.last = p.version
    where p.commune = ${tx.commune}`
  const known = (alias: string, knownSeq: number) => sql`exists (select from evidence.posted e where e.commune = ${tx.commune} and e.entry_id = ${sql.ref(`${alias}.entry_id`)} and e.seq <= ${knownSeq})`
  return {
    /** Sessions whose agenda holds an amendment; received on the day on which the last recipient of a sending had it. */
    amendments: (standing: Standing) => tx.all<AmendmentSession>(sql`with points as (${points(standing)})
      select s.id, s.number, s.kind, s.held_on as "heldOn", (select min(w.day) from (
        select max(r.received_on) as day from council.folder_sendings g join council.folder_receipts r on r.commune = g.commune and r.sending_id = g.id and r.received_on <= ${standing.on} and ${known('r', standing.knownSeq)}
        where g.commune = s.commune and g.session_id = s.id group by g.id, g.recipients having count(distinct r.person_id) >= cardinality(g.recipients)) w) as "receivedOn"
      from council.sessions s where s.commune = ${tx.commune} and ${known('s', standing.knownSeq)} and exists (select from points p where p.session_id = s.id and p.matter = ${AMENDMENT}) order by s.held_on`),
    /** Votes on the budget between two days of a year. */
    budgets: (standing: Standing) => tx.all<{ id: string; number: string; title: string; sessionId: string; on: Day }>(sql`
      select a.id, a.number, a.title, a.session_id as "sessionId", s.held_on as "on" from council.agreements a join council.sessions s on s.commune = a.commune and s.id = a.session_id
      where a.commune = ${tx.commune} and a.matter = ${BUDGET} and s.held_on <= ${standing.on} and ${known('a', standing.knownSeq)} order by s.held_on`),
    /** Points that need a vote, tied to a record, that a session held left without one; and the later vote on the same record. */
    unvoted: (standing: Standing, voted: readonly string[]) => tx.all<OpenPoint>(sql`with points as (${points(standing)}), votes as (
        select a.id, a.number, a.session_id, a.point_id, s.held_on, p.record_kind, p.record_id from council.agreements a join council.sessions s on s.commune = a.commune and s.id = a.session_id join points p on p.session_id = a.session_id and p.id = a.point_id
        where a.commune = ${tx.commune} and s.held_on <= ${standing.on} and ${known('a', standing.knownSeq)})
      select p.id, p.title, p.session_id as "sessionId", s.held_on as "on", v.number as agreement, v.held_on as "agreedOn", v.session_id as "agreedSession"
      from points p join council.sessions s on s.commune = ${tx.commune} and s.id = p.session_id and s.held_on <= ${standing.on}
      left join lateral (select * from votes v where v.record_kind = p.record_kind and v.record_id = p.record_id and v.held_on > s.held_on order by v.held_on limit 1) v on true
      where p.matter = any (${voted as string[]}::text[]) and p.record_id is not null and not exists (select from votes w where w.session_id = p.session_id and w.point_id = p.id)
        and exists (select from council.attendances t where t.commune = ${tx.commune} and t.session_id = s.id and ${known('t', standing.knownSeq)})
        and not exists (select from points q join council.sessions z on z.commune = ${tx.commune} and z.id = q.session_id where q.record_kind = p.record_kind and q.record_id = p.record_id and z.held_on < s.held_on)
      order by s.held_on`),
  }
}
