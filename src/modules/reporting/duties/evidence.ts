import type { MandateProvider } from '#platform/actions'
import { reportFulfilment } from './fulfilment.ts'

/** Deliveries of the half-year report, before the mandate board. */
export const reportEvidence: MandateProvider = {
  facts: ['reporting.report-delivered'],
  evidence: async ({ from, to }, context) => ({ acts: (await reportFulfilment.acts(context)).filter(({ on }) => on >= from && on <= to).map(({ on, title, href }) => ({ fact: 'reporting.report-delivered', on, title, href })) }),
}
