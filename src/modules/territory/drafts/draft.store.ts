import { sql, type Tx } from '#platform/database'
import type { DraftView, ZoneDraftView } from '../contract.ts'

export type DraftRow = { id: string; set_id: string; origin: 'file' | 'drawing'; source: string; file_hash: string | null; zones: readonly ZoneDraftView[]; state: DraftView['state']; author_id: string; version: number; entry_id: string }
const COLUMNS = sql`d.id, d.set_id, d.origin, d.source, d.file_hash, d.zones, d.state, d.author_id, d.version, d.entry_id`
export const draftStore = (tx: Tx) => ({
  get: (id: string) => tx.one<DraftRow>(sql`select ${COLUMNS} from territory.zone_drafts d where d.commune = ${tx.commune} and d.id = ${id}`),
  hold: (id: string) => tx.one<DraftRow>(sql`select ${COLUMNS} from territory.zone_drafts d where d.commune = ${tx.commune} and d.id = ${id} for update`),
  openOf: (setId: string) => tx.one<DraftRow>(sql`select ${COLUMNS} from territory.zone_drafts d where d.commune = ${tx.commune} and d.set_id = ${setId} and d.state = 'open'`),
  /** The last one thrown away, which may be brought back while no other is open. */
  lastDiscarded: (setId: string) => tx.one<{ id: string; recorded_at: string; seq: number; summary: string }>(sql`select d.id, e.recorded_at, e.seq::float8 as seq, e.summary from territory.zone_drafts d join evidence.entries e on e.commune = d.commune and e.id = d.entry_id
    where d.commune = ${tx.commune} and d.set_id = ${setId} and d.state = 'discarded' order by e.seq desc limit 1`),
  add: (row: Pick<DraftRow, 'id' | 'set_id' | 'origin' | 'source' | 'file_hash' | 'zones'>, given: { authorId: string; entryId: string }) =>
    tx.run(sql`insert into territory.zone_drafts (commune, id, set_id, origin, source, file_hash, zones, author_id, entry_id) values (${tx.commune}, ${row.id}, ${row.set_id}, ${row.origin}, ${row.source}, ${row.file_hash}, ${JSON.stringify(row.zones)}::jsonb, ${given.authorId}, ${given.entryId})`),
  save: (id: string, zones: readonly ZoneDraftView[]) => tx.run(sql`update territory.zone_drafts set zones = ${JSON.stringify(zones)}::jsonb, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
  /** The entry that settled it is kept on the row: it says when, and may be undone. */
  settle: (id: string, state: DraftRow['state'], entryId: string) => tx.run(sql`update territory.zone_drafts set state = ${state}, entry_id = ${entryId}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
})
