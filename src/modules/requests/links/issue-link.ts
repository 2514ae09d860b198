import { businessCalendar } from '#calendar'
import { can, formatDay } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { outboxStore } from '#platform/mail'
import { practised, unitStore } from '#registry'
import { demandOpen, requestById } from '../answers/access.ts'
import { requestRef } from '../answers/submit-drafts.ts'
import { IssueLinkInput, RevokeLinksInput } from '../contract.ts'
import { requestHabits } from '../practices.ts'
import { expiryOf } from './link.ts'
import { linkStore } from './link.store.ts'

/** Only the hash of the token comes in: the token itself is made outside and kept nowhere. */
export const issueLink = defineAction({
  name: 'requests.issue-link', title: 'Entregar un enlace de un uso', help: 'Sirve a quien no tiene cuenta. Vence, se anula y deja de servir al enviar.', input: IssueLinkInput, allowed: can('requests.manage'), perMinute: 120,
  run: async (input, context) => {
    const row = await requestById(context, input.requestId)
    demandOpen(context, row)
    const expiresOn = expiryOf(row.dueOn, context.today, businessCalendar(context.law, context.tx.commune), await practised(context, requestHabits))
    const at = context.clock.now().toISOString()
    await linkStore(context.tx).add({ id: input.id, requestId: row.id, tokenHash: input.tokenHash, channel: 'hand', at, expiresOn })
    if (input.messageId) {
      const message = await outboxStore(context.tx).get(input.messageId)
      if (message?.aboutId !== row.id) throw notFound({ what: 'el mensaje' })
      if (message.state !== 'sent') await outboxStore(context.tx).settle(message.id, 'copied', at)
    }
    const unit = (await unitStore(context.tx).names()).get(row.unitId) ?? ''
    return { result: { id: input.id, expiresOn }, entry: { name: 'request-link-issued', summary: `Se entregó un enlace a ${unit} para «${row.title}»; vence el ${formatDay(expiresOn)}`, record: requestRef(row.id), facts: { link: input.id } } }
  },
})
export const revokeLinks = defineAction({
  name: 'requests.revoke-links', title: 'Anular los enlaces de una solicitud', help: 'Los ya entregados dejan de servir; lo guardado en el borrador se conserva.', input: RevokeLinksInput, allowed: can('requests.manage'),
  run: async ({ requestId, reason }, context) => {
    const row = await requestById(context, requestId)
    const ended = await linkStore(context.tx).end(row.id, 'revoked', context.clock.now().toISOString())
    const unit = (await unitStore(context.tx).names()).get(row.unitId) ?? ''
    return { result: { ended }, entry: { name: 'request-links-revoked', summary: `Se anularon los enlaces de ${unit} para «${row.title}»: ${reason}`, record: requestRef(row.id), facts: { ended } } }
  },
})
