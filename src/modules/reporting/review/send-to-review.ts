import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { MoveReportInput } from '../contract.ts'
import { keepReport, titleOf } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { needState } from './needs.ts'

/** The draft goes to who reviews it. */
export const sendToReview = defineAction({
  name: 'reporting.send-to-review',
  title: 'Enviar el informe a revisión',
  input: MoveReportInput,
  allowed: can('reporting.edit'),
  run: async ({ report: id, version }, context) => {
    const store = reportStore(context.tx)
    const report = await store.needVersion(id, version)
    needState(report, ['draft'], 'enviarse a revisión')
    const next = await store.change(report, { state: 'in-review' })
    await keepReport(context, next)
    return { result: { version: next.version }, entry: { name: 'report-sent-to-review', summary: `«${titleOf(report)}» pasó a revisión`, record: { kind: 'report', id } } }
  },
})
