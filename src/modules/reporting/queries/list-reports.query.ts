import { readPeriod } from '#kernel'
import { defineQuery, type ReadContext } from '#platform/actions'
import { businessCalendar, dueOfHalfYearReport } from '#calendar'
import { z } from 'zod'
import type { ReportLine } from '../contract.ts'
import { deliveryStore } from '../deliveries/delivery.store.ts'
import { titleOf } from '../drafts/kept.ts'
import { reportStore, type ReportRow } from '../drafts/report.store.ts'
import { editionStore } from '../editions/edition.store.ts'

/** Lines of reports with their date by law, last edition and delivery. Who reads only issued ones sees no drafts. */
export const reportLines = async (context: ReadContext, rows: readonly ReportRow[]): Promise<ReportLine[]> => {
  const seq = await context.knownSeq()
  const editions = await editionStore(context.tx).all(seq)
  const deliveries = await deliveryStore(context.tx).standing(seq, context.today)
  const calendar = businessCalendar(context.law, context.tx.commune)
  return rows.flatMap((row) => {
    const period = readPeriod(row.period)
    if (!period) return []
    const { due, deliverBy } = dueOfHalfYearReport(period, context.law, calendar)
    const edition = editions.find(({ report_id: id }) => id === row.id)
    const delivery = deliveries.find(({ report_id: id }) => id === row.id)
    return [{
      id: row.id, kind: row.kind, title: titleOf(row), period: row.period, periodTitle: period.title, state: row.state, due, deliverBy, version: row.version, edition: edition?.number ?? 0,
      ...(edition ? { issuedOn: edition.issued_on } : {}), ...(delivery ? { deliveredOn: delivery.delivered_on } : {}),
    }]
  })
}

export const listReports = defineQuery({
  name: 'reporting.list-reports',
  title: 'Informes',
  input: z.object({}),
  allowed: (actor) => actor.permissions.has('reporting.read') || actor.permissions.has('reporting.read-issued'),
  run: async (_input, context) => {
    if (context.actor.permissions.has('reporting.read')) return { reports: await reportLines(context, await reportStore(context.tx).all()) }
    const issued = new Map((await editionStore(context.tx).all(await context.knownSeq())).map((edition) => [edition.report_id, edition]))
    const rows = [...issued.values()].map((edition): ReportRow => ({ id: edition.report_id, kind: edition.kind, period: edition.period, state: 'issued', effective_on: edition.effective_on, known_on: edition.known_on, drafter_id: edition.issued_by, reviewer_id: null, approver_id: null, last_edition: edition.number, version: 1 }))
    return { reports: (await reportLines(context, rows)).map((line) => ({ ...line, state: line.deliveredOn ? ('delivered' as const) : ('issued' as const) })) }
  },
})
