export { budget } from './module.ts'
export { type Line, lineId, lineKey, type LineKey, newLine } from './lines/line.ts'
export { type LedgerPhase, ledgerPhases, onlyPhase, phaseTitle, type PhaseSums } from './movements/phase.ts'
export { type DocumentKind, documentText, documentTitles } from './movements/document.ts'
export { longCode, shortCode } from './accounts/account-tree.ts'
export {
  addPastAccounts, addPastAmendments, addPastFundingSources, addPastLines, addPastMonthStates, addPastMovements, addPastProgrammes, type PastAmendment, type PastMovement, type PastProgramme,
} from './facts/load-facts.ts'
export { type PaidDocument, type PaidDocuments, type PaymentsOfLines, paymentsOfLines } from './payments/payments-of-lines.ts'
export { refreshStatistics } from './movements/movement.store.ts'
export type { ReadAnswer } from './imports/read-job.ts'
export type { PreviewAnswer } from './imports/preview-job.ts'
