import { can, type Day, formatDay, type Law } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { undoableUntil } from '#evidence'
import { TakeBackInput, WithdrawNotificationInput } from '../contract.ts'
import { deliveryStore } from '../deliveries/delivery.store.ts'
import { unanswerIncoming } from '../incoming/answer-incoming.ts'
import { alreadyReached, mailLeft, notTheDrafter, notTheSigner, notWithdrawable } from '../problems.ts'
import { actStore } from './act.store.ts'
import { demandDrafter } from './drafter.ts'
import { moveAct, needMove } from './move-act.ts'
import { notificationStore, type NotificationRow } from './notification.store.ts'
import { actTitle } from './titles.ts'

/** Its drafter takes it back to correct it, until it has a number. Its visas begin again. */
export const recallAct = defineAction({
  name: 'correspondence.recall-act', title: 'Retirar de visación para corregir', input: TakeBackInput, unless: [notTheDrafter], allowed: can('correspondence.draft'),
  run: async ({ id, version, reason }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    needMove(row, 'recall')
    demandDrafter(context, row)
    const { row: next, entry } = await moveAct(context, row, 'recall', { visas: [], visas_done: 0 }, { name: 'act-recalled', summary: `${actTitle(row)} retirado por quien lo redacta para corregirlo`, reason })
    return { result: { id, version: next.version, state: next.state }, entry }
  },
})

/** The copy uploaded was not the right one: until the act reaches somebody, it waits for its signature again. The file stays in its documents, and proves nothing. */
export const withdrawSignature = defineAction({
  name: 'correspondence.withdraw-signature', title: 'Retirar el ejemplar firmado', help: 'Mientras el acto no se haya notificado a nadie.', input: TakeBackInput, unless: [notTheSigner], allowed: (actor) => can('correspondence.sign')(actor) || can('correspondence.number')(actor),
  run: async ({ id, version, reason }, context) => {
    const { tx, actor } = context
    const row = await actStore(tx).needVersion(id, version)
    needMove(row, 'unsign')
    if (row.signer_account !== actor.accountId && !can('correspondence.number')(actor)) throw notTheSigner({ office: row.signer_title ?? '' })
    if ((await notificationStore(tx).of(id)).some(({ withdrawnOn }) => withdrawnOn === null) || (await deliveryStore(tx).people(id)).length > 0) throw alreadyReached({})
    if (row.signed_file) await tx.run(sql`insert into correspondence.withdrawn_copies (commune, act_id, hash, entry_id) values (${tx.commune}, ${id}, ${row.signed_file}, ${context.entryId}) on conflict do nothing`)
    const { row: next, entry } = await moveAct(context, row, 'unsign', { signed_on: null, signed_file: null, signature_mode: null, finding: null }, { name: 'act-signature-withdrawn', summary: `${actTitle(row)}: se retiró el ejemplar firmado`, reason, facts: { file: row.signed_file } })
    return { result: { id, version: next.version, state: next.state }, entry }
  },
})

/** Why a notification may no longer be taken back, or true: the mail left, somebody acknowledged it, or its term is over. */
export const withdrawable = (row: Pick<NotificationRow, 'withdrawnOn' | 'byMail' | 'receivedOn' | 'receipt' | 'recordedAt'>, law: Law, today: Day): true | string => {
  if (row.withdrawnOn) return 'Ya se retiró.'
  if (row.byMail) return 'El correo salió: lo que llegó no se deshace.'
  if (row.receivedOn) return 'Tiene acuse de recibo.'
  const until = undoableUntil(law, row.recordedAt)
  return today <= until || `Podía retirarse hasta el ${formatDay(until)}.`
}
/** A notification noted by mistake no longer counts, with its reason; what the act had answered waits again. */
export const withdrawNotification = defineAction({
  name: 'correspondence.withdraw-notification', title: 'Retirar una notificación anotada por error', input: WithdrawNotificationInput, allowed: can('correspondence.notify'),
  run: async ({ notification, reason }, context) => {
    const { tx } = context
    const found = await notificationStore(tx).get(notification)
    if (!found) throw notFound({ what: 'la notificación' })
    const row = await actStore(tx).need(found.act_id, true)
    const may = withdrawable(found, context.law, context.today)
    if (found.byMail) throw mailLeft({})
    if (may !== true) throw notWithdrawable({ why: may })
    needMove(row, 'unnotify')
    await notificationStore(tx).withdraw(notification, context.today, reason)
    await deliveryStore(tx).withdraw(row.id, context.today)
    const answered = row.state === 'notified' && row.replies_to_kind === 'incoming' ? row.replies_to : null
    if (answered) await unanswerIncoming(context, answered)
    const { row: next, entry } = await moveAct(context, row, 'unnotify', {}, { name: 'act-notification-withdrawn', summary: `${actTitle(row)}: se retiró una notificación anotada por error`, reason, facts: { notification, ...(answered ? { incoming: answered } : {}) } })
    return { result: { id: row.id, version: next.version, state: next.state }, entry }
  },
})
