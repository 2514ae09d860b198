import type { RecordKind } from '#platform/actions'
import { requestViews } from './answers/request-views.ts'
import { campaignStore } from './campaigns/campaign.store.ts'
import { requestStateTitle } from './contract.ts'
import { campaignHref, reviewHref } from './hrefs.ts'

export const requestRecords: readonly RecordKind[] = [
  {
    kind: 'request-campaign', title: 'Campaña de actualización', position: 0,
    summarise: async (ids, context) => (await campaignStore(context.tx).list(await context.knownSeq(), context.asOf.effectiveOn)).filter(({ id }) => ids.includes(id))
      .map((row) => ({ kind: 'request-campaign', id: row.id, step: 'request', title: row.title, href: campaignHref(row.id), state: row.state === 'open' ? 'abierta' : 'cerrada' })),
  },
  {
    kind: 'update-request', title: 'Solicitud a una unidad', position: 0,
    summarise: async (ids, context) => (await requestViews(context, await campaignStore(context.tx).requests({ ids, knownSeq: await context.knownSeq() })))
      .map(({ row, unitName, state }) => ({ kind: 'update-request', id: row.id, step: 'request', title: `${row.title}: ${unitName}`, href: reviewHref(row.id), state: requestStateTitle[state] })),
  },
]
