import type { JobDefinition } from '#platform/actions'
import { emlOf, type MailTransport, outboxStore } from '#platform/mail'
import { z } from 'zod'
import type { AnyAction } from '#platform/actions'
import { letterOf, readMail } from './compose-mail.ts'

export const MAIL_JOB = 'correspondence.mail'
const Input = z.object({ message: z.uuid(), people: z.array(z.uuid()) })

/**
 * Sends one mail of notification with its signed copy, outside any transaction, and then notes it. Without a mail server it waits for a person.
 * What the server refused is said in the act, to be tried again; nothing is notified by a mail that did not leave.
 */
export const mailJob = (transport: () => MailTransport | undefined, record: AnyAction): JobDefinition => ({
  kind: MAIL_JOB, title: 'Enviar un correo de notificación',
  run: async (context) => {
    const { message, people } = Input.parse(context.input)
    const { actor, database, files, read, progress } = context
    const by = transport()
    if (!by) return { sent: false, waits: 'no hay servidor de correo' }
    await progress(0.1, 'leyendo el ejemplar firmado')
    const { mail, at, today } = await read(async (given) => ({ mail: await readMail(given, message), at: given.clock.now(), today: given.today }))
    if (mail.message.state !== 'queued') return { sent: false, waits: 'ya no espera' }
    const bytes = await files.get(mail.file)
    const letter = bytes && letterOf(mail, bytes, by.from, at)
    await progress(0.4, 'enviando')
    const failure = !letter ? 'no se encontró el ejemplar firmado' : await by.send(letter).then(() => undefined, (error: unknown) => (error instanceof Error ? error.message : 'no se pudo enviar'))
    if (failure !== undefined || !letter) {
      await database.write({ commune: actor.commune, accountId: actor.accountId, clearances: actor.clearances }, (tx) => outboxStore(tx).settle(message, 'failed', null, failure))
      return { sent: false, problem: failure }
    }
    const { hash } = await files.put(Buffer.from(emlOf(letter)))
    await context.act(record, { message, leftOn: today, eml: hash, people })
    return { sent: true }
  },
})
