import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { outboxStore } from '#platform/mail'
import { z } from 'zod'
import { requestRef } from '../answers/submit-drafts.ts'
import { RetryMessageInput } from '../contract.ts'
import { DELIVER_MESSAGES } from './deliver.job.ts'

/** Sends what waits, now. Without a mail server it only queues the reminders of the day. */
export const sendMessages = defineAction({
  name: 'requests.send-messages', title: 'Enviar los mensajes que esperan', input: z.object({}), allowed: can('requests.manage'), perMinute: 10,
  run: async (_input, context) => ({ result: { job: (await context.enqueue({ ...DELIVER_MESSAGES, input: {} })).id }, entry: null }),
})
export const retryMessage = defineAction({
  name: 'requests.retry-message', title: 'Volver a enviar un mensaje', input: RetryMessageInput, allowed: can('requests.manage'), perMinute: 60,
  run: async ({ id }, context) => {
    const store = outboxStore(context.tx)
    const message = await store.get(id)
    if (!message || (await store.retry(id)) === 0) throw notFound({ what: 'un mensaje que se pueda reenviar' })
    await context.enqueue({ ...DELIVER_MESSAGES, input: {} })
    return { result: { id }, entry: { name: 'message-retried', summary: `Se vuelve a enviar «${message.subject}» a ${message.addressee}`, record: requestRef(message.aboutId) } }
  },
})
