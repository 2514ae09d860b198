import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { ReopenReportInput } from '../contract.ts'
import { keepReport, titleOf } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { needState } from './needs.ts'

/** Opens an issued report to prepare a corrected edition. The editions already issued stay as they are. */
export const reopenReport = defineAction({
  name: 'reporting.reopen-report',
  title: 'Preparar una nueva edición',
  input: ReopenReportInput,
  allowed: can('reporting.issue'),
  run: async ({ report: id, version, reason }, context) => {
    const store = reportStore(context.tx)
    const report = await store.needVersion(id, version)
    needState(report, ['issued', 'delivered', 'approved'], 'reabrirse')
    const next = await store.change(report, { state: 'draft', approver_id: null, effective_on: null, known_on: null })
    await keepReport(context, next)
    return { result: { version: next.version }, entry: { name: 'report-reopened', summary: `«${titleOf(report)}» se reabrió: ${reason}`, record: { kind: 'report', id } } }
  },
})
