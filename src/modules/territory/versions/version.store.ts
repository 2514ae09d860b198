import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { boxOf } from '#platform/geometry'
import type { ZoneAct } from '../contract.ts'
import type { Shape } from '../shapes.ts'

export type VersionRow = { id: string; set_id: string; number: number; act_kind: ZoneAct; act_number: string; act_on: Day | null; valid_from: Day; valid_until: Day | null; source: string; file_hash: string | null; recorded_at: string; seq: number; summary: string; zones: number }
export type ZoneRow = { id: string; version_id: string; set_id: string; code: string; name: string; note: string; shape: Shape; area_m2: number }
export type NewZone = Omit<ZoneRow, 'version_id' | 'set_id'>
const COLUMNS = sql`v.id, v.set_id, v.number, v.act_kind, v.act_number, v.act_on, v.valid_from, v.valid_until, v.source, v.file_hash, e.recorded_at, e.seq::float8 as seq, e.summary, (select count(*) from territory.zones z where z.commune = v.commune and z.version_id = v.id)::int as zones`
const FROM = sql`territory.zone_versions v join evidence.entries e on e.commune = v.commune and e.id = v.entry_id`
const ZONE = sql`z.id, z.version_id, v.set_id, z.code, z.name, z.note, z.shape, z.area_m2`

/** Versions and their zones are facts. */
export const versionStore = (tx: Tx) => ({
  get: (id: string) => tx.one<VersionRow>(sql`select ${COLUMNS} from ${FROM} where v.commune = ${tx.commune} and v.id = ${id}`),
  all: (setId: string, knownSeq: number) => tx.all<VersionRow>(sql`select ${COLUMNS} from ${FROM} where v.commune = ${tx.commune} and v.set_id = ${setId} and e.seq <= ${knownSeq} order by v.number desc`),
  lastNumber: async (setId: string) => (await tx.one<{ last: number }>(sql`select coalesce(max(number), 0)::int as last from territory.zone_versions where commune = ${tx.commune} and set_id = ${setId}`))?.last ?? 0,
  zones: (versionId: string) => tx.all<ZoneRow>(sql`select ${ZONE} from territory.zones z join territory.zone_versions v on v.commune = z.commune and v.id = z.version_id where z.commune = ${tx.commune} and z.version_id = ${versionId} order by platform.sort_key(z.code) collate "C", z.id`),
  zonesOf: (versionIds: readonly string[]) => tx.all<ZoneRow>(sql`select ${ZONE} from territory.zones z join territory.zone_versions v on v.commune = z.commune and v.id = z.version_id where z.commune = ${tx.commune} and z.version_id = any (${versionIds as string[]}::uuid[]) order by platform.sort_key(z.code) collate "C", z.id`),
  zone: (id: string) => tx.one<ZoneRow>(sql`select ${ZONE} from territory.zones z join territory.zone_versions v on v.commune = z.commune and v.id = z.version_id where z.commune = ${tx.commune} and z.id = ${id}`),
  withdrawals: (setId: string, knownSeq: number) => tx.all<{ version_id: string; reason: string; recorded_at: string; seq: number; summary: string }>(sql`select w.version_id, w.reason, q.recorded_at, q.seq::float8 as seq, q.summary from territory.zone_withdrawals w
    join territory.zone_versions v on v.commune = w.commune and v.id = w.version_id join evidence.entries q on q.commune = w.commune and q.id = w.entry_id and q.seq <= ${knownSeq}
    where w.commune = ${tx.commune} and v.set_id = ${setId} and not exists (select from evidence.posted u where u.commune = q.commune and u.undoes = q.seq and u.seq <= ${knownSeq})`),
  add: (row: Pick<VersionRow, 'id' | 'set_id' | 'number' | 'act_kind' | 'act_number' | 'act_on' | 'valid_from' | 'valid_until' | 'source' | 'file_hash'>, entryId: string) => tx.run(sql`insert into territory.zone_versions (commune, id, set_id, number, act_kind, act_number, act_on, valid_from, valid_until, source, file_hash, entry_id)
    values (${tx.commune}, ${row.id}, ${row.set_id}, ${row.number}, ${row.act_kind}, ${row.act_number}, ${row.act_on}, ${row.valid_from}, ${row.valid_until}, ${row.source}, ${row.file_hash}, ${entryId})`),
  addZone: (versionId: string, zone: NewZone, entryId: string) => { const box = boxOf(zone.shape); return tx.run(sql`insert into territory.zones (commune, id, version_id, code, name, note, shape, west, south, east, north, area_m2, entry_id)
    values (${tx.commune}, ${zone.id}, ${versionId}, ${zone.code}, ${zone.name}, ${zone.note}, ${JSON.stringify(zone.shape)}::jsonb, ${box.west}, ${box.south}, ${box.east}, ${box.north}, ${zone.area_m2}, ${entryId})`) },
  withdraw: (row: { id: string; versionId: string; reason: string; entryId: string }) => tx.run(sql`insert into territory.zone_withdrawals (commune, id, version_id, reason, entry_id) values (${tx.commune}, ${row.id}, ${row.versionId}, ${row.reason}, ${row.entryId})`),
})
