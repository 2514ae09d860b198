import type { ReadContext } from '#platform/actions'
import { notFound } from '#platform/actions'
import type { Day } from '#kernel'
import { type RequestView, requestViews } from '../answers/request-views.ts'
import { campaignStore } from '../campaigns/campaign.store.ts'

/** One unit asked in a campaign, as of the two dates. Due and answer are compared day by day. */
export type Standing = { readonly view: RequestView; readonly due: Day; readonly sentOn: Day | null; readonly overdue: boolean }

/** Units asked by one campaign, by those of a period, or by all of them. */
export const standings = async (context: ReadContext, filter: { readonly campaign?: string; readonly period?: string }): Promise<Standing[]> => {
  const knownSeq = await context.knownSeq()
  const on = context.asOf.effectiveOn
  const campaigns = (await campaignStore(context.tx).list(knownSeq, on)).filter((row) => (!filter.campaign || row.id === filter.campaign) && (!filter.period || row.period === filter.period))
  if (filter.campaign && campaigns.length === 0) throw notFound({ what: 'la campaña' })
  const ids = new Set(campaigns.map(({ id }) => id))
  const rows = (await campaignStore(context.tx).requests({ knownSeq, ...(filter.campaign ? { campaignId: filter.campaign } : {}) })).filter(({ campaignId }) => ids.has(campaignId))
  // The date that counts is the one of the campaign: reopening a unit does not make its delay disappear.
  return (await requestViews(context, rows)).map((view) => ({ view, due: view.row.campaignDue, sentOn: view.sentOn, overdue: on > view.row.campaignDue }))
}
