import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { RequestEvent } from '../contract/requests.ts'

export type RequestRow = { readonly id: string; readonly number: number; readonly year: number; readonly personId: string; readonly basis: string; readonly channel: 'session' | 'letter'; readonly sessionId: string | null; readonly document: string; readonly askedOn: Day; readonly subject: string; readonly detail: string; /** The letter of the book of what arrives that asked it. */ readonly incomingId?: string | null }
export type EventRow = { readonly id: string; readonly requestId: string; readonly name: RequestEvent['name']; readonly on: Day; readonly unitId: string | null; readonly until: Day | null; readonly actId: string | null; readonly document: string; readonly fileHash: string | null; readonly note: string }
const COLUMNS = sql`r.id, r.number, r.year, r.person_id as "personId", r.basis, r.channel, r.session_id as "sessionId", r.document, r.asked_on as "askedOn", r.subject, r.detail, r.incoming_id as "incomingId"`

export const requestStore = (tx: Tx) => ({
  /** Requests asked by a day and known at a ledger number, the newest first. */
  list: (options: { knownSeq: number; on: Day; year?: string; ids?: readonly string[] }) => tx.all<RequestRow>(sql`
    select ${COLUMNS} from council.requests r join evidence.posted e on e.commune = r.commune and e.entry_id = r.entry_id
    where r.commune = ${tx.commune} and e.seq <= ${options.knownSeq} and r.asked_on <= ${options.on} ${options.year ? sql`and r.year = ${Number(options.year)}` : sql``} ${options.ids ? sql`and r.id = any (${options.ids as string[]}::uuid[])` : sql``}
    order by r.asked_on desc, r.number desc limit 1000`),
  /** The request, held until the end of the action: two people do not answer it at once. Facts admit no row lock, so its name is locked. */
  get: async (id: string) => {
    await tx.raw('select pg_advisory_xact_lock(hashtext($1))', [`council.request ${tx.commune} ${id}`])
    return tx.one<RequestRow>(sql`select ${COLUMNS} from council.requests r where r.commune = ${tx.commune} and r.id = ${id}`)
  },
  /** What happened to requests, in the order of the ledger. */
  events: (knownSeq: number, requests?: readonly string[]) => tx.all<EventRow>(sql`
    select v.id, v.request_id as "requestId", v.name, v.happened_on as "on", v.unit_id as "unitId", v.until, v.act_id as "actId", v.document, v.file_hash as "fileHash", v.note
    from council.request_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id
    where v.commune = ${tx.commune} and e.seq <= ${knownSeq} ${requests ? sql`and v.request_id = any (${requests as string[]}::uuid[])` : sql``} order by e.seq`),
  nextNumber: async (year: number): Promise<number> => (await tx.one<{ n: number }>(sql`select coalesce(max(number), 0) + 1 as n from council.requests where commune = ${tx.commune} and year = ${year}`))?.n ?? 1,
  years: async () => (await tx.all<{ year: number }>(sql`select distinct year from council.requests where commune = ${tx.commune} order by year desc`)).map(({ year }) => String(year)),
  add: (row: RequestRow & { entryId: string }) => tx.run(sql`insert into council.requests (commune, id, number, year, person_id, basis, channel, session_id, document, asked_on, subject, detail, incoming_id, entry_id)
    values (${tx.commune}, ${row.id}, ${row.number}, ${row.year}, ${row.personId}, ${row.basis}, ${row.channel}, ${row.sessionId}, ${row.document}, ${row.askedOn}, ${row.subject}, ${row.detail}, ${row.incomingId ?? null}, ${row.entryId})`),
  happen: (row: { id: string; requestId: string; name: RequestEvent['name']; on: Day; unitId?: string | null; until?: Day | null; actId?: string | null; document?: string; fileHash?: string | null; note?: string; entryId: string }) =>
    tx.run(sql`insert into council.request_events (commune, id, request_id, name, happened_on, unit_id, until, act_id, document, file_hash, note, entry_id)
      values (${tx.commune}, ${row.id}, ${row.requestId}, ${row.name}, ${row.on}, ${row.unitId ?? null}, ${row.until ?? null}, ${row.actId ?? null}, ${row.document ?? ''}, ${row.fileHash ?? null}, ${row.note ?? ''}, ${row.entryId})`),
  ofIncoming: (incomingId: string) => tx.one<{ requestId: string }>(sql`select id as "requestId" from council.requests where commune = ${tx.commune} and incoming_id = ${incomingId}`),
  /** Taken as answered, and not reopened since. */
  isAnswered: async (id: string): Promise<boolean> => (await tx.one<{ name: string }>(sql`select v.name from council.request_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id
    where v.commune = ${tx.commune} and v.request_id = ${id} and v.name in ('answered', 'reopened') order by e.seq desc limit 1`))?.name === 'answered',
  /** The request whose standing answer is this act. */
  answeredWith: (actId: string) => tx.one<{ requestId: string }>(sql`select x."requestId" from (select distinct on (v.request_id) v.request_id as "requestId", v.name, v.act_id from council.request_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id
    where v.commune = ${tx.commune} and v.name in ('answered', 'reopened') order by v.request_id, e.seq desc) x where x.name = 'answered' and x.act_id::text = ${actId} limit 1`),
  /** The request that an act answers. */
  ofAct: (actId: string) => tx.one<{ requestId: string }>(sql`select v.request_id as "requestId" from council.request_events v where v.commune = ${tx.commune} and v.act_id = ${actId} and v.name = 'drafted' limit 1`),
})
