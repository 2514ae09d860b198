import { businessCalendar } from '#calendar'
import { can } from '#kernel'
import { defineQuery, notFound, type QueryDefinition, type ReadContext } from '#platform/actions'
import { outboxStore } from '#platform/mail'
import { z } from 'zod'
import { addresseeViews } from '../addressees/find-addressees.ts'
import { isMine, personOf, requestById, unitsOf } from '../answers/access.ts'
import { itemViews } from '../answers/item-views.ts'
import { periodTitle, type RequestView, requestViews } from '../answers/request-views.ts'
import type { CampaignAnswer, CampaignLine, CampaignList, MineView, RequestAnswer, UnitLine } from '../contract.ts'
import { RequestInput } from '../contract.ts'
import { figuresHere } from '../figures/figures-here.ts'
import { linkStore } from '../links/link.store.ts'
import { requestOfOtherUnit } from '../problems.ts'
import { FREE_QUESTION, type RequestSource } from '../sources/source.ts'
import { type CampaignRow, campaignStore } from './campaign.store.ts'
import { lateDays } from './schedule.ts'

const lineOf = (row: CampaignRow, views: readonly RequestView[], on: string): CampaignLine => ({
  id: row.id, version: row.version, title: row.title, period: row.period, periodTitle: periodTitle(row.period), opensOn: row.opensOn, dueOn: row.dueOn, state: row.state, closedOn: row.closedOn,
  units: views.length, items: views.reduce((sum, { items }) => sum + items.length, 0), answered: views.filter(({ sentOn }) => sentOn !== null).length, silent: views.filter(({ sentOn, row: request }) => sentOn === null && on > request.dueOn).length,
})
const CLOSED: readonly string[] = ['done', 'sent']
const mineOf = (view: RequestView): MineView => ({ id: view.row.id, title: view.row.title, periodTitle: view.periodTitle, unitName: view.unitName, dueOn: view.row.dueOn, state: view.state, locked: view.locked, items: view.items.length, pending: view.items.filter((state) => state !== 'sent' && state !== 'accepted').length })
const mayRead = (actor: { readonly permissions: ReadonlySet<string> }): boolean => ['requests.read', 'requests.manage', 'requests.review', 'requests.answer'].some((one) => actor.permissions.has(one))

/** Campaigns for who follows them; for everybody, what their unit must answer. */
export const listCampaigns = defineQuery({
  name: 'requests.list-campaigns', title: 'Solicitudes de actualización', input: z.object({}), allowed: mayRead,
  run: async (_input, context): Promise<CampaignList> => {
    const knownSeq = await context.knownSeq()
    const views = await requestViews(context, await campaignStore(context.tx).requests({ knownSeq }))
    const [units, person] = [unitsOf(context.actor), await personOf(context)]
    const mine = context.actor.permissions.has('requests.answer') ? views.filter(({ row }) => units.has(row.unitId) || (person !== null && row.personId === person)) : []
    const follows = context.actor.permissions.has('requests.read')
    const campaigns = follows ? (await campaignStore(context.tx).list(knownSeq, context.asOf.effectiveOn)).map((row) => lineOf(row, views.filter(({ row: { campaignId } }) => campaignId === row.id), context.asOf.effectiveOn)) : []
    return { campaigns, mine: mine.map(mineOf).sort((a, b) => Number(CLOSED.includes(a.state) || a.locked) - Number(CLOSED.includes(b.state) || b.locked) || (a.dueOn < b.dueOn ? -1 : 1)), mayManage: context.actor.permissions.has('requests.manage') }
  },
})

