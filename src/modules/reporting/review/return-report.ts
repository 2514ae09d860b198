import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { ReturnReportInput } from '../contract.ts'
import { definitionOf, sectionsOf } from '../definition/reports.ts'
import { keepReport, titleOf } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { commentMissing } from '../problems.ts'
import { commentStore } from './comment.store.ts'
import { needState } from './needs.ts'

/** Sends the draft back to who writes it, with something to correct: open comments or an explanation. */
export const returnReport = defineAction({
  name: 'reporting.return-report',
  title: 'Devolver el informe con observaciones',
  input: ReturnReportInput,
  allowed: (actor) => can('reporting.review')(actor) || can('reporting.approve')(actor),
  run: async ({ report: id, version, text }, context) => {
    const store = reportStore(context.tx)
    const comments = commentStore(context.tx)
    const report = await store.needVersion(id, version)
    needState(report, ['in-review', 'approved'], 'devolverse')
    const open = (await comments.of(id)).filter(({ resolved_at: resolved }) => !resolved)
    if (!text && open.length === 0) throw commentMissing({})
    const first = sectionsOf(definitionOf(report.kind))[0]?.key ?? 'summary'
    if (text) await comments.add({ id: randomUUID(), report: id, sectionKey: first, text, accountId: context.actor.accountId, entryId: context.entryId, at: context.clock.now().toISOString() })
    const next = await store.change(report, { state: 'draft', reviewer_id: context.actor.accountId, approver_id: null })
    await keepReport(context, next)
    return { result: { version: next.version }, entry: { name: 'report-returned', summary: `«${titleOf(report)}» se devolvió con observaciones`, record: { kind: 'report', id }, facts: { comments: open.length + (text ? 1 : 0) } } }
  },
})
