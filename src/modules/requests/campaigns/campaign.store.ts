import type { Day } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'
import type { AnswerKind } from '../contract.ts'

export type CampaignRow = { id: string; title: string; period: string; message: string; opensOn: Day; dueOn: Day; reminders: readonly Day[]; state: 'open' | 'closed'; closedOn: Day | null; version: number }
export type RequestRow = {
  id: string; campaignId: string; unitId: string; personId: string | null; post: string; deputy: boolean; absentPost: string; dueOn: Day; reopened: boolean; reopenedReason: string; version: number
  campaignState: 'open' | 'closed'; title: string; period: string; message: string; campaignDue: Day
}
export type NewItem = { id: string; requestId: string; source: string; subjectId: string | null; label: string; help: string; why: string; measure: string; kind: AnswerKind; needsEvidence: boolean; previousText: string; previousValue: number | null; previousOn: Day | null; place: number }

const CAMPAIGN = sql`c.id, c.title, c.period, c.message, c.opens_on as "opensOn", c.due_on as "dueOn", c.reminders, c.state, c.closed_on as "closedOn", c.version`
const REQUEST = sql`r.id, r.campaign_id as "campaignId", r.unit_id as "unitId", r.person_id as "personId", r.post, r.deputy, r.absent_post as "absentPost", r.due_on as "dueOn", r.reopened, r.reopened_reason as "reopenedReason", r.version,
  c.state as "campaignState", c.title, c.period, c.message, c.due_on as "campaignDue"`

