import { can, formatDay } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { fileRows, hangFile } from '#evidence'
import type { z } from 'zod'
import { meansTitle, NotifyActInput, ReceiptInput } from '../contract.ts'
import { alreadyNotified, dateInFuture, notAddressee, notWithdrawable, signedBefore } from '../problems.ts'
import { answerIncoming } from '../incoming/answer-incoming.ts'
import { deliverActs, demandCouncillors } from '../deliveries/deliver-acts.ts'
import { type ActRow, actStore } from './act.store.ts'
import { ACT, moveAct, needMove } from './move-act.ts'
import { notificationStore } from './notification.store.ts'
import { actTitle } from './titles.ts'
import { mustReach, reachedAll } from './transitions.ts'

type Noted = Omit<z.output<typeof NotifyActInput>, 'act' | 'version'>
/** One addressee reached, by any means: the row, the state of the act, what it answered, and the copy of each councillor. Dates are checked here. */
export const noteNotification = async (context: ActionContext, row: ActRow, { people, ...input }: Noted) => {
  const { tx } = context
  needMove(row, 'notify')
  if (input.notifiedOn > context.today) throw dateInFuture({ what: 'La fecha de la notificación' }, { errors: [{ pointer: '/notifiedOn', message: 'Esa fecha aún no llega' }] })
  if (row.signed_on && input.notifiedOn < row.signed_on) throw signedBefore({ actOn: formatDay(row.signed_on) }, { errors: [{ pointer: '/notifiedOn', message: 'Es anterior a la firma' }] })
  if (![...row.addressees, ...row.distribution].includes(input.addressee)) throw notAddressee({ addressee: input.addressee }, { errors: [{ pointer: '/addressee', message: 'No es destinatario' }] })
  const store = notificationStore(tx)
  const before = (await store.of(row.id)).filter(({ withdrawnOn }) => withdrawnOn === null)
  if (before.some((one) => one.addressee === input.addressee && one.means === input.means)) throw alreadyNotified({ addressee: input.addressee })
  await demandCouncillors(tx, people, context.today)
  await store.add({ ...input, act: row.id }, context.entryId)
  await deliverActs(context, [row.id], people, { why: 'notified', about: input.id, on: input.notifiedOn })
  const all = reachedAll(row, [...before.map(({ addressee }) => addressee), input.addressee])
  const answered = all && row.replies_to_kind === 'incoming' ? row.replies_to : null
  const { row: next, entry } = await moveAct(context, row, 'notify', {}, {
    name: 'act-notified', summary: `${actTitle(row)} notificado, ${meansTitle[input.means].toLowerCase()} (${before.length + 1} de ${Math.max(mustReach(row).length, before.length + 1)})`, on: input.notifiedOn, facts: { notification: input.id, means: input.means, complete: all, ...(answered ? { incoming: answered } : {}) },
  }, all)
  if (answered) await answerIncoming(context, answered, input.notifiedOn)
  return { next, entry }
}

/** Says that the act reached somebody: whom, by what means, when. With the last addressee the act is notified, and what it answered is answered. */
export const notifyAct = defineAction({
  name: 'correspondence.notify-act', title: 'Anotar una notificación', input: NotifyActInput, allowed: can('correspondence.notify'),
  run: async ({ act, version, ...input }, context) => {
    const row = await actStore(context.tx).needVersion(act, version)
    const file = input.receiptFile ? await fileRows(context.tx).get(input.receiptFile) : undefined
    if (input.receiptFile && !file) throw notFound({ what: 'el comprobante subido' })
    if (file) await hangFile(context, { kind: ACT, id: row.id }, file, `Comprobante de notificación, ${input.addressee}`, input.notifiedOn)
    const { next, entry } = await noteNotification(context, row, input)
    return { result: { id: row.id, version: next.version, state: next.state }, entry }
  },
})

/** Adds the receipt of a notification that was sent before. */
export const recordReceipt = defineAction({
  name: 'correspondence.record-receipt', title: 'Anotar el acuse de una notificación', input: ReceiptInput, allowed: can('correspondence.notify'),
  run: async (input, context) => {
    const store = notificationStore(context.tx)
    const before = await store.get(input.notification)
    if (!before) throw notFound({ what: 'la notificación' })
    const row = await actStore(context.tx).need(before.act_id)
    if (input.receivedOn > context.today) throw dateInFuture({ what: 'La fecha del acuse' }, { errors: [{ pointer: '/receivedOn', message: 'Esa fecha aún no llega' }] })
    if (input.receivedOn < before.notifiedOn) throw signedBefore({ actOn: formatDay(before.notifiedOn) }, { errors: [{ pointer: '/receivedOn', message: 'Es anterior al envío' }] })
    if (before.withdrawnOn) throw notWithdrawable({ why: 'La notificación se había retirado.' })
    const file = input.receiptFile ? await fileRows(context.tx).get(input.receiptFile) : undefined
    if (input.receiptFile && !file) throw notFound({ what: 'el acuse subido' })
    await store.receive(input)
    if (file) await hangFile(context, { kind: ACT, id: row.id }, file, `Acuse de recibo, ${before.addressee}`, input.receivedOn)
    return { result: { id: input.notification }, entry: { name: 'act-receipt-recorded', summary: `Acuse de recibo de ${actTitle(row)}`, effectiveOn: input.receivedOn, record: { kind: ACT, id: row.id }, facts: { notification: input.notification } } }
  },
})