const unitLines = async (context: ReadContext, views: readonly RequestView[]): Promise<UnitLine[]> => {
  const ids = views.map(({ row }) => row.id)
  const calendar = businessCalendar(context.law, context.tx.commune)
  const addressees = await addresseeViews(context, views.map(({ row }) => row))
  const live = await linkStore(context.tx).live(ids, context.today)
  const messages = new Map((await outboxStore(context.tx).latestAbout('update-request', ids)).map((message) => [message.aboutId, message]))
  return views.flatMap((view, index): UnitLine[] => {
    const [{ row, items }, addressee] = [view, addressees[index]]
    if (!addressee) return []
    const count = (state: string): number => items.filter((one) => one === state).length
    const message = messages.get(row.id)
    return [{
      id: row.id, unitId: row.unitId, unitName: view.unitName, addressee, dueOn: row.dueOn, state: view.state, locked: view.locked, reopened: row.reopened, items: items.length, sent: count('sent'), accepted: count('accepted'), returned: count('returned'), noNews: view.noNews,
      submittedOn: view.sentOn, lateDays: view.sentOn ? lateDays(row.campaignDue, view.sentOn, calendar) : lateDays(row.dueOn, context.asOf.effectiveOn, calendar), liveLinks: live.get(row.id) ?? 0, message: message ? { id: message.id, state: message.state, problem: message.problem } : null,
    }]
  })
}
/** The board of a campaign: every unit with its state, and the silence by unit and post. */
export const showCampaign = (mail: () => boolean): QueryDefinition<typeof RequestInput, CampaignAnswer> => defineQuery({
  name: 'requests.show-campaign', title: 'Tablero de una campaña', input: RequestInput, allowed: can('requests.read'),
  run: async ({ id }, context) => {
    const row = (await campaignStore(context.tx).list(await context.knownSeq(), context.asOf.effectiveOn)).find((one) => one.id === id)
    if (!row) throw notFound({ what: 'la campaña' })
    const views = await requestViews(context, await campaignStore(context.tx).requests({ campaignId: id, knownSeq: await context.knownSeq() }))
    const book = figuresHere(context)
    const units = (await unitLines(context, views)).sort((a, b) => (a.unitName < b.unitName ? -1 : 1))
    return {
      campaign: { ...lineOf(row, views, context.asOf.effectiveOn), message: row.message, reminders: row.reminders }, units, mail: mail(),
      figures: { silence: await book.get('requests/silence-rate', { campaign: id }), onTime: await book.get('requests/on-time-rate', { campaign: id }), answered: await book.get('requests/answered-items', { campaign: id }) },
    }
  },
})
/** One request with its things: for its unit to answer, for the secretariat to review. Half-written answers are seen only by who may write them. */
export const showRequest = (sources: readonly RequestSource[], href: (source: string, subjectId: string) => string | undefined): QueryDefinition<typeof RequestInput, RequestAnswer> => defineQuery({
  name: 'requests.show-request', title: 'Solicitud de una unidad', input: RequestInput, unless: [requestOfOtherUnit], allowed: mayRead,
  run: async ({ id }, context) => {
    const row = await requestById(context, id)
    const mine = await isMine(context, row)
    const manages = context.actor.permissions.has('requests.manage')
    if (!mine && !context.actor.permissions.has('requests.read')) throw requestOfOtherUnit({})
    const [view] = await requestViews(context, [row])
    const [addressee] = await addresseeViews(context, [row])
    if (!view || !addressee) throw notFound({ what: 'la solicitud' })
    const titleOf = (key: string): string => sources.find((source) => source.key === key)?.title ?? (key === FREE_QUESTION ? 'Preguntas' : '')
    const subjects = new Map((await campaignStore(context.tx).subjects(row.id)).map((one) => [one.id, one]))
    const items = await itemViews(context, row.id, { names: context.actor.clearances.includes('internal'), drafts: mine || manages, titles: titleOf })
    return {
      request: {
        id: row.id, campaignId: row.campaignId, title: row.title, period: row.period, periodTitle: view.periodTitle, message: row.message, unitName: view.unitName, addressee, dueOn: row.dueOn, state: view.state, locked: view.locked, onBehalf: !mine, reopenedReason: row.reopened ? row.reopenedReason : '',
      },
      items: items.map((item) => { const subject = subjects.get(item.id); const to = subject?.subjectId ? href(subject.source, subject.subjectId) : undefined; return to ? { ...item, href: to } : item }),
    }
  },
})
