import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { ActKind, ActState, Effect } from '../contract.ts'

export type LineRow = {
  id: string; kind: ActKind; state: ActState; subject: string; unit_id: string | null; unit: string | null; series: string; number: number | null; year: number | null; act_on: Day | null; drafter_id: string; signer_account: string | null; signer_title: string | null
  visibility: string; since: Day; visas: string[]; visas_done: number; still: boolean; changed_by: Effect | null
}
export type LineFilter = { readonly knownSeq: number; readonly on: Day; /** Looks from another day: the subject is the one it had then. */ readonly past?: boolean; readonly kind?: string; readonly state?: string; readonly states?: readonly ActState[]; readonly unitId?: string; readonly year?: string; readonly text?: string; readonly ids?: readonly string[] }

/** The subject on the day asked: drafts change theirs. */
const subject = (tx: Tx, f: LineFilter) => (f.past ? sql`coalesce((select v.data->>'subject' from evidence.record_versions v join evidence.posted q on q.commune = v.commune and q.entry_id = v.entry_id
  where v.commune = ${tx.commune} and v.kind = 'act' and v.record_id = a.id::text and q.seq <= ${f.knownSeq} and v.effective_on <= ${f.on} order by v.version desc limit 1), a.subject)` : sql`a.subject`)
/** What a list shows was so on the day asked: state and number come from the last step known then, not from the row of today. */
const known = (tx: Tx, f: LineFilter) => sql`from (
  select distinct on (e.act_id) e.act_id, e.state_after as state, e.on_day as since, e.name
  from correspondence.events e join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id
  where e.commune = ${tx.commune} and p.seq <= ${f.knownSeq} and e.on_day <= ${f.on} order by e.act_id, p.seq desc
) k join correspondence.acts a on a.commune = ${tx.commune} and a.id = k.act_id
left join registry.units u on u.commune = a.commune and u.id = a.unit_id
where true ${f.kind ? sql`and a.kind = ${f.kind}` : sql``} ${f.state ? sql`and k.state = ${f.state}` : sql`and k.state <> 'deleted'`} ${f.states ? sql`and k.state = any (${[...f.states]}::text[])` : sql``}
  ${f.unitId ? sql`and a.unit_id = ${f.unitId}` : sql``} ${f.ids ? sql`and a.id = any (${[...f.ids]}::uuid[])` : sql``}
  ${f.year ? sql`and coalesce(a.year, extract(year from k.since)::int) = ${Number(f.year)}` : sql``}
  ${f.text ? sql`and platform.sort_key(${subject(tx, f)} || ' ' || coalesce(a.number::text, '') || ' ' || array_to_string(a.addressees, ' ')) like '%' || platform.sort_key(${f.text.replace(/[%_\\]/g, '')}) || '%'` : sql``}`
/** A draft of today has no number on a day before it was given. */
const GIVEN = sql`k.state in ('to-sign', 'to-notify', 'notified', 'annulled')`
const COLUMNS = (tx: Tx, f: LineFilter) => sql`a.id, a.kind, k.state, ${subject(tx, f)} as subject, a.unit_id, u.name as unit, a.series, case when ${GIVEN} then a.number end as number, case when ${GIVEN} then a.year end as year, case when ${GIVEN} then a.act_on end as act_on,
  a.drafter_id, a.signer_account, a.signer_title, a.visibility, k.since, a.visas, a.visas_done, a.state = k.state as still,
  (select b.effect from correspondence.acts b where b.commune = ${tx.commune} and b.affects = a.id and exists (select from correspondence.events s join evidence.posted q on q.commune = s.commune and q.entry_id = s.entry_id where s.commune = ${tx.commune} and s.act_id = b.id and s.name = 'act-signed' and q.seq <= ${f.knownSeq} and s.on_day <= ${f.on}) order by (b.effect = 'annuls') desc limit 1) as changed_by`

export const lineStore = (tx: Tx) => ({
  list: (filter: LineFilter, page = 1, size = 200) => tx.all<LineRow>(sql`select ${COLUMNS(tx, filter)} ${known(tx, filter)} order by (case when ${GIVEN} then a.act_on end) desc nulls first, a.series, a.number desc nulls first, a.id limit ${size} offset ${(page - 1) * size}`),
  count: async (filter: LineFilter): Promise<number> => (await tx.one<{ count: number }>(sql`select count(*)::int as count ${known(tx, filter)}`))?.count ?? 0,
  years: async (): Promise<string[]> => (await tx.all<{ year: number }>(sql`select distinct year from correspondence.acts where commune = ${tx.commune} and year is not null order by year desc`)).map(({ year }) => String(year)),
})
