import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type EventRow = { id: string; duty: string; period: string; kind: 'fulfilled' | 'step' | 'reassigned' | 'not-applicable'; on: Day; title: string; number: string; step: string; unitId: string | null; fileHash: string | null; seq: number }
export type OwnerRow = { duty: string; unitId: string; deputyUnitId: string | null; version: number }
export type LocalRow = { id: string; title: string; rule: unknown; norm: string; article: string | null; startsOn: Day; endsOn: Day | null; version: number }
/** What started a term: noted here, or a fact of another module, with its address. */
export type OccurrenceRow = { id: string; duty: string; on: Day; title: string; seq: number; href?: string }
export type UnitName = { id: string; code: string; name: string; parentId: string | null }
export type DeskRows = { readonly events: readonly EventRow[]; readonly owners: readonly OwnerRow[]; readonly locals: readonly LocalRow[]; readonly occurrences: readonly OccurrenceRow[]; readonly units: readonly UnitName[]; /** Day the system was installed in the municipality. */ readonly since: Day | null }

/** Facts that stand: posted, known, in effect by the day and not reversed. What was reversed is listed once, not looked for row by row. */
const standing = (commune: string, knownSeq: number, on: string) => sql`join evidence.posted p on p.commune = t.commune and p.entry_id = t.entry_id
  where t.commune = ${commune} and p.seq <= ${knownSeq} and p.effective_on <= ${on} and p.seq <> all (array(select u.undoes from evidence.posted u where u.commune = ${commune} and u.undoes is not null and u.seq <= ${knownSeq}))`

