import type { Day } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'
import type { AnswerKind, Via } from '../contract.ts'

export type ItemRow = { id: string; requestId: string; source: string; subjectId: string | null; label: string; help: string; why: string; measure: string; kind: AnswerKind; needsEvidence: boolean; previousText: string; previousValue: number | null; previousOn: Day | null; place: number }
export type DraftRow = { itemId: string; value: number | null; text: string; noNews: boolean; comment: string; fileHash: string | null; fileName: string; via: Via }
/** A draft as it is kept: each saving has a mark. */
export type KeptDraft = DraftRow & { revision: string; savedAt: string }
export type AnswerRow = DraftRow & { id: string; accountId: string | null; answererId: string | null; post: string; answeredOn: Day; verdict: 'accepted' | 'returned' | null; reason: string; reviewedBy: string | null; reviewedOn: Day | null; factId: string | null }

const ITEM = sql`i.id, i.request_id as "requestId", i.source, i.subject_id as "subjectId", i.label, i.help, i.why, i.measure, i.answer_kind as kind, i.needs_evidence as "needsEvidence", i.previous_text as "previousText", i.previous_value as "previousValue", i.previous_on as "previousOn", i.place`
const GIVEN = sql`value, text, no_news as "noNews", comment, file_hash as "fileHash", file_name as "fileName", via`
const ANSWER = sql`a.id, a.item_id as "itemId", a.value, a.text, a.no_news as "noNews", a.comment, a.file_hash as "fileHash", a.file_name as "fileName", a.via, a.account_id as "accountId", a.answerer_id as "answererId", a.post, a.answered_on as "answeredOn"`

