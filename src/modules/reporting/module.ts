import { defineModule, type ModuleDefinition, type RecordKind } from '#platform/actions'
import { catalogOf, type CatalogOptions } from './catalog.ts'
import { stateText } from './contract.ts'
import { recordDelivery } from './deliveries/record-delivery.ts'
import { undoDelivery } from './deliveries/undo-delivery.ts'
import { reportHref, titleOf } from './drafts/kept.ts'
import { markSection } from './drafts/mark-section.ts'
import { reportStore } from './drafts/report.store.ts'
import { saveSection } from './drafts/save-section.ts'
import { startReport } from './drafts/start-report.ts'
import { duties } from './duties/duties.query.ts'
import { differences } from './editions/differences.query.ts'
import { issueReportJob } from './editions/issue-report.job.ts'
import { issueReport } from './editions/issue-report.ts'
import { reportFile } from './editions/report-file.ts'
import { figureSheet } from './figures/figure-sheet.ts'
import { figureForm } from './queries/figure-form.query.ts'
import { figureChoices, phrases } from './queries/figure-choices.query.ts'
import { issuedReport } from './queries/issued-report.query.ts'
import { listReports } from './queries/list-reports.query.ts'
import { openReport } from './queries/open-report.query.ts'
import { chapter, outline, preview } from './queries/preview.query.ts'
import { approveReport } from './review/approve-report.ts'
import { addComment, resolveComment } from './review/comments.ts'
import { pinDates } from './review/pin-dates.ts'
import { reopenReport } from './review/reopen-report.ts'
import { returnReport } from './review/return-report.ts'
import { sendToReview } from './review/send-to-review.ts'
import { verify } from './verification/verify.query.ts'
import { reportEvidence } from './duties/evidence.ts'
import { reportFulfilment } from './duties/fulfilment.ts'
import { reportWork } from './duties/work.ts'
import { reportUndoings } from './undoings.ts'

const records: readonly RecordKind[] = [{
  kind: 'report', title: 'Informe', position: 0,
  summarise: async (ids, { tx }) => {
    const rows = await reportStore(tx).all()
    return rows.filter(({ id }) => ids.includes(id)).map((row) => ({ kind: 'report', id: row.id, step: 'Informe', title: titleOf(row), href: reportHref(row.id), state: stateText[row.state] }))
  },
}]

/**
 * The reporting module tied to the figures and chapters of the others: the definition to list in the application, its actions and
 * queries by name, and the two functions the server mounts (a report's file and the sheet of a figure).
 */
export const reportingOver = (modules: readonly ModuleDefinition[], options: CatalogOptions) => {
  const catalog = catalogOf(modules, options)
  const actions = { startReport, saveSection: saveSection(catalog), markSection, pinDates, sendToReview, returnReport, approveReport, reopenReport, addComment, resolveComment, issueReport: issueReport(catalog), recordDelivery, undoDelivery }
  const queries = { listReports, openReport: openReport(catalog), outline: outline(catalog), chapter: chapter(catalog), preview: preview(catalog), figureChoices: figureChoices(catalog), phrases: phrases(catalog), figureForm: figureForm(catalog), issuedReport, differences: differences(catalog), duties, verify }
  const issueJob = issueReportJob(catalog)
  const module = defineModule({
    key: 'reporting', title: 'Informes', uses: ['evidence', 'registry', 'calendar'],
    actions: Object.values(actions), queries: Object.values(queries), jobs: [issueJob], records, undoings: reportUndoings, work: reportWork, fulfils: reportFulfilment, mandate: reportEvidence,
    permissions: {
      'reporting.read': 'Leer informes en preparación y emitidos', 'reporting.read-issued': 'Leer informes emitidos', 'reporting.edit': 'Redactar informes y enviarlos a revisión', 'reporting.review': 'Revisar y devolver informes',
      'reporting.approve': 'Aprobar informes redactados por otros', 'reporting.issue': 'Emitir y reabrir informes', 'reporting.deliver': 'Registrar la entrega de informes al Concejo',
    },
  })
  return { module, catalog, actions, queries, issueJob, file: reportFile(catalog), figureSheet: figureSheet(catalog) }
}
export type Reporting = ReturnType<typeof reportingOver>
