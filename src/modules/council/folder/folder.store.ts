import type { Day } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'

export type DocumentRow = { readonly id: string; readonly sessionId: string; readonly pointId: string; readonly title: string; readonly fileHash: string | null; readonly recordKind: string | null; readonly recordId: string | null; readonly href: string; readonly putOn: Day }
export type SendingRow = { readonly id: string; readonly sessionId: string; readonly sentOn: Day; readonly means: 'email' | 'paper' | 'platform'; readonly documents: readonly string[]; readonly recipients: readonly string[] }
export type ReceiptRow = { readonly sendingId: string; readonly personId: string; readonly receivedOn: Day; readonly note: string }
const posted = (alias: string) => sql.raw(`join evidence.posted e on e.commune = ${alias}.commune and e.entry_id = ${alias}.entry_id`)

export const folderStore = (tx: Tx) => ({
  /** Documents in the folders of sessions, those withdrawn left out, as known at a ledger number. */
  documents: (sessions: readonly string[], knownSeq: number) => tx.all<DocumentRow>(sql`
    select d.id, d.session_id as "sessionId", d.point_id as "pointId", d.title, d.file_hash as "fileHash", d.record_kind as "recordKind", d.record_id as "recordId", d.href, d.put_on as "putOn"
    from council.folder_documents d ${posted('d')} where d.commune = ${tx.commune} and d.session_id = any (${sessions as string[]}::uuid[]) and e.seq <= ${knownSeq}
      and not exists (select from council.folder_withdrawals w join evidence.posted x on x.commune = w.commune and x.entry_id = w.entry_id where w.commune = d.commune and w.document_id = d.id and x.seq <= ${knownSeq})
    order by e.seq, d.title`),
  document: (id: string) => tx.one<DocumentRow>(sql`select d.id, d.session_id as "sessionId", d.point_id as "pointId", d.title, d.file_hash as "fileHash", d.record_kind as "recordKind", d.record_id as "recordId", d.href, d.put_on as "putOn" from council.folder_documents d
    where d.commune = ${tx.commune} and d.id = ${id} and not exists (select from council.folder_withdrawals w where w.commune = d.commune and w.document_id = d.id)`),
  put: (row: DocumentRow & { entryId: string }) => tx.run(sql`insert into council.folder_documents (commune, id, session_id, point_id, title, file_hash, record_kind, record_id, href, put_on, entry_id)
    values (${tx.commune}, ${row.id}, ${row.sessionId}, ${row.pointId}, ${row.title}, ${row.fileHash}, ${row.recordKind}, ${row.recordId}, ${row.href}, ${row.putOn}, ${row.entryId})`),
  withdraw: (id: string, reason: string, entryId: string) => tx.run(sql`insert into council.folder_withdrawals (commune, document_id, reason, entry_id) values (${tx.commune}, ${id}, ${reason}, ${entryId})`),
  sendings: (sessions: readonly string[], knownSeq: number) => tx.all<SendingRow>(sql`
    select s.id, s.session_id as "sessionId", s.sent_on as "sentOn", s.means, s.documents::text[] as documents, s.recipients::text[] as recipients from council.folder_sendings s ${posted('s')}
    where s.commune = ${tx.commune} and s.session_id = any (${sessions as string[]}::uuid[]) and e.seq <= ${knownSeq} order by e.seq`),
  sending: (id: string) => tx.one<SendingRow>(sql`select s.id, s.session_id as "sessionId", s.sent_on as "sentOn", s.means, s.documents::text[] as documents, s.recipients::text[] as recipients from council.folder_sendings s where s.commune = ${tx.commune} and s.id = ${id}`),
  send: (row: SendingRow & { entryId: string }) => tx.run(sql`insert into council.folder_sendings (commune, id, session_id, sent_on, means, documents, recipients, entry_id)
    values (${tx.commune}, ${row.id}, ${row.sessionId}, ${row.sentOn}, ${row.means}, ${row.documents as string[]}::uuid[], ${row.recipients as string[]}::uuid[], ${row.entryId})`),
  /** Receipts as they are read at a ledger number: the newest correction of each rules, and one without a day takes it away. */
  receipts: (sessions: readonly string[], knownSeq: number) => tx.all<ReceiptRow>(sql`
    select r.sending_id as "sendingId", r.person_id as "personId", coalesce(c.received_on, r.received_on) as "receivedOn", case when c.id is null then r.note else 'Corregido: ' || c.reason end as note from council.folder_receipts r ${posted('r')} join council.folder_sendings s on s.commune = r.commune and s.id = r.sending_id
    left join lateral (select c.id, c.received_on, c.reason from council.receipt_corrections c join evidence.posted p on p.commune = c.commune and p.entry_id = c.entry_id
      where c.commune = r.commune and c.sending_id = r.sending_id and c.person_id = r.person_id and p.seq <= ${knownSeq} order by p.seq desc limit 1) c on true
    where r.commune = ${tx.commune} and s.session_id = any (${sessions as string[]}::uuid[]) and e.seq <= ${knownSeq} and (c.id is null or c.received_on is not null)`),
  /** Everybody who was once noted as having received it, corrected or not. */
  noted: async (sendingId: string): Promise<ReadonlySet<string>> => new Set((await tx.all<{ id: string }>(sql`select person_id as id from council.folder_receipts where commune = ${tx.commune} and sending_id = ${sendingId}`)).map(({ id }) => id)),
  correct: (row: { id: string; sending: string; person: string; receivedOn: Day | null; reason: string; entryId: string }) => tx.run(sql`insert into council.receipt_corrections (commune, id, sending_id, person_id, received_on, reason, entry_id)
    values (${tx.commune}, ${row.id}, ${row.sending}, ${row.person}, ${row.receivedOn}, ${row.reason}, ${row.entryId})`),
  receive: async (sendingId: string, people: readonly string[], receivedOn: Day, note: string, entryId: string): Promise<void> => {
    const same = (name: string, type: string, value: string) => ({ name, type, values: people.map(() => value) })
    await insertMany(tx, 'council.folder_receipts', [same('commune', 'text', tx.commune), same('sending_id', 'uuid', sendingId), { name: 'person_id', type: 'uuid', values: people }, same('received_on', 'date', receivedOn), same('note', 'text', note), same('entry_id', 'uuid', entryId)])
  },
})
