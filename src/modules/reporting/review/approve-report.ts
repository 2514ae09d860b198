import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { approverIsDrafter } from '#registry'
import { MoveReportInput } from '../contract.ts'
import { keepReport, titleOf } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { sectionStore } from '../drafts/section.store.ts'
import { needState } from './needs.ts'

/** Approves the reviewed draft. Whoever started it or wrote any block of it may not. */
export const approveReport = defineAction({
  name: 'reporting.approve-report',
  title: 'Aprobar el informe',
  input: MoveReportInput,
  unless: [approverIsDrafter], allowed: can('reporting.approve'),
  run: async ({ report: id, version }, context) => {
    const store = reportStore(context.tx)
    const report = await store.needVersion(id, version)
    needState(report, ['in-review'], 'aprobarse')
    const wrote = (await sectionStore(context.tx).of(id)).flatMap(({ authors }) => Object.values(authors).map(({ account }) => account))
    if ([report.drafter_id, ...wrote].includes(context.actor.accountId)) throw approverIsDrafter({})
    const next = await store.change(report, { state: 'approved', approver_id: context.actor.accountId })
    await keepReport(context, next)
    return { result: { version: next.version }, entry: { name: 'report-approved', summary: `Se aprobó «${titleOf(report)}»`, record: { kind: 'report', id } } }
  },
})