export const answerStore = (tx: Tx) => ({
  /** One writer of a request at a time: two savings of the same instant follow one another. */
  hold: (requestId: string) => tx.one(sql`select id from requests.requests where commune = ${tx.commune} and id = ${requestId} for update`),
  items: (requestIds: readonly string[]) => tx.all<ItemRow>(sql`select ${ITEM} from requests.items i where i.commune = ${tx.commune} and i.request_id = any (${requestIds as string[]}::uuid[]) order by i.request_id, i.place`),
  drafts: (requestIds: readonly string[]) => tx.all<KeptDraft>(sql`
    select item_id as "itemId", ${GIVEN}, revision, saved_at as "savedAt" from requests.drafts where commune = ${tx.commune} and item_id in (select id from requests.items where commune = ${tx.commune} and request_id = any (${requestIds as string[]}::uuid[]))`),
  /** The last answer known of each item, with its review when it was known too. */
  latest: (requestIds: readonly string[], known: { knownSeq: number; on: Day }) => tx.all<AnswerRow>(sql`
    select distinct on (a.item_id) ${ANSWER}, case when re.seq <= ${known.knownSeq} then v.verdict end as verdict, coalesce(v.reason, '') as reason, v.reviewed_by as "reviewedBy", v.reviewed_on as "reviewedOn", v.fact_id as "factId"
    from requests.items i join requests.answers a on a.commune = i.commune and a.item_id = i.id
    join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id
    left join requests.reviews v on v.commune = a.commune and v.answer_id = a.id and v.reviewed_on <= ${known.on}
    left join evidence.posted re on re.commune = v.commune and re.entry_id = v.entry_id
    where i.commune = ${tx.commune} and i.request_id = any (${requestIds as string[]}::uuid[]) and e.seq <= ${known.knownSeq} and a.answered_on <= ${known.on}
    order by a.item_id, e.seq desc`),
  /** First day on which anything of each request was sent, and the last. */
  sentOn: (requestIds: readonly string[], known: { knownSeq: number; on: Day }) => tx.all<{ requestId: string; first: Day; last: Day }>(sql`
    select i.request_id as "requestId", min(a.answered_on) as first, max(a.answered_on) as last from requests.items i join requests.answers a on a.commune = i.commune and a.item_id = i.id join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id
    where i.commune = ${tx.commune} and i.request_id = any (${requestIds as string[]}::uuid[]) and e.seq <= ${known.knownSeq} and a.answered_on <= ${known.on} group by i.request_id`),
  answer: (id: string) => tx.one<AnswerRow & { requestId: string; latest: boolean }>(sql`
    select ${ANSWER}, v.verdict, coalesce(v.reason, '') as reason, v.reviewed_by as "reviewedBy", v.reviewed_on as "reviewedOn", v.fact_id as "factId", i.request_id as "requestId",
      not exists (select from requests.answers b join evidence.posted later on later.commune = b.commune and later.entry_id = b.entry_id where b.commune = a.commune and b.item_id = a.item_id and b.id <> a.id and later.seq > e.seq) as latest
    from requests.answers a join requests.items i on i.commune = a.commune and i.id = a.item_id join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id
    left join requests.reviews v on v.commune = a.commune and v.answer_id = a.id where a.commune = ${tx.commune} and a.id = ${id}`),
  keepDraft: (row: DraftRow & { revision: string; at: string }) => tx.run(sql`
    insert into requests.drafts (commune, item_id, value, text, no_news, comment, file_hash, file_name, via, saved_at, revision)
    values (${tx.commune}, ${row.itemId}, ${row.value}, ${row.text}, ${row.noNews}, ${row.comment}, ${row.fileHash}, ${row.fileName}, ${row.via}, ${row.at}, ${row.revision})
    on conflict (commune, item_id) do update set value = excluded.value, text = excluded.text, no_news = excluded.no_news, comment = excluded.comment, file_hash = excluded.file_hash, file_name = excluded.file_name, via = excluded.via, saved_at = excluded.saved_at, revision = excluded.revision`),
  dropDrafts: (itemIds: readonly string[]) => tx.run(sql`delete from requests.drafts where commune = ${tx.commune} and item_id = any (${itemIds as string[]}::uuid[])`),
  add: (rows: readonly (DraftRow & { id: string; accountId: string | null; answererId: string | null; post: string; answeredOn: Day; entryId: string })[]) => {
    const column = <T,>(name: string, type: string, of: (row: (typeof rows)[number]) => T) => ({ name, type, values: rows.map(of) })
    return insertMany(tx, 'requests.answers', [
      column('commune', 'text', () => tx.commune), column('id', 'uuid', ({ id }) => id), column('item_id', 'uuid', ({ itemId }) => itemId), column('value', 'float8', ({ value }) => value), column('text', 'text', ({ text }) => text), column('no_news', 'boolean', ({ noNews }) => noNews),
      column('comment', 'text', ({ comment }) => comment), column('file_hash', 'text', ({ fileHash }) => fileHash), column('file_name', 'text', ({ fileName }) => fileName), column('via', 'text', ({ via }) => via), column('account_id', 'uuid', ({ accountId }) => accountId),
      column('answerer_id', 'uuid', ({ answererId }) => answererId), column('post', 'text', ({ post }) => post), column('answered_on', 'date', ({ answeredOn }) => answeredOn), column('entry_id', 'uuid', ({ entryId }) => entryId),
    ])
  },
  review: (rows: readonly { answerId: string; verdict: 'accepted' | 'returned'; reason: string; reviewedBy: string; reviewedOn: Day; factId: string | null; entryId: string }[]) => {
    const column = <T,>(name: string, type: string, of: (row: (typeof rows)[number]) => T) => ({ name, type, values: rows.map(of) })
    return insertMany(tx, 'requests.reviews', [
      column('commune', 'text', () => tx.commune), column('answer_id', 'uuid', ({ answerId }) => answerId), column('verdict', 'text', ({ verdict }) => verdict), column('reason', 'text', ({ reason }) => reason), column('reviewed_by', 'uuid', ({ reviewedBy }) => reviewedBy),
      column('reviewed_on', 'date', ({ reviewedOn }) => reviewedOn), column('fact_id', 'text', ({ factId }) => factId), column('entry_id', 'uuid', ({ entryId }) => entryId),
    ])
  },
})
