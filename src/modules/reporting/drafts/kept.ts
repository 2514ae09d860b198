import type { ActionContext } from '#platform/actions'
import { definitionOf } from '../definition/reports.ts'
import { readPeriod } from '#kernel'
import type { ReportRow } from './report.store.ts'

export const reportHref = (id: string): string => `/rendir/informes/${id}`
export const titleOf = (row: Pick<ReportRow, 'kind' | 'period'>): string => `${definitionOf(row.kind).title}, ${readPeriod(row.period)?.title ?? row.period}`

/** Keeps the version of the report this action leaves and its search line. */
export const keepReport = async (context: ActionContext, row: ReportRow): Promise<void> => {
  await context.keep({ kind: 'report', id: row.id, version: row.version, data: { kind: row.kind, period: row.period, state: row.state, effectiveOn: row.effective_on, knownOn: row.known_on, lastEdition: row.last_edition } })
  await context.index({ kind: 'report', id: row.id, title: titleOf(row), subtitle: 'Informe', href: reportHref(row.id) })
}
