import { businessCalendar, isBusinessDay } from '#calendar'
import { can, counted, formatDay, type Day } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { practised, unitStore } from '#registry'
import { requestById } from '../answers/access.ts'
import { requestRef } from '../answers/submit-drafts.ts'
import { requestViews } from '../answers/request-views.ts'
import { CloseCampaignInput, MoveDueInput, ReopenRequestInput } from '../contract.ts'
import { linkStore } from '../links/link.store.ts'
import { queueReopening } from '../messages/queue-messages.ts'
import { periodStillOpen } from '../problems.ts'
import { campaignStore, type CampaignRow } from './campaign.store.ts'
import { campaignRef } from './open-campaign.ts'
import { requestHabits } from '../practices.ts'
import { reminderDays } from './schedule.ts'

const demandDue = (context: ActionContext, dueOn: Day): void => {
  if (dueOn <= context.today || !isBusinessDay(dueOn, businessCalendar(context.law, context.tx.commune))) throw periodStillOpen({ on: formatDay(dueOn) }, { errors: [{ pointer: '/dueOn', message: 'Elija un día hábil que aún no llega' }] })
}
const known = async (context: ActionContext, id: string): Promise<CampaignRow> => {
  const row = await campaignStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'la campaña' })
  return row
}
const moved = (row: CampaignRow, version: number) => versionMoved({ what: row.title, yours: version, current: row.version }, { facts: { current: row } })

/** Closing locks every unit: what was not sent stays in silence, said so by unit and post. Drafts are kept for a reopening. */
export const closeCampaign = defineAction({
  name: 'requests.close-campaign', title: 'Cerrar una campaña', help: 'Desde ese momento nadie responde; una unidad puede reabrirse con su motivo.', input: CloseCampaignInput, allowed: can('requests.manage'),
  run: async ({ id, version }, context) => {
    const row = await known(context, id)
    if ((await campaignStore(context.tx).close(id, version, context.today)) === 0) throw moved(row, version)
    const requests = await campaignStore(context.tx).requests({ campaignId: id, knownSeq: await context.knownSeq() })
    const silent = (await requestViews(context, requests)).filter(({ sentOn }) => sentOn === null).length
    for (const { id: request } of requests) await linkStore(context.tx).end(request, 'revoked', context.clock.now().toISOString())
    await context.keep({ ...campaignRef(id), version: version + 1, data: { title: row.title, state: 'closed', closedOn: context.today, silent } })
    return { result: { id, version: version + 1, silent }, entry: { name: 'request-campaign-closed', summary: `Se cerró «${row.title}»: ${silent === 0 ? 'todas las unidades respondieron' : `${counted(silent, 'unidad', 'unidades')} en silencio`}`, record: campaignRef(id), facts: { silent, units: requests.length } } }
  },
})
export const moveDue = defineAction({
  name: 'requests.move-due', title: 'Cambiar el vencimiento de una campaña', input: MoveDueInput, allowed: can('requests.manage'),
  run: async ({ id, version, dueOn, reason }, context) => {
    const row = await known(context, id)
    demandDue(context, dueOn)
    const reminders = reminderDays(context.today, dueOn, businessCalendar(context.law, context.tx.commune), await practised(context, requestHabits))
    if ((await campaignStore(context.tx).moveDue({ id, version, dueOn, reminders })) === 0) throw moved(row, version)
    await campaignStore(context.tx).moveRequests(id, dueOn)
    await context.keep({ ...campaignRef(id), version: version + 1, data: { title: row.title, dueOn, before: row.dueOn, reason } })
    return { result: { id, version: version + 1 }, entry: { name: 'request-campaign-moved', summary: `«${row.title}» vence el ${formatDay(dueOn)} y no el ${formatDay(row.dueOn)}: ${reason}`, record: campaignRef(id) } }
  },
})
export const reopenRequest = defineAction({
  name: 'requests.reopen-request', title: 'Reabrir la solicitud de una unidad', help: 'Recibe respuestas hasta la nueva fecha aunque la campaña esté cerrada.', input: ReopenRequestInput, allowed: can('requests.manage'),
  run: async ({ id, dueOn, reason }, context) => {
    const row = await requestById(context, id)
    demandDue(context, dueOn)
    await campaignStore(context.tx).reopen({ id, dueOn, reason })
    await queueReopening(context, id)
    const unit = (await unitStore(context.tx).names()).get(row.unitId) ?? ''
    return { result: { id }, entry: { name: 'update-request-reopened', summary: `Se reabrió «${row.title}» para ${unit} hasta el ${formatDay(dueOn)}: ${reason}`, record: requestRef(id), facts: { dueOn } } }
  },
})
