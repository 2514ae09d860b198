import type { ReadContext } from '#platform/actions'
import { communesInstalled } from '#registry'
import { itemViews } from '../answers/item-views.ts'
import { requestViews } from '../answers/request-views.ts'
import { campaignStore, type RequestRow } from '../campaigns/campaign.store.ts'
import type { WorkbookFacts } from './write-workbook.ts'

/** What goes into the workbook of a request: the same things as its page, with what is already in the draft. */
export const workbookFacts = async (context: ReadContext, row: RequestRow): Promise<WorkbookFacts> => {
  const [view] = await requestViews(context, [row])
  const municipality = (await communesInstalled(context.tx)).find(({ commune }) => commune === context.tx.commune)?.municipality ?? ''
  const items = await itemViews(context, row.id, { names: false })
  return {
    requestId: row.id, secret: await campaignStore(context.tx).signingKey(row.id), title: row.title, municipality, unitName: view?.unitName ?? '', post: row.post, periodTitle: view?.periodTitle ?? '', dueOn: row.dueOn,
    rows: items.filter(({ state }) => state !== 'sent' && state !== 'accepted').map((item) => ({ itemId: item.id, label: item.label, help: item.help, why: item.why, previousText: item.previousText, previousOn: item.previousOn, measure: item.measure, kind: item.kind, given: item.draft })),
  }
}
