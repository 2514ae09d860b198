import { can, formatDay } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { emlOf, outboxStore } from '#platform/mail'
import { fileRows, hangFile, sourceRows } from '#evidence'
import { communeStore } from '#registry'
import { randomUUID } from 'node:crypto'
import { noteNotification } from '../acts/notify-act.ts'
import { actStore } from '../acts/act.store.ts'
import { ACT, needMove } from '../acts/move-act.ts'
import { notificationStore } from '../acts/notification.store.ts'
import { actTitle } from '../acts/titles.ts'
import { MailActInput, MailLeftInput, RetryMailInput } from '../contract.ts'
import { demandCouncillors } from '../deliveries/deliver-acts.ts'
import { alreadyNotified, mailNotWaiting, notAddressee } from '../problems.ts'
import type { ActCatalog } from '../text/figures-of-act.ts'
import { letterOf, readMail } from './compose-mail.ts'
import { MAIL_JOB } from './mail-act.job.ts'
import { mailingStore } from './mailing.store.ts'
import { mailText } from './mail-text.ts'

export const mailStateTitle = { queued: 'en espera', sent: 'enviado', failed: 'sin enviar', copied: 'enviado a mano', cancelled: 'anulado' } as const

/** Prepares the mail that notifies an act, with its signed copy. It leaves by the mail server; without one, a person sends the .eml. It notifies the day it leaves, not before. */
export const mailAct = (catalog: ActCatalog) => defineAction({
  name: 'correspondence.mail-act', title: 'Notificar un acto por correo', input: MailActInput, allowed: can('correspondence.notify'), perMinute: 30,
  run: async (input, context) => {
    const { tx } = context
    const row = await actStore(tx).needVersion(input.act, input.version)
    needMove(row, 'notify')
    if (![...row.addressees, ...row.distribution].includes(input.addressee)) throw notAddressee({ addressee: input.addressee }, { errors: [{ pointer: '/addressee', message: 'No es destinatario' }] })
    if (row.signed_file === null) throw notFound({ what: 'el ejemplar firmado del acto' })
    await demandCouncillors(tx, input.people, context.today)
    const waiting = new Set((await outboxStore(tx).about(ACT, row.id)).filter(({ state }) => state === 'queued' || state === 'failed').map(({ id }) => id))
    const repeated = (await notificationStore(tx).of(row.id)).some((one) => one.addressee === input.addressee && one.means === 'email' && one.withdrawnOn === null) || (await mailingStore(tx).of(row.id)).some((one) => one.addressee === input.addressee && waiting.has(one.id))
    if (repeated) throw alreadyNotified({ addressee: input.addressee })
    const base = catalog.publicAddress()?.replace(/\/$/, '')
    const code = row.verification_code ?? ''
    const { subject, body } = mailText({ addressee: input.addressee, title: actTitle(row), actOn: row.act_on ?? context.today, subject: row.subject, municipality: (await communeStore(tx).get())?.municipality ?? 'Municipalidad', code, ...(base ? { verifyAt: `${base}/rendir/verificar?comuna=${tx.commune}&codigo=${code}` } : {}) })
    await outboxStore(tx).add({ id: input.id, aboutKind: ACT, aboutId: row.id, slot: `act ${input.id}`, personId: null, addressee: input.addressee, subject, body, at: context.clock.now().toISOString() })
    await mailingStore(tx).add({ id: input.id, actId: row.id, addressee: input.addressee, email: input.email }, context.entryId)
    await context.enqueue({ kind: MAIL_JOB, title: `Correo: ${actTitle(row)}`, input: { message: input.id, people: input.people } })
    return { result: { id: input.id, version: row.version }, entry: { name: 'act-mail-prepared', summary: `Correo de notificación preparado: ${actTitle(row)}`, record: { kind: ACT, id: row.id }, facts: { message: input.id } } }
  },
})