export const deskStore = (tx: Tx) => ({
  /** All that the calendar of a municipality needs, in one statement. `since` leaves older acts out. */
  read: async (knownSeq: number, on: Day, since: Day | undefined): Promise<DeskRows> => {
    const row = await tx.one<{ desk: DeskRows }>(sql`select json_build_object(
      'events', (select coalesce(json_agg(e order by e.seq), '[]') from (select t.id, t.duty, t.period, t.kind, t.on_day as "on", t.title, t.number, t.step, t.unit_id as "unitId", t.file_hash as "fileHash", p.seq from calendar.duty_events t ${standing(tx.commune, knownSeq, on)} ${since ? sql`and t.on_day >= ${since}` : sql``}) e),
      'owners', (select coalesce(json_agg(o), '[]') from (select distinct on (t.duty) t.duty, t.unit_id as "unitId", t.deputy_unit_id as "deputyUnitId", w.version from calendar.owner_changes t join evidence.posted p on p.commune = t.commune and p.entry_id = t.entry_id join calendar.owners w on w.commune = t.commune and w.duty = t.duty
        where t.commune = ${tx.commune} and p.seq <= ${knownSeq} and p.effective_on <= ${on} order by t.duty, p.seq desc) o),
      'locals', (select coalesce(json_agg(l order by l.title), '[]') from (select distinct on (t.id) t.id, t.title, t.rule, t.norm, t.article, t.starts_on as "startsOn", t.ends_on as "endsOn", w.version from calendar.local_duty_changes t join evidence.posted p on p.commune = t.commune and p.entry_id = t.entry_id join calendar.local_duties w on w.commune = t.commune and w.id = t.id
        where t.commune = ${tx.commune} and p.seq <= ${knownSeq} and p.effective_on <= ${on} order by t.id, p.seq desc) l),
      'occurrences', (select coalesce(json_agg(o order by o."on"), '[]') from (select t.id, t.duty, t.on_day as "on", t.title, p.seq from calendar.occurrences t ${standing(tx.commune, knownSeq, on)}) o),
      'units', (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name, 'parentId', parent_id) order by platform.sort_key(name)), '[]') from registry.units where commune = ${tx.commune} and active),
      'since', (select (installed_at at time zone 'America/Santiago')::date from registry.communes where commune = ${tx.commune})
    ) as desk`)
    return row?.desk ?? { events: [], owners: [], locals: [], occurrences: [], units: [], since: null }
  },
  addEvent: (row: Omit<EventRow, 'seq'> & { entryId: string }) => tx.run(sql`insert into calendar.duty_events (commune, id, duty, period, kind, on_day, title, number, step, unit_id, file_hash, entry_id)
    values (${tx.commune}, ${row.id}, ${row.duty}, ${row.period}, ${row.kind}, ${row.on}, ${row.title}, ${row.number}, ${row.step}, ${row.unitId}, ${row.fileHash}, ${row.entryId})`),
  event: (id: string) => tx.one<EventRow>(sql`select t.id, t.duty, t.period, t.kind, t.on_day as "on", t.title, t.number, t.step, t.unit_id as "unitId", t.file_hash as "fileHash", p.seq from calendar.duty_events t ${standing(tx.commune, Number.MAX_SAFE_INTEGER, '9999-12-31')} and t.id = ${id}`),
  owner: (duty: string) => tx.one<OwnerRow>(sql`select duty, unit_id as "unitId", deputy_unit_id as "deputyUnitId", version from calendar.owners where commune = ${tx.commune} and duty = ${duty}`),
  addOwner: (row: Omit<OwnerRow, 'version'>) => tx.run(sql`insert into calendar.owners (commune, duty, unit_id, deputy_unit_id) values (${tx.commune}, ${row.duty}, ${row.unitId}, ${row.deputyUnitId}) on conflict do nothing`),
  /** Rows changed: 0 when another version is in place. */
  changeOwner: (row: OwnerRow) => tx.run(sql`update calendar.owners set unit_id = ${row.unitId}, deputy_unit_id = ${row.deputyUnitId}, version = version + 1 where commune = ${tx.commune} and duty = ${row.duty} and version = ${row.version}`),
  /** The decision itself, as a fact of its entry. */
  noteOwner: (row: Omit<OwnerRow, 'version'> & { entryId: string }) => tx.run(sql`insert into calendar.owner_changes (commune, duty, unit_id, deputy_unit_id, entry_id) values (${tx.commune}, ${row.duty}, ${row.unitId}, ${row.deputyUnitId}, ${row.entryId})`),
  noteLocal: (row: Omit<LocalRow, 'version'> & { entryId: string }) => tx.run(sql`insert into calendar.local_duty_changes (commune, id, title, rule, norm, article, starts_on, ends_on, entry_id) values (${tx.commune}, ${row.id}, ${row.title}, ${JSON.stringify(row.rule)}::jsonb, ${row.norm}, ${row.article}, ${row.startsOn}, ${row.endsOn}, ${row.entryId})`),
  local: (id: string) => tx.one<LocalRow>(sql`select id, title, rule, norm, article, starts_on as "startsOn", ends_on as "endsOn", version from calendar.local_duties where commune = ${tx.commune} and id = ${id}`),
  addLocal: (row: Omit<LocalRow, 'version'>) => tx.run(sql`insert into calendar.local_duties (commune, id, title, rule, norm, article, starts_on, ends_on) values (${tx.commune}, ${row.id}, ${row.title}, ${JSON.stringify(row.rule)}::jsonb, ${row.norm}, ${row.article}, ${row.startsOn}, ${row.endsOn})`),
  changeLocal: (row: LocalRow) => tx.run(sql`update calendar.local_duties set title = ${row.title}, rule = ${JSON.stringify(row.rule)}::jsonb, norm = ${row.norm}, article = ${row.article}, starts_on = ${row.startsOn}, ends_on = ${row.endsOn}, version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  addOccurrence: (row: Omit<OccurrenceRow, 'seq' | 'href'> & { entryId: string }) => tx.run(sql`insert into calendar.occurrences (commune, id, duty, on_day, title, entry_id) values (${tx.commune}, ${row.id}, ${row.duty}, ${row.on}, ${row.title}, ${row.entryId})`),
  occurrence: (id: string) => tx.one<OccurrenceRow>(sql`select t.id, t.duty, t.on_day as "on", t.title, p.seq from calendar.occurrences t ${standing(tx.commune, Number.MAX_SAFE_INTEGER, '9999-12-31')} and t.id = ${id}`),
})
