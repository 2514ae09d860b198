import type { AnyAction, AnyQuery } from '#platform/actions'
import { listAmendments, showAmendment } from './amendments.query.ts'
import { findAccounts, findSuppliers, listCertificates, listChoices } from './choices.query.ts'
import { executionOverview } from './execution-overview.query.ts'
import { executionTable } from './execution-table.query.ts'
import { keepFormDraft, showFormDraft } from './form-drafts.ts'
import { listImports, showImport } from './imports.query.ts'
import { keepImportDraft } from './keep-import-draft.ts'
import { listLines } from './list-lines.query.ts'
import { listMovements } from './list-movements.query.ts'
import { listMonths } from './months.query.ts'
import { showLine } from './show-line.query.ts'

/** What the pages of the budget ask. */
export const screenQueries: readonly AnyQuery[] = [
  executionOverview, executionTable, listLines, showLine, listMovements, listAmendments, showAmendment, listImports, showImport, listMonths, listChoices, listCertificates, findSuppliers, findAccounts, showFormDraft,
]
export const screenActions: readonly AnyAction[] = [keepImportDraft, keepFormDraft]
