import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { AnswerKind, Via } from '../contract.ts'

export type PastAnswer = {
  id: string; value: number | null; text: string; noNews: boolean; comment: string; fileHash: string | null; fileName: string; via: Via; accountId: string | null; answererId: string | null; post: string; at: string
  verdict: 'accepted' | 'returned' | null; reason: string; reviewedBy: string | null; reviewedAt: string | null; reviewedOffice: string
}
/** What was said of one thing asked, in the order in which it was known. */
export const historyStore = (tx: Tx) => ({
  item: (id: string, knownSeq: number) => tx.one<{ requestId: string; label: string; kind: AnswerKind; measure: string; at: string }>(sql`
    select i.request_id as "requestId", i.label, i.answer_kind as kind, i.measure, x.recorded_at as at from requests.items i join evidence.posted e on e.commune = i.commune and e.entry_id = i.entry_id join evidence.entries x on x.commune = i.commune and x.id = i.entry_id
    where i.commune = ${tx.commune} and i.id = ${id} and e.seq <= ${knownSeq}`),
  answers: (itemId: string, { knownSeq, on }: { readonly knownSeq: number; readonly on: Day }) => tx.all<PastAnswer>(sql`
    select a.id, a.value, a.text, a.no_news as "noNews", a.comment, a.file_hash as "fileHash", a.file_name as "fileName", a.via, a.account_id as "accountId", a.answerer_id as "answererId", a.post, x.recorded_at as at,
      case when y.seq is not null then v.verdict end as verdict, coalesce(v.reason, '') as reason, v.reviewed_by as "reviewedBy", y.recorded_at as "reviewedAt", coalesce(y.office, 'SECPLA') as "reviewedOffice"
    from requests.answers a join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id join evidence.entries x on x.commune = a.commune and x.id = a.entry_id
    left join requests.reviews v on v.commune = a.commune and v.answer_id = a.id and v.reviewed_on <= ${on} left join evidence.entries y on y.commune = v.commune and y.id = v.entry_id and y.seq <= ${knownSeq}
    where a.commune = ${tx.commune} and a.item_id = ${itemId} and e.seq <= ${knownSeq} and a.answered_on <= ${on} order by e.seq`),
})
