import { sql, type Tx } from '#platform/database'

export type MailingRow = { id: string; actId: string; addressee: string; email: string; proofFile: string | null; notificationId: string | null }
const COLUMNS = sql`m.id, m.act_id as "actId", m.addressee, m.email, m.proof_file as "proofFile", m.notification_id as "notificationId"`

/** Mails of notification: the address and the proof; the message itself is in the outbox under the same id. */
export const mailingStore = (tx: Tx) => ({
  add: (row: { id: string; actId: string; addressee: string; email: string }, entryId: string) =>
    tx.run(sql`insert into correspondence.mailings (commune, id, act_id, addressee, email, entry_id) values (${tx.commune}, ${row.id}, ${row.actId}, ${row.addressee}, ${row.email}, ${entryId})`),
  get: (id: string) => tx.one<MailingRow>(sql`select ${COLUMNS} from correspondence.mailings m where m.commune = ${tx.commune} and m.id = ${id}`),
  of: (act: string) => tx.all<MailingRow>(sql`select ${COLUMNS} from correspondence.mailings m where m.commune = ${tx.commune} and m.act_id = ${act}`),
  prove: (id: string, proofFile: string, notificationId: string) => tx.run(sql`update correspondence.mailings set proof_file = ${proofFile}, notification_id = ${notificationId} where commune = ${tx.commune} and id = ${id}`),
})
