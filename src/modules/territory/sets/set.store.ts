import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { ZoneKind } from '../contract.ts'

export type SetRow = { id: string; title: string; kind: ZoneKind; note: string; demonstration: boolean; version: number }
export type ListedSetRow = SetRow & { draft_id: string | null; version_id: string | null; number: number | null; valid_from: Day | null; zones: number; area_m2: number }
const COLUMNS = sql`s.id, s.title, s.kind, s.note, s.demonstration, s.version`

/** The version of each set in force on a day, as it was known: the newest whose validity began and that was not undone. */
export const inForce = (commune: string, knownSeq: number, on: Day) => sql`(select distinct on (v.set_id) v.* from territory.zone_versions v join evidence.posted p on p.commune = v.commune and p.entry_id = v.entry_id and p.seq <= ${knownSeq}
  where v.commune = ${commune} and v.valid_from <= ${on} and (v.valid_until is null or v.valid_until >= ${on})
    and not exists (select from territory.zone_withdrawals w join evidence.posted q on q.commune = w.commune and q.entry_id = w.entry_id and q.seq <= ${knownSeq}
      where w.commune = v.commune and w.version_id = v.id and not exists (select from evidence.posted u where u.commune = q.commune and u.undoes = q.seq and u.seq <= ${knownSeq}))
  order by v.set_id, v.number desc)`

export const setStore = (tx: Tx) => ({
  get: (id: string) => tx.one<SetRow>(sql`select ${COLUMNS} from territory.zone_sets s where s.commune = ${tx.commune} and s.id = ${id}`),
  hold: (id: string) => tx.one<SetRow>(sql`select ${COLUMNS} from territory.zone_sets s where s.commune = ${tx.commune} and s.id = ${id} for update`),
  byIds: (ids: readonly string[]) => tx.all<SetRow>(sql`select ${COLUMNS} from territory.zone_sets s where s.commune = ${tx.commune} and s.id = any (${ids as string[]}::uuid[])`),
  /** Sets known then, with the version in force and the draft open today. */
  list: (knownSeq: number, on: Day) => tx.all<ListedSetRow>(sql`select ${COLUMNS}, d.id as draft_id, v.id as version_id, v.number, v.valid_from,
      (select count(*) from territory.zones z where z.commune = v.commune and z.version_id = v.id)::int as zones, coalesce((select sum(z.area_m2) from territory.zones z where z.commune = v.commune and z.version_id = v.id), 0) as area_m2
    from territory.zone_sets s join evidence.posted p on p.commune = s.commune and p.entry_id = s.entry_id and p.seq <= ${knownSeq}
    left join territory.zone_drafts d on d.commune = s.commune and d.set_id = s.id and d.state = 'open'
    left join ${inForce(tx.commune, knownSeq, on)} v on v.commune = s.commune and v.set_id = s.id
    where s.commune = ${tx.commune} order by platform.sort_key(s.title) collate "C", s.id`),
  add: (row: { id: string; title: string; kind: ZoneKind; note: string }, given: { authorId: string; entryId: string; demonstration: boolean }) =>
    tx.run(sql`insert into territory.zone_sets (commune, id, title, kind, note, demonstration, author_id, entry_id) values (${tx.commune}, ${row.id}, ${row.title}, ${row.kind}, ${row.note}, ${given.demonstration}, ${given.authorId}, ${given.entryId})`),
  change: (row: { id: string; title: string; kind: ZoneKind; note: string }) => tx.run(sql`update territory.zone_sets set title = ${row.title}, kind = ${row.kind}, note = ${row.note}, version = version + 1 where commune = ${tx.commune} and id = ${row.id}`),
})
