import { randomUUID } from 'node:crypto'
import { can, formatDay, yearOf } from '#kernel'
import { type ActionContext, defineAction, inputRefused } from '#platform/actions'
import { businessCalendar } from '#calendar'
import { accountStore, practised, unitStore } from '#registry'
import type { z } from 'zod'
import { clockOf, dueOf } from './clock.ts'
import { dataRequestStore } from './data-request.store.ts'
import { CaptureInput, channelTitle, requesterTitle } from './desk-contract.ts'
import { DATA_REQUEST, dataRequestHref, dataRequestTitle } from './desk-hrefs.ts'
import { futureDay, onlyOwnUnit } from './desk-problems.ts'
import { attends } from './desk-view.ts'
import { deskHabits } from './habits.ts'
import { requesterStore } from './requester.store.ts'

const refuse = (field: string, message: string) => inputRefused({ what: 'la solicitud' }, { errors: [{ pointer: `/${field}`, message }] })
const check = async (input: z.output<typeof CaptureInput>, context: ActionContext): Promise<void> => {
  if (!attends(context) && input.requester !== 'unit') throw onlyOwnUnit({})
  if (input.receivedOn > context.today) throw futureDay({}, { errors: [{ pointer: '/receivedOn', message: 'No puede ser posterior a hoy' }] })
  if (input.requester === 'unit' && !(input.unitId && (await unitStore(context.tx).get(input.unitId))?.active)) throw refuse('unitId', 'Elija la unidad que pide')
  if ((input.requester === 'service' || input.requester === 'body') && !input.organisation) throw refuse('organisation', 'Escriba qué organismo pide')
  if (input.requester === 'citizen' && !input.name) throw refuse('name', 'Escriba el nombre de quien pide')
  if (input.assignTo && input.assignTo !== context.actor.accountId && !(await accountStore(context.tx).byId(input.assignTo))?.active) throw refuse('assignTo', 'Esa persona no tiene cuenta vigente')
}

/** Writes down a question with its term. What is asked and who asks stay out of the ledger: they may name people. */
export const captureRequest = defineAction({
  name: 'statistics.capture-request', title: 'Ingresar una solicitud de datos', input: CaptureInput, unless: [onlyOwnUnit], allowed: can('statistics.read'),
  run: async (input, context) => {
    await check(input, context)
    const store = dataRequestStore(context.tx)
    const year = yearOf(input.receivedOn)
    const number = await store.nextNumber(year)
    const dueOn = dueOf(input, await practised(context, deskHabits), context.law, businessCalendar(context.law, context.tx.commune))
    const requesterId = input.name ? randomUUID() : null
    if (requesterId) await requesterStore(context.tx).add(requesterId, { name: input.name, contact: input.contact })
    await store.add({ ...input, unitId: input.requester === 'unit' ? input.unitId : null, organisation: input.requester === 'unit' || input.requester === 'citizen' ? '' : input.organisation, requesterId, year, number, dueOn, clock: clockOf(input.requester) ?? '', authorId: context.actor.accountId }, context.entryId)
    if (input.assignTo && attends(context)) await store.addStep({ id: randomUUID(), requestId: input.id, kind: 'assigned', on: context.today, accountId: context.actor.accountId, toAccount: input.assignTo }, context.entryId)
    const title = dataRequestTitle(number, year)
    if (context.actor.clearances.includes('internal')) await context.index({ kind: DATA_REQUEST, id: input.id, title, subtitle: requesterTitle[input.requester], href: dataRequestHref(input.id), visibility: 'internal' })
    return { result: { id: input.id, number, year, dueOn }, entry: { name: 'data-request-captured', summary: `${title}, de ${requesterTitle[input.requester].toLowerCase()}, por ${channelTitle[input.channel]}: se responde hasta el ${formatDay(dueOn)}`, effectiveOn: input.receivedOn, record: { kind: DATA_REQUEST, id: input.id }, facts: { channel: input.channel, requester: input.requester, due: dueOn } } }
  },
})
