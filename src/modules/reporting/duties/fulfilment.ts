import type { DutyAct, FulfilmentProvider, ReadContext } from '#platform/actions'
import { formatDay } from '#kernel'
import { deliveryStore } from '../deliveries/delivery.store.ts'
import { reportHref } from '../drafts/kept.ts'
import { reportDefinitions } from '../definition/reports.ts'
import { reportStore } from '../drafts/report.store.ts'

/** `eval-01` of `calendar/duties/eval-01`. */
export const dutyCode = (duty: string): string => duty.slice(duty.lastIndexOf('/') + 1)

/** The first delivery that stands of each report fulfils its duty; undone, the duty is open again. */
const acts = async (context: ReadContext): Promise<readonly DutyAct[]> => {
  const on = context.asOf.knownOn < context.today ? context.asOf.knownOn : context.today
  const [deliveries, reports] = [await deliveryStore(context.tx).standing(await context.knownSeq(), on), await reportStore(context.tx).all()]
  const seen = new Set<string>()
  return deliveries.flatMap((delivery): DutyAct[] => {
    const report = reports.find(({ id }) => id === delivery.report_id)
    const definition = report && reportDefinitions.find(({ id }) => id === report.kind)
    if (!report || !definition || seen.has(report.id)) return []
    seen.add(report.id)
    return [{
      duty: dutyCode(definition.duty), period: report.period, on: delivery.delivered_on, title: `${delivery.kind === 'receipt' ? 'Acuse de recibo' : 'Sesión'} ${delivery.number}, edición ${delivery.edition}, ${formatDay(delivery.delivered_on)}`,
      href: reportHref(report.id), ...(delivery.file_hash ? { fileHash: delivery.file_hash } : {}),
    }]
  })
}
export const reportFulfilment: FulfilmentProvider = { duties: reportDefinitions.map(({ duty }) => dutyCode(duty)), acts }
