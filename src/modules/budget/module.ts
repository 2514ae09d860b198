import { defineModule } from '#platform/actions'
import { createLocalAccount } from './accounts/create-local-account.ts'
import { approveAmendment, withdrawAmendment } from './amendments/approve-amendment.ts'
import { draftAmendment } from './amendments/draft-amendment.ts'
import { approveCarryOver, withdrawCarryOver } from './carry-over/approve-carry-over.ts'
import { carryOverQueries } from './carry-over/carry-over.queries.ts'
import { draftCarryOver } from './carry-over/draft-carry-over.ts'
import { issueCertificate, refuseCertificate } from './certificates/issue-certificate.ts'
import { requestCertificate } from './certificates/request-certificate.ts'
import { executionChapter } from './execution/execution.chapter.ts'
import { budgetFigures } from './figures.ts'
import { loadBalanceJob } from './imports/load-job.ts'
import { previewBalanceJob } from './imports/preview-job.ts'
import { readBalanceJob } from './imports/read-job.ts'
import { importBalance, previewImport, showSheet, startImport } from './imports/start-import.ts'
import { undoImport, undoLoadJob } from './imports/undo-import.ts'
import { registerCollection } from './income/register-collection.ts'
import { registerIncomeAccrual } from './income/register-income-accrual.ts'
import { addLine } from './lines/add-line.ts'
import { openBudget } from './lines/open-budget.ts'
import { closeMonth, reopenMonth, reviewMonth } from './months/change-month.ts'
import { undoEntry } from './movements/undo-entry.ts'
import { createProgramme } from './programmes/create-programme.ts'
import { screenActions, screenQueries } from './screens/index.ts'
import { findCertificates, findPayments } from './payments/find-papers.ts'
import { recordKinds } from './record-kinds.ts'
import { registerAccrual } from './spending/register-accrual.ts'
import { registerCommitment } from './spending/register-commitment.ts'
import { registerPayment } from './spending/register-payment.ts'
import { budgetEvidence } from './mandate.ts'
import { budgetWork } from './work.ts'
import { budgetUndoings } from './undoings.ts'

export const budget = defineModule({
  key: 'budget',
  title: 'Presupuesto',
  uses: ['evidence', 'registry', 'calendar'],
  actions: [
    openBudget, addLine, createLocalAccount, createProgramme, draftAmendment, approveAmendment, withdrawAmendment, requestCertificate, issueCertificate, refuseCertificate,
    registerCommitment, registerAccrual, registerPayment, registerIncomeAccrual, registerCollection, reviewMonth, closeMonth, reopenMonth, undoEntry, draftCarryOver, approveCarryOver, withdrawCarryOver,
    startImport, showSheet, previewImport, importBalance, undoImport, ...screenActions,
  ],
  queries: [...screenQueries, ...carryOverQueries],
  figures: budgetFigures,
  records: recordKinds, undoings: budgetUndoings, finders: [findPayments, findCertificates],
  work: budgetWork,
  mandate: budgetEvidence,
  jobs: [readBalanceJob, previewBalanceJob, loadBalanceJob, undoLoadJob],
  chapters: [executionChapter],
  permissions: {
    'budget.read': 'Ver el presupuesto y su ejecución',
    'budget.open': 'Abrir el presupuesto del año y crear cuentas',
    'budget.amend': 'Preparar y aprobar modificaciones presupuestarias',
    'budget.commit': 'Emitir certificados y registrar obligaciones y devengos',
    'budget.pay': 'Registrar pagos e ingresos',
    'budget.import': 'Cargar balances desde archivos',
    'budget.undo': 'Deshacer asientos y cargas',
    'budget.close-month': 'Cerrar y reabrir meses',
  },
})
