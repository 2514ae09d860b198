import { randomBytes, randomUUID } from 'node:crypto'
import { businessCalendar, isBusinessDay } from '#calendar'
import { can, counted, formatDay } from '#kernel'
import { type ActionDefinition, defineAction } from '#platform/actions'
import { practised, unitStore } from '#registry'
import { findAddressees } from '../addressees/find-addressees.ts'
import { OpenCampaignInput } from '../contract.ts'
import { campaignHref } from '../hrefs.ts'
import { queueOpening } from '../messages/queue-messages.ts'
import { periodStillOpen, subjectNotOwed, unitUnknown } from '../problems.ts'
import { FREE_QUESTION, type RequestSource } from '../sources/source.ts'
import { askedKey, demandPeriod, owedNow } from './asked.ts'
import { campaignStore, type NewItem } from './campaign.store.ts'
import { requestHabits } from '../practices.ts'
import { reminderDays } from './schedule.ts'

export const campaignRef = (id: string) => ({ kind: 'request-campaign', id })

/**
 * Opens a period. What is asked of a record is read again from the records at that moment, so that nothing already answered is asked;
 * the requester decides which of it, of which unit, and adds questions of their own.
 */
export const openCampaign = (sources: readonly RequestSource[]): ActionDefinition<typeof OpenCampaignInput, { id: string; requests: number }> => defineAction({
  name: 'requests.open-campaign', title: 'Abrir una campaña de actualización', help: 'Cada unidad recibe lo suyo. Los mensajes quedan en la bandeja de salida.', input: OpenCampaignInput, allowed: can('requests.manage'),
  run: async (input, context) => {
    const { tx, today, entryId } = context
    const period = demandPeriod(input.period)
    const calendar = businessCalendar(context.law, tx.commune)
    if (input.dueOn <= today || !isBusinessDay(input.dueOn, calendar)) throw periodStillOpen({ on: formatDay(input.dueOn) }, { errors: [{ pointer: '/dueOn', message: 'Elija un día hábil que aún no llega' }] })
    const known = new Map((await owedNow(context, sources, period)).map((one) => [askedKey(one.source.key, one.thing.subjectId), one]))
    const units = new Map((await unitStore(tx).list()).filter(({ active }) => active).map((unit) => [unit.id, unit.name]))
    const requestIds = new Map<string, string>()
    const seen = new Set<string>()
    const items = input.items.flatMap((one, index): NewItem[] => {
      if (!units.has(one.unitId)) throw unitUnknown({}, { errors: [{ pointer: `/items/${index}/unitId`, message: 'Elija una unidad vigente' }] })
      const requestId = requestIds.get(one.unitId) ?? randomUUID()
      requestIds.set(one.unitId, requestId)
      const base = { id: randomUUID(), requestId, place: index, source: one.source }
      if (one.source === FREE_QUESTION) return [{ ...base, subjectId: null, label: one.label, help: one.help, why: '', measure: one.measure, kind: one.kind, needsEvidence: one.needsEvidence, previousText: '', previousValue: null, previousOn: null }]
      const key = askedKey(one.source, one.subjectId ?? '')
      const owed = known.get(key)
      if (!owed) throw subjectNotOwed({ label: one.label })
      if (seen.has(key)) return []
      seen.add(key)
      const { thing } = owed
      return [{ ...base, subjectId: thing.subjectId, label: thing.label, help: thing.help, why: thing.why, measure: thing.measure, kind: thing.kind, needsEvidence: thing.needsEvidence, previousText: thing.previous?.text ?? '', previousValue: thing.previous?.value ?? null, previousOn: thing.previous?.on ?? null }]
    })
    const addressees = await findAddressees(context, [...requestIds.keys()], today)
    const store = campaignStore(tx)
    await store.add({ id: input.id, title: input.title, period: period.id, message: input.message, opensOn: today, dueOn: input.dueOn, reminders: reminderDays(today, input.dueOn, calendar, await practised(context, requestHabits)), entryId })
    await store.addRequests([...requestIds].map(([unitId, id]) => ({ id, campaignId: input.id, unitId, dueOn: input.dueOn, signingKey: randomBytes(32), ...(addressees.get(unitId) ?? { personId: null, post: 'Jefatura de la unidad', deputy: false, absentPost: '' }) })), entryId)
    await store.addItems(items, entryId)
    await queueOpening(context, input.id)
    await context.keep({ ...campaignRef(input.id), version: 1, data: { title: input.title, period: period.id, dueOn: input.dueOn, units: requestIds.size, items: items.length } })
    await context.index({ ...campaignRef(input.id), title: input.title, subtitle: `Solicitud de actualización, ${period.title}`, href: campaignHref(input.id), visibility: 'internal' })
    return {
      result: { id: input.id, requests: requestIds.size },
      entry: { name: 'request-campaign-opened', summary: `Se abrió «${input.title}»: ${counted(items.length, 'cosa pedida', 'cosas pedidas')} a ${counted(requestIds.size, 'unidad', 'unidades')}, hasta el ${formatDay(input.dueOn)}`, record: campaignRef(input.id), facts: { period: period.id, units: requestIds.size, items: items.length } },
    }
  },
})
