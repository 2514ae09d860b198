import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { SessionView } from '../contract.ts'

export type SessionRow = Omit<SessionView, 'agreements'>
const COLUMNS = sql`s.id, s.number, s.kind, s.held_on as "heldOn", s.note, s.version, s.place, s.starts_at as "startsAt"`

const filters = ({ year, kind }: { year?: string; kind?: string }) => sql`${year ? sql`and s.held_on between ${`${year}-01-01`} and ${`${year}-12-31`}` : sql``} ${kind ? sql`and s.kind = ${kind}` : sql``}`

const NOW = Number.MAX_SAFE_INTEGER
/** Sessions as they were known at a ledger number: day, hour and place of the version of then, from the history of the record. */
const sessionsAt = (knownSeq: number) => (knownSeq === NOW ? sql`council.sessions` : sql`(select s.commune, s.id, s.entry_id, s.version, coalesce((v.data ->> 'number')::int, s.number) as number, coalesce(v.data ->> 'kind', s.kind) as kind, coalesce((v.data ->> 'heldOn')::date, s.held_on) as held_on,
    coalesce(v.data ->> 'note', s.note) as note, coalesce(v.data ->> 'place', s.place) as place, coalesce(v.data ->> 'startsAt', s.starts_at) as starts_at
  from council.sessions s left join lateral (select r.data from evidence.record_versions r join evidence.posted p on p.commune = r.commune and p.entry_id = r.entry_id
    where r.commune = s.commune and r.kind = 'session' and r.record_id = s.id::text and p.seq <= ${knownSeq} order by r.version desc limit 1) v on true)`)

export const councilStore = (tx: Tx) => ({
  /** Sessions held by a day and known at a ledger number, the newest first. */
  list: (options: { knownSeq: number; on: Day; ids?: readonly string[]; year?: string; kind?: string; page?: number; size?: number }) =>
    tx.all<SessionRow>(sql`select ${COLUMNS} from ${sessionsAt(options.knownSeq)} s join evidence.posted e on e.commune = s.commune and e.entry_id = s.entry_id
      where s.commune = ${tx.commune} and e.seq <= ${options.knownSeq} and s.held_on <= ${options.on} ${options.ids ? sql`and s.id = any (${options.ids as string[]}::uuid[])` : sql``}
        ${filters(options)}
      order by s.held_on desc, s.number desc limit ${options.size ?? 500} offset ${((options.page ?? 1) - 1) * (options.size ?? 500)}`),
  /** Sessions called for a day or later, known at a ledger number, the nearest first. */
  called: (options: { knownSeq: number; after: Day }) => tx.all<SessionRow>(sql`select ${COLUMNS} from ${sessionsAt(options.knownSeq)} s join evidence.posted e on e.commune = s.commune and e.entry_id = s.entry_id
    where s.commune = ${tx.commune} and e.seq <= ${options.knownSeq} and s.held_on > ${options.after} order by s.held_on, s.number limit 60`),
  /** A session held or called, as it was known. */
  known: (id: string, knownSeq: number) => tx.one<SessionRow>(sql`select ${COLUMNS} from ${sessionsAt(knownSeq)} s join evidence.posted e on e.commune = s.commune and e.entry_id = s.entry_id where s.commune = ${tx.commune} and s.id = ${id} and e.seq <= ${knownSeq}`),
  /** Titles of sessions, for lists of other things. */
  all: (knownSeq: number) => tx.all<SessionRow>(sql`select ${COLUMNS} from ${sessionsAt(knownSeq)} s join evidence.posted e on e.commune = s.commune and e.entry_id = s.entry_id where s.commune = ${tx.commune} and e.seq <= ${knownSeq} order by s.held_on desc limit 400`),
  attend: (row: { id: string; sessionId: string; present: readonly string[]; entryId: string }) =>
    tx.run(sql`insert into council.attendances (commune, id, session_id, present, entry_id) values (${tx.commune}, ${row.id}, ${row.sessionId}, ${row.present as string[]}::uuid[], ${row.entryId})`),
  /** Who was present, by the newest note of the minutes known at a ledger number. */
  attendance: async (sessionId: string, knownSeq: number): Promise<readonly string[] | undefined> => (await tx.one<{ present: string[] }>(sql`select a.present::text[] as present from council.attendances a join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id
    where a.commune = ${tx.commune} and a.session_id = ${sessionId} and e.seq <= ${knownSeq} order by e.seq desc limit 1`))?.present,
  count: async (options: { knownSeq: number; on: Day; year?: string; kind?: string }) => (await tx.one<{ n: number }>(sql`select count(*) as n from ${sessionsAt(options.knownSeq)} s join evidence.posted e on e.commune = s.commune and e.entry_id = s.entry_id
      where s.commune = ${tx.commune} and e.seq <= ${options.knownSeq} and s.held_on <= ${options.on} ${filters(options)}`))?.n ?? 0,
  get: (id: string) => tx.one<SessionRow>(sql`select ${COLUMNS} from council.sessions s where s.commune = ${tx.commune} and s.id = ${id}`),
  sameNumber: (kind: string, number: number, year: string) => tx.one<{ id: string }>(sql`select id from council.sessions where commune = ${tx.commune} and kind = ${kind} and number = ${number} and held_on between ${`${year}-01-01`} and ${`${year}-12-31`}`),
  add: (row: { id: string; number: number; kind: string; heldOn: Day; note: string; entryId: string; place?: string; startsAt?: string }) =>
    tx.run(sql`insert into council.sessions (commune, id, number, kind, held_on, note, place, starts_at, entry_id) values (${tx.commune}, ${row.id}, ${row.number}, ${row.kind}, ${row.heldOn}, ${row.note}, ${row.place ?? ''}, ${row.startsAt ?? ''}, ${row.entryId})`),
  /** Moves a session called. Rows changed: 0 when another version is in place. */
  move: (row: { id: string; version: number; heldOn: Day; startsAt: string; place: string }) =>
    tx.run(sql`update council.sessions set held_on = ${row.heldOn}, starts_at = ${row.startsAt}, place = ${row.place}, version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  /** Rows changed: 0 when another version is in place. */
  change: (row: { id: string; version: number; number: number; kind: string; heldOn: Day; note: string }) =>
    tx.run(sql`update council.sessions set number = ${row.number}, kind = ${row.kind}, held_on = ${row.heldOn}, note = ${row.note}, version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  years: async () => (await tx.all<{ year: number }>(sql`select distinct extract(year from held_on)::int as year from council.sessions where commune = ${tx.commune} order by year desc`)).map(({ year }) => String(year)),
  /** Holds the session until the end of the action, so that two people do not give one number to two agreements. */
  hold: (id: string) => tx.one<SessionRow>(sql`select ${COLUMNS} from council.sessions s where s.commune = ${tx.commune} and s.id = ${id} for update`),
})
