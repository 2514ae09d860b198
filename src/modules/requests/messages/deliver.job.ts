import { randomUUID } from 'node:crypto'
import { businessCalendar } from '#calendar'
import type { JobContext, JobDefinition, ReadContext } from '#platform/actions'
import { newToken, tokenHash } from '#platform/identity'
import { LINK_MARK, type MailTransport, MOST_ATTEMPTS, outboxStore, type StoredMessage } from '#platform/mail'
import { personStore, practised } from '#registry'
import { campaignStore } from '../campaigns/campaign.store.ts'
import { linkHref } from '../hrefs.ts'
import { isLocked } from '../items/request-state.ts'
import { expiryOf } from '../links/link.ts'
import { linkStore } from '../links/link.store.ts'
import { requestHabits } from '../practices.ts'
import { workbookFacts } from '../workbook/workbook-of.ts'
import { workbookAttachment, type WorkbookFacts } from '../workbook/write-workbook.ts'
import { ABOUT, queueReminders } from './queue-messages.ts'

export const DELIVER_MESSAGES = { kind: 'requests.deliver', title: 'Recordatorios y correo de solicitudes', everyCommune: true } as const
export type Delivery = { /** Undefined when there is no mail server. */ readonly transport: () => MailTransport | undefined; /** Public address of this installation, with its last bar. */ readonly address: () => string | undefined }
const BATCH = 50

type Ready = { readonly to: string; readonly text: string; readonly token: string; readonly workbook: WorkbookFacts } | { readonly problem: string; readonly cancelled?: boolean }
/** What a message says when it leaves: its link is made here and only its hash is kept. */
const prepare = async (context: ReadContext, message: StoredMessage, address: string | undefined): Promise<Ready> => {
  const row = await campaignStore(context.tx).request(message.aboutId)
  if (!row || isLocked(row, context.today)) return { problem: 'la solicitud ya no recibe respuestas', cancelled: true }
  const to = message.personId ? (await personStore(context.tx).values([message.personId])).get(message.personId)?.email : undefined
  if (!to) return { problem: 'la persona no tiene correo registrado' }
  if (!address) return { problem: 'falta la dirección pública del sistema (--public-address), sin la cual el enlace no se puede abrir' }
  const token = `${context.tx.commune}.${newToken()}`
  return { to, token, workbook: await workbookFacts(context, row), text: message.body.replaceAll(LINK_MARK, `${address.replace(/\/$/, '')}${linkHref(token)}`) }
}
const sendOne = async ({ read, actor, database }: JobContext, message: StoredMessage, transport: MailTransport, address: string | undefined): Promise<boolean> => {
  const scope = { commune: actor.commune, accountId: actor.accountId, clearances: actor.clearances }
  const { ready, at, expiresOn } = await read(async (context) => {
    const row = await campaignStore(context.tx).request(message.aboutId)
    return { ready: await prepare(context, message, address), at: context.clock.now(), expiresOn: row ? expiryOf(row.dueOn, context.today, businessCalendar(context.law, context.tx.commune), await practised(context, requestHabits)) : context.today }
  })
  if ('problem' in ready) {
    await database.write(scope, (tx) => outboxStore(tx).settle(message.id, ready.cancelled ? 'cancelled' : 'failed', null, ready.problem))
    return false
  }
  // The link exists before the message leaves: a link that arrives must open.
  await database.write(scope, (tx) => linkStore(tx).add({ id: randomUUID(), requestId: message.aboutId, tokenHash: tokenHash(ready.token), channel: 'mail', at: at.toISOString(), expiresOn }))
  const failure = await transport.send({ id: message.id, from: transport.from, to: ready.to, subject: message.subject, text: ready.text, at, attachments: [await workbookAttachment(ready.workbook)] }).then(() => undefined, (error: unknown) => (error instanceof Error ? error.message : 'no se pudo enviar'))
  await database.write(scope, (tx) => outboxStore(tx).settle(message.id, failure === undefined ? 'sent' : message.attempts + 1 < MOST_ATTEMPTS ? 'queued' : 'failed', failure === undefined ? at.toISOString() : null, failure ?? ''))
  return failure === undefined
}

/** Queues the reminders of the day and, when there is a mail server, sends what waits. Each message alone; a failed one is tried again the next time. */
export const deliverJob = ({ transport, address }: Delivery): JobDefinition => ({
  ...DELIVER_MESSAGES,
  run: async (context) => {
    const { actor, database, read, progress } = context
    await progress(0.05, 'recordatorios del día')
    const scope = { commune: actor.commune, accountId: actor.accountId, clearances: actor.clearances }
    const base = await read(async (given) => given)
    const reminders = await database.write(scope, (tx) => queueReminders({ ...base, tx, knownSeq: () => Promise.resolve(Number.MAX_SAFE_INTEGER) }))
    const mail = transport()
    if (!mail) return { reminders, sent: 0, failed: 0 }
    const waiting = await read(({ tx }) => outboxStore(tx).queued(ABOUT, BATCH))
    let sent = 0
    for (const [index, message] of waiting.entries()) {
      await progress(0.1 + (0.9 * index) / waiting.length, `mensaje ${index + 1} de ${waiting.length}`)
      if (await sendOne(context, message, mail, address())) sent += 1
    }
    return { reminders, sent, failed: waiting.length - sent }
  },
})
