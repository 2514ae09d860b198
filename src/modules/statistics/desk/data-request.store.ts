import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { TableRequest } from '../model/request.ts'
import type { Channel, Requester, StepKind, TableChanges } from './desk-contract.ts'

export type DataRequestRow = {
  id: string; year: number; number: number; channel: Channel; requester: Requester; unitId: string | null; unitName: string | null; organisation: string; requesterId: string | null; asked: string; purpose: string; urgent: boolean; receivedOn: Day; wantedOn: Day | null; dueOn: Day; clock: string; authorId: string; entryId: string
}
export type StepRow = {
  id: string; requestId: string; kind: StepKind; on: Day; accountId: string; toAccount: string | null; reason: string; verdict: '' | 'full' | 'partial'; cause: string; dueOn: Day | null; receiverId: string | null; receiverPost: string; means: string; rating: number | null
  workbook: string | null; letter: string | null; againOf: string | null; entryId: string; seq: number; recordedAt: string; summary: string
}
export type NewStep = Pick<StepRow, 'id' | 'requestId' | 'kind' | 'on' | 'accountId'> & Partial<Omit<StepRow, 'id' | 'requestId' | 'kind' | 'on' | 'accountId' | 'seq' | 'recordedAt' | 'summary' | 'entryId'>>
export type TableRow = { id: string; stepId: string; title: string; datasetId: string; datasetTitle: string; version: number; request: TableRequest; changes: TableChanges | null }

const REQUEST = sql`r.id, r.year, r.number, r.channel, r.requester, r.unit_id as "unitId", u.name as "unitName", r.organisation, r.requester_id as "requesterId", r.asked, r.purpose, r.urgent, r.received_on as "receivedOn", r.wanted_on as "wantedOn", r.due_on as "dueOn", r.clock, r.author_id as "authorId", r.entry_id as "entryId"`
const FROM = sql`statistics.data_requests r join evidence.posted p on p.commune = r.commune and p.entry_id = r.entry_id left join registry.units u on u.commune = r.commune and u.id = r.unit_id`
const MOST = 3000

