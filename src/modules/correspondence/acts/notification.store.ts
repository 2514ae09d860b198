import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { Means } from '../contract.ts'

export type NotificationRow = { id: string; act_id: string; addressee: string; means: Means; notifiedOn: Day; receipt: string; receiptFile: string | null; receivedOn: Day | null; withdrawnOn: Day | null; withdrawnReason: string; recordedAt: string; byMail: boolean }
const COLUMNS = sql`n.id, n.act_id, n.addressee, n.means, n.notified_on as "notifiedOn", n.receipt, n.receipt_file as "receiptFile", n.received_on as "receivedOn", n.withdrawn_on as "withdrawnOn", n.withdrawn_reason as "withdrawnReason",
  (select e.recorded_at from evidence.entries e where e.commune = n.commune and e.id = n.entry_id) as "recordedAt", exists (select from correspondence.mailings m where m.commune = n.commune and m.notification_id = n.id) as "byMail"`

export const notificationStore = (tx: Tx) => ({
  of: (act: string) => tx.all<NotificationRow>(sql`select ${COLUMNS} from correspondence.notifications n where n.commune = ${tx.commune} and n.act_id = ${act} order by n.notified_on, n.addressee`),
  get: (id: string) => tx.one<NotificationRow>(sql`select ${COLUMNS} from correspondence.notifications n where n.commune = ${tx.commune} and n.id = ${id} for update`),
  add: (row: { id: string; act: string; addressee: string; means: Means; notifiedOn: Day; receipt: string; receiptFile: string | null }, entryId: string) =>
    tx.run(sql`insert into correspondence.notifications (commune, id, act_id, addressee, means, notified_on, receipt, receipt_file, received_on, entry_id)
      values (${tx.commune}, ${row.id}, ${row.act}, ${row.addressee}, ${row.means}, ${row.notifiedOn}, ${row.receipt}, ${row.receiptFile}, ${row.receipt ? row.notifiedOn : null}, ${entryId})`),
  /** Noted by mistake: it no longer counts and stays with its reason. */
  withdraw: (id: string, on: Day, reason: string) => tx.run(sql`update correspondence.notifications set withdrawn_on = ${on}, withdrawn_reason = ${reason} where commune = ${tx.commune} and id = ${id}`),
  receive: (row: { notification: string; receivedOn: Day; receipt: string; receiptFile: string | null }) =>
    tx.run(sql`update correspondence.notifications set received_on = ${row.receivedOn}, receipt = ${row.receipt}, receipt_file = coalesce(${row.receiptFile}, receipt_file) where commune = ${tx.commune} and id = ${row.notification}`),
})