/** The mail left, by the server or by hand: that day the act is notified, and the message as it left is kept as its proof. */
export const recordMail = (catalog: ActCatalog) => defineAction({
  name: 'correspondence.record-mail', title: 'Anotar que el correo salió', help: 'Guarda el mensaje como prueba y anota la notificación con su día.', input: MailLeftInput, allowed: can('correspondence.notify'),
  prepare: async ({ message, eml }, { read, files }) => {
    if (eml) {
      const sent = await files.get(eml)
      if (!sent) throw notFound({ what: 'el mensaje enviado' })
      return { hash: eml, size: sent.length }
    }
    const { mail, at } = await read(async (context) => ({ mail: await readMail(context, message), at: context.clock.now() }))
    const bytes = await files.get(mail.file)
    if (!bytes) throw notFound({ what: 'el ejemplar firmado del acto' })
    return files.put(Buffer.from(emlOf(letterOf(mail, bytes, catalog.mailFrom(), at))))
  },
  run: async ({ message, leftOn, eml, people }, context, stored) => {
    const { tx } = context
    const { mailing, message: letter } = await readMail(context, message)
    if (letter.state !== 'queued' && letter.state !== 'failed') throw mailNotWaiting({ state: mailStateTitle[letter.state] })
    const row = await actStore(tx).need(mailing.actId, true)
    const notification = randomUUID()
    await outboxStore(tx).settle(message, eml ? 'sent' : 'copied', context.clock.now().toISOString())
    await fileRows(tx).add({ hash: stored.hash, size: stored.size, name: `Correo ${formatDay(leftOn)}, ${actTitle(row)}.eml`, mediaType: 'message/rfc822', visibility: row.visibility, uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
    const proof = await fileRows(tx).get(stored.hash)
    if (!proof) throw notFound({ what: 'el mensaje enviado' })
    await hangFile(context, { kind: ACT, id: row.id }, proof, `Correo de notificación, ${mailing.addressee}`, leftOn)
    await sourceRows(tx).add({ id: notification, kind: 'file', title: `Correo que notificó ${actTitle(row)}`, datedOn: leftOn, fileHash: stored.hash, visibility: row.visibility, entryId: context.entryId })
    await mailingStore(tx).prove(message, stored.hash, notification)
    const { next, entry } = await noteNotification(context, row, { id: notification, addressee: mailing.addressee, means: 'email', notifiedOn: leftOn, receipt: '', receiptFile: stored.hash, people })
    return { result: { id: row.id, version: next.version, state: next.state }, entry }
  },
})
/** Tries again what did not leave. */
export const retryMail = defineAction({
  name: 'correspondence.retry-mail', title: 'Volver a enviar un correo de notificación', input: RetryMailInput, allowed: can('correspondence.notify'), perMinute: 30,
  run: async ({ message }, context) => {
    const { mailing, title } = await readMail(context, message)
    if ((await outboxStore(context.tx).retry(message)) === 0) throw mailNotWaiting({ state: 'en espera o ya enviado' })
    await context.enqueue({ kind: MAIL_JOB, title: `Correo: ${title}`, input: { message, people: [] } })
    return { result: { id: message }, entry: { name: 'act-mail-retried', summary: `Se vuelve a enviar el correo de ${title}`, record: { kind: ACT, id: mailing.actId }, facts: { message } } }
  },
})
/** A mail that did not leave is given up: nothing was notified. */
export const cancelMail = defineAction({
  name: 'correspondence.cancel-mail', title: 'Anular un correo que no ha salido', input: RetryMailInput, allowed: can('correspondence.notify'),
  run: async ({ message }, context) => {
    const { mailing, message: letter, title } = await readMail(context, message)
    if (letter.state !== 'queued' && letter.state !== 'failed') throw mailNotWaiting({ state: mailStateTitle[letter.state] })
    await outboxStore(context.tx).settle(message, 'cancelled', null)
    return { result: { id: message }, entry: { name: 'act-mail-cancelled', summary: `Correo anulado antes de salir: ${title}`, record: { kind: ACT, id: mailing.actId }, facts: { message } } }
  },
})