/** Questions and their steps, as they were known by an entry. Who only asks sees their own. */
export const dataRequestStore = (tx: Tx) => ({
  list: (knownSeq: number, author?: string) => tx.all<DataRequestRow>(sql`select ${REQUEST} from ${FROM} where r.commune = ${tx.commune} and p.seq <= ${knownSeq} ${author ? sql`and r.author_id = ${author}` : sql``} order by r.received_on desc, r.number desc limit ${MOST}`),
  /** Those that nobody closed yet. */
  openNow: () => tx.all<DataRequestRow>(sql`select ${REQUEST} from ${FROM} where r.commune = ${tx.commune} and not exists (select from statistics.data_request_steps s join evidence.posted e on e.commune = s.commune and e.entry_id = s.entry_id
    where s.commune = r.commune and s.request_id = r.id and s.kind in ('delivered', 'refused', 'cancelled') and not exists (select from evidence.posted x where x.commune = e.commune and x.undoes = e.seq)) order by r.due_on limit 500`),
  get: (id: string, knownSeq = Number.MAX_SAFE_INTEGER) => tx.one<DataRequestRow>(sql`select ${REQUEST} from ${FROM} where r.commune = ${tx.commune} and r.id = ${id} and p.seq <= ${knownSeq}`),
  byIds: (ids: readonly string[]) => tx.all<DataRequestRow>(sql`select ${REQUEST} from ${FROM} where r.commune = ${tx.commune} and r.id = any (${ids as string[]}::uuid[])`),
  /** Steps of one question, or of all of them; those taken back by then are left out. */
  steps: (knownSeq: number, requestId?: string) => tx.all<StepRow>(sql`select s.id, s.request_id as "requestId", s.kind, s.on_day as "on", s.account_id as "accountId", s.to_account as "toAccount", s.reason, s.verdict, s.cause, s.due_on as "dueOn", s.receiver_id as "receiverId", s.receiver_post as "receiverPost",
    s.means, s.rating, s.workbook_hash as workbook, s.letter_hash as letter, s.again_of as "againOf", s.entry_id as "entryId", e.seq::float8 as seq, e.recorded_at as "recordedAt", e.summary
    from statistics.data_request_steps s join evidence.entries e on e.commune = s.commune and e.id = s.entry_id
    where s.commune = ${tx.commune} and e.seq <= ${knownSeq} ${requestId ? sql`and s.request_id = ${requestId}` : sql``}
      and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq}) order by e.seq, s.kind`),
  tables: (stepIds: readonly string[]) => tx.all<TableRow>(sql`select t.id, t.step_id as "stepId", t.title, t.dataset_id as "datasetId", d.title as "datasetTitle", t.version_number as version, t.request, t.changes
    from statistics.delivered_tables t join statistics.datasets d on d.commune = t.commune and d.id = t.dataset_id where t.commune = ${tx.commune} and t.step_id = any (${stepIds as string[]}::uuid[]) order by t.step_id, t.position`),
  /** The next number of the year. Two at once take turns. */
  nextNumber: async (year: number): Promise<number> => {
    await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`data-requests ${tx.commune}`}))`)
    return ((await tx.one<{ last: number }>(sql`select coalesce(max(number), 0)::int as last from statistics.data_requests where commune = ${tx.commune} and year = ${year}`))?.last ?? 0) + 1
  },
  /** Roles whose holders answer questions. */
  attendingRoles: async () => new Set((await tx.all<{ key: string }>(sql`select key from registry.roles where commune = ${tx.commune} and permissions @> array['statistics.load']`)).map(({ key }) => key)),
  hold: (id: string) => tx.run(sql`select pg_advisory_xact_lock(hashtext(${`data-request ${id}`}))`),
  add: (row: Omit<DataRequestRow, 'unitName' | 'entryId'>, entryId: string) => tx.run(sql`insert into statistics.data_requests (commune, id, year, number, channel, requester, unit_id, organisation, requester_id, asked, purpose, urgent, received_on, wanted_on, due_on, clock, author_id, entry_id)
    values (${tx.commune}, ${row.id}, ${row.year}, ${row.number}, ${row.channel}, ${row.requester}, ${row.unitId}, ${row.organisation}, ${row.requesterId}, ${row.asked}, ${row.purpose}, ${row.urgent}, ${row.receivedOn}, ${row.wantedOn}, ${row.dueOn}, ${row.clock}, ${row.authorId}, ${entryId})`),
  addStep: (row: NewStep, entryId: string) => tx.run(sql`insert into statistics.data_request_steps (commune, id, request_id, kind, on_day, account_id, to_account, reason, verdict, cause, due_on, receiver_id, receiver_post, means, rating, workbook_hash, letter_hash, again_of, entry_id)
    values (${tx.commune}, ${row.id}, ${row.requestId}, ${row.kind}, ${row.on}, ${row.accountId}, ${row.toAccount ?? null}, ${row.reason ?? ''}, ${row.verdict ?? ''}, ${row.cause ?? ''}, ${row.dueOn ?? null}, ${row.receiverId ?? null}, ${row.receiverPost ?? ''}, ${row.means ?? ''},
      ${row.rating ?? null}, ${row.workbook ?? null}, ${row.letter ?? null}, ${row.againOf ?? null}, ${entryId})`),
  addTable: (row: Omit<TableRow, 'datasetTitle'> & { position: number }, entryId: string) => tx.run(sql`insert into statistics.delivered_tables (commune, id, step_id, position, title, dataset_id, version_number, request, changes, entry_id)
    values (${tx.commune}, ${row.id}, ${row.stepId}, ${row.position}, ${row.title}, ${row.datasetId}, ${row.version}, ${JSON.stringify(row.request)}::jsonb, ${row.changes ? JSON.stringify(row.changes) : null}::jsonb, ${entryId})`),
})
