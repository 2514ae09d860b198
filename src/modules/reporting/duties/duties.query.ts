import { halfYearOf, type Period, readPeriod, addDays } from '#kernel'
import { defineQuery, type ReadContext } from '#platform/actions'
import { businessCalendar, dueOfHalfYearReport } from '#calendar'
import { communesInstalled } from '#registry'
import { z } from 'zod'
import type { DutyView } from '../contract.ts'
import { deliveryStore } from '../deliveries/delivery.store.ts'
import { editionStore } from '../editions/edition.store.ts'
import { reportDefinitions } from '../definition/reports.ts'
import { dutyState } from './duty-state.ts'

/** The half-year of a day and those before it, newest first. */
const lastHalfYears = (context: ReadContext, count: number): Period[] => {
  const periods: Period[] = []
  let period = halfYearOf(context.asOf.knownOn < context.today ? context.asOf.knownOn : context.today)
  while (periods.length < count) {
    periods.push(period)
    period = readPeriod(halfYearOf(addDays(period.from, -1)).id) ?? period
  }
  return periods
}

/** Instances of the duty to inform, with their date by law and what proves them. `today` is the day the reader stands on. */
export const dutiesNow = async (context: ReadContext, count: number): Promise<DutyView[]> => {
  const seq = await context.knownSeq()
  const on = context.asOf.knownOn < context.today ? context.asOf.knownOn : context.today
  const editions = await editionStore(context.tx).all(seq)
  const deliveries = await deliveryStore(context.tx).standing(seq, on)
  const calendar = businessCalendar(context.law, context.tx.commune)
  // What fell due before the work was kept here is in another archive: it is neither shown nor called late.
  const since = (await communesInstalled(context.tx)).find(({ commune }) => commune === context.tx.commune)?.installed_on
  const kept = lastHalfYears(context, count).filter((period) => !since || dueOfHalfYearReport(period, context.law, calendar).due >= since)
  return reportDefinitions.flatMap((definition) =>
    kept.map((period): DutyView => {
      const { due, deliverBy, basis } = dueOfHalfYearReport(period, context.law, calendar)
      const issued = editions.filter(({ kind, period: id }) => kind === definition.id && id === period.id)
      const proof = deliveries.find((delivery) => issued.some(({ report_id: report }) => report === delivery.report_id))
      return {
        duty: definition.duty, title: definition.title, period: period.id, periodTitle: period.title, due, deliverBy, norm: basis.norm, confidence: basis.confidence,
        ...dutyState({ due, today: on, issued: issued.length > 0, ...(proof ? { deliveredOn: proof.delivered_on } : {}) }),
        ...(basis.article ? { article: basis.article } : {}), ...(issued[0] ? { report: issued[0].report_id } : {}),
        ...(proof ? { evidence: { kind: proof.kind, number: proof.number, deliveredOn: proof.delivered_on, receivedBy: proof.received_by, edition: proof.edition, ...(proof.file_hash ? { fileHash: proof.file_hash } : {}) } } : {}),
      }
    }))
}

export const duties = defineQuery({
  name: 'reporting.duties',
  title: 'Deberes de informar al Concejo',
  help: 'Cada semestre con su fecha según la norma, y si fue entregado. Emitir no basta: cumple la entrega.',
  input: z.object({ count: z.coerce.number().int().min(1).max(20).default(4) }),
  allowed: (actor) => actor.permissions.has('reporting.read') || actor.permissions.has('reporting.read-issued'),
  run: async ({ count }, context) => ({ duties: await dutiesNow(context, count) }),
})
