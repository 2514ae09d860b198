import { can } from '#kernel'
import { defineQuery } from '#platform/actions'
import { LINK_MARK, outboxStore } from '#platform/mail'
import { requestById } from '../answers/access.ts'
import { type MessageView, RequestInput } from '../contract.ts'

/** Every message of a request as it was written: to which post, when, and what became of it. Its link is never here. */
export const listMessages = defineQuery({
  name: 'requests.list-messages', title: 'Mensajes de una solicitud', input: RequestInput, allowed: can('requests.manage'),
  run: async ({ id }, context): Promise<{ messages: readonly MessageView[] }> => {
    await requestById(context, id)
    const rows = await outboxStore(context.tx).storyOf('update-request', id)
    return { messages: rows.map(({ id: message, addressee, subject, body, state, problem, madeAt, leftAt }) => ({ id: message, addressee, subject, body: body.replaceAll(LINK_MARK, '[aquí va el enlace de un uso]'), state, problem, madeAt, leftAt })) }
  },
})
