import { can, type FieldError } from '#kernel'
import { defineAction } from '#platform/actions'
import type { Catalog } from '../catalog.ts'
import { composeReport } from '../compose/compose-report.ts'
import { type Gap, IssueReportInput } from '../contract.ts'
import { titleOf } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { finalRefused } from '../problems.ts'
import { reservationText } from '../readiness/gaps.ts'
import { needState } from '../review/needs.ts'

export const ISSUE_JOB = 'reporting.issue'

/** Throws `informes/final-rechazado` (422) listing every contradiction and reservation. */
export const demandFinal = (gaps: readonly Gap[]): void => {
  const printed = gaps.filter(({ severity }) => severity !== 'notice')
  if (printed.length === 0) return
  const contradictions = printed.filter(({ severity }) => severity === 'stops').length
  const errors = printed.map((gap): FieldError => ({ pointer: `/${gap.chapter}${gap.blockId ? `/${gap.blockId}` : ''}`, message: reservationText(gap) }))
  throw finalRefused({ contradictions, reservations: printed.length - contradictions }, { errors, facts: { gaps: printed } })
}

/** Asks for an edition of an approved report. The work (freezing, four files, hashes) is a job with progress that can be stopped. */
export const issueReport = (catalog: Catalog) => defineAction({
  name: 'reporting.issue-report',
  title: 'Emitir el informe',
  input: IssueReportInput,
  allowed: can('reporting.issue'),
  run: async (input, context) => {
    const report = await reportStore(context.tx).needVersion(input.report, input.version)
    needState(report, ['approved'], 'emitirse')
    if (input.mode === 'final') demandFinal((await composeReport(catalog, context, report)).gaps)
    const job = await context.enqueue({ kind: ISSUE_JOB, title: `Emitir «${titleOf(report)}»`, input })
    return { result: { job: job.id }, entry: { name: 'report-issue-requested', summary: `Se pidió emitir «${titleOf(report)}»`, record: { kind: 'report', id: report.id }, facts: { mode: input.mode } } }
  },
})