export const campaignStore = (tx: Tx) => ({
  list: (knownSeq: number, on: Day) => tx.all<CampaignRow>(sql`
    select ${CAMPAIGN} from requests.campaigns c join evidence.posted e on e.commune = c.commune and e.entry_id = c.entry_id
    where c.commune = ${tx.commune} and e.seq <= ${knownSeq} and c.opens_on <= ${on} order by c.opens_on desc, c.title`),
  get: (id: string) => tx.one<CampaignRow>(sql`select ${CAMPAIGN} from requests.campaigns c where c.commune = ${tx.commune} and c.id = ${id}`),
  add: (row: Omit<CampaignRow, 'state' | 'closedOn' | 'version'> & { entryId: string; state?: 'open' | 'closed'; closedOn?: Day }) =>
    tx.run(sql`insert into requests.campaigns (commune, id, title, period, message, opens_on, due_on, reminders, entry_id, state, closed_on)
      values (${tx.commune}, ${row.id}, ${row.title}, ${row.period}, ${row.message}, ${row.opensOn}, ${row.dueOn}, ${JSON.stringify(row.reminders)}::jsonb, ${row.entryId}, ${row.state ?? 'open'}, ${row.closedOn ?? null})`),
  /** Rows changed: 0 when another version is in place. */
  close: (id: string, version: number, on: Day) => tx.run(sql`update requests.campaigns set state = 'closed', closed_on = ${on}, version = version + 1 where commune = ${tx.commune} and id = ${id} and version = ${version} and state = 'open'`),
  moveDue: (row: { id: string; version: number; dueOn: Day; reminders: readonly Day[] }) =>
    tx.run(sql`update requests.campaigns set due_on = ${row.dueOn}, reminders = ${JSON.stringify(row.reminders)}::jsonb, version = version + 1 where commune = ${tx.commune} and id = ${row.id} and version = ${row.version} and state = 'open'`),
  moveRequests: (campaignId: string, dueOn: Day) => tx.run(sql`update requests.requests set due_on = ${dueOn}, version = version + 1 where commune = ${tx.commune} and campaign_id = ${campaignId}`),
  reopen: (row: { id: string; dueOn: Day; reason: string }) =>
    tx.run(sql`update requests.requests set reopened = true, reopened_reason = ${row.reason}, due_on = ${row.dueOn}, version = version + 1 where commune = ${tx.commune} and id = ${row.id}`),
  readdress: (row: { id: string; personId: string | null; post: string; deputy: boolean; absentPost: string }) =>
    tx.run(sql`update requests.requests set person_id = ${row.personId}, post = ${row.post}, deputy = ${row.deputy}, absent_post = ${row.absentPost}, version = version + 1 where commune = ${tx.commune} and id = ${row.id}`),
  addRequests: (rows: readonly { id: string; campaignId: string; unitId: string; personId: string | null; post: string; deputy: boolean; absentPost: string; dueOn: Day; signingKey: Uint8Array }[], entryId: string) => {
    const all = <T,>(value: T): T[] => rows.map(() => value)
    return insertMany(tx, 'requests.requests', [
      { name: 'commune', type: 'text', values: all(tx.commune) }, { name: 'id', type: 'uuid', values: rows.map(({ id }) => id) }, { name: 'campaign_id', type: 'uuid', values: rows.map(({ campaignId }) => campaignId) }, { name: 'unit_id', type: 'uuid', values: rows.map(({ unitId }) => unitId) },
      { name: 'person_id', type: 'uuid', values: rows.map(({ personId }) => personId) }, { name: 'post', type: 'text', values: rows.map(({ post }) => post) }, { name: 'deputy', type: 'boolean', values: rows.map(({ deputy }) => deputy) }, { name: 'absent_post', type: 'text', values: rows.map(({ absentPost }) => absentPost) },
      { name: 'due_on', type: 'date', values: rows.map(({ dueOn }) => dueOn) }, { name: 'signing_key', type: 'bytea', values: rows.map(({ signingKey }) => signingKey) }, { name: 'entry_id', type: 'uuid', values: all(entryId) },
    ])
  },
  addItems: (rows: readonly NewItem[], entryId: string) => {
    const column = <T,>(name: string, type: string, of: (row: NewItem) => T) => ({ name, type, values: rows.map(of) })
    return insertMany(tx, 'requests.items', [
      column('commune', 'text', () => tx.commune), column('id', 'uuid', ({ id }) => id), column('request_id', 'uuid', ({ requestId }) => requestId), column('source', 'text', ({ source }) => source), column('subject_id', 'text', ({ subjectId }) => subjectId),
      column('label', 'text', ({ label }) => label), column('help', 'text', ({ help }) => help), column('why', 'text', ({ why }) => why), column('measure', 'text', ({ measure }) => measure), column('answer_kind', 'text', ({ kind }) => kind), column('needs_evidence', 'boolean', ({ needsEvidence }) => needsEvidence),
      column('previous_text', 'text', ({ previousText }) => previousText), column('previous_value', 'float8', ({ previousValue }) => previousValue), column('previous_on', 'date', ({ previousOn }) => previousOn), column('place', 'int', ({ place }) => place), column('entry_id', 'uuid', () => entryId),
    ])
  },
  requests: (filter: { campaignId?: string; ids?: readonly string[]; knownSeq: number }) => tx.all<RequestRow>(sql`
    select ${REQUEST} from requests.requests r join requests.campaigns c on c.commune = r.commune and c.id = r.campaign_id join evidence.posted e on e.commune = r.commune and e.entry_id = r.entry_id
    where r.commune = ${tx.commune} and e.seq <= ${filter.knownSeq} ${filter.campaignId ? sql`and r.campaign_id = ${filter.campaignId}` : sql``} ${filter.ids ? sql`and r.id = any (${filter.ids as string[]}::uuid[])` : sql``}`),
  /** All of a campaign, whether or not its entry is posted yet: for the action that is writing it. */
  rowsOf: (campaignId: string) => tx.all<RequestRow>(sql`select ${REQUEST} from requests.requests r join requests.campaigns c on c.commune = r.commune and c.id = r.campaign_id where r.commune = ${tx.commune} and r.campaign_id = ${campaignId}`),
  request: (id: string) => tx.one<RequestRow>(sql`select ${REQUEST} from requests.requests r join requests.campaigns c on c.commune = r.commune and c.id = r.campaign_id where r.commune = ${tx.commune} and r.id = ${id}`),
  subjects: (requestId: string) => tx.all<{ id: string; source: string; subjectId: string | null }>(sql`select id, source, subject_id as "subjectId" from requests.items where commune = ${tx.commune} and request_id = ${requestId}`),
  signingKey: async (id: string): Promise<Uint8Array> => (await tx.one<{ key: Uint8Array }>(sql`select signing_key as key from requests.requests where commune = ${tx.commune} and id = ${id}`))?.key ?? new Uint8Array(),
})
