import type { Day, FigureValue } from '#kernel'
import type { LineKind, LedgerPhase } from './movements/phase.ts'

/** What the queries of the budget answer. Money in whole pesos; figures open their sheet. Pages and the API share these shapes. */
export type { PreviewAnswer } from './imports/preview-job.ts'
export type { ReadAnswer } from './imports/read-job.ts'
export type { ImportChoices } from './imports/import-contract.ts'
export type { LineKind, LedgerPhase } from './movements/phase.ts'

export type ExecutionBy = 'account' | 'area' | 'programme' | 'objective'
/** Columns of the table of execution; income has no commitment and ends in what was collected. */
export type ExecutionColumn = 'initial' | 'amended' | 'adjusted' | 'committed' | 'accrued' | 'settled'
export type ExecutionRow = {
  readonly id: string; readonly code: string; readonly name: string
  /** 0 for the first rows, 1 for what hangs from an opened one… */
  readonly level: number
  readonly open: boolean
  /** Short code to open in place; absent when nothing hangs from it. */
  readonly opens?: string
  readonly href?: string
  readonly cells: Readonly<Record<ExecutionColumn, FigureValue>>
  readonly rate: FigureValue
}
export type MonthSums = { readonly month: number; readonly adjusted: number | null; readonly accrued: number | null; readonly settled: number | null }
export type ExecutionTable = {
  readonly year: number; readonly kind: LineKind; readonly by: ExecutionBy
  readonly rows: readonly ExecutionRow[]; readonly total: ExecutionRow
  readonly months: readonly MonthSums[]
  /** Part of the money of the kind that the division covers, when some lines fall outside of it. */
  readonly outside?: { readonly lines: number; readonly adjusted: number }
  readonly firm: boolean
}
export type ExecutionOverview = {
  readonly year: number; readonly lines: number; readonly upTo: Day; readonly firm: boolean
  readonly closedMonths: readonly number[]
  readonly figures: Readonly<Record<'income' | 'collected' | 'adjusted' | 'accrued' | 'paid' | 'rate' | 'debt', FigureValue>>
}

export type LineView = {
  readonly id: string; readonly year: number; readonly kind: LineKind; readonly account: string; readonly name: string
  readonly area: string; readonly areaName: string; readonly programme: string; readonly programmeName: string; readonly costCentre: string; readonly project: string; readonly funding: string; readonly fundingName: string; readonly unitName: string
  readonly initial: number; readonly amended: number; readonly adjusted: number; readonly precommitted: number; readonly committed: number; readonly accrued: number; readonly settled: number
  readonly available: number
  /** What is left for each next step. */
  readonly room: { readonly precommitment: number; readonly commitment: number; readonly accrual: number; readonly payment: number; readonly collection: number }
}
export type LineList = {
  readonly rows: readonly LineView[]; readonly total: number; readonly page: number; readonly pages: number
  readonly totals: Pick<LineView, 'initial' | 'amended' | 'adjusted' | 'committed' | 'accrued' | 'settled' | 'available'>
}
export type LineRecord = {
  readonly line: LineView; readonly figures: readonly { readonly label: string; readonly figure: FigureValue; readonly note?: string }[]
  readonly months: readonly MonthSums[]; readonly certificates: readonly CertificateView[]; readonly phases: Readonly<Partial<Record<LedgerPhase, number>>>
}
export type MovementView = {
  readonly id: string; readonly entryId: string; readonly phase: LedgerPhase; readonly phaseTitle: string; readonly amount: number; readonly on: Day; readonly recordedAt: string
  readonly document: string; readonly text: string; readonly supplier: string
  /** «Gastos junio · H39» and the load it came in; or the file attached to it. */
  readonly locator?: string; readonly href?: string; readonly fileHash?: string; readonly reversal: boolean
}
export type MovementList = { readonly rows: readonly MovementView[]; readonly total: number; readonly page: number; readonly pages: number }

export type CertificateState = 'requested' | 'issued' | 'refused' | 'released'
export type CertificateView = {
  readonly id: string; readonly number: string; readonly line: string; readonly account: string; readonly name: string; readonly amount: number; readonly purpose: string; readonly state: CertificateState; readonly stateTitle: string
  readonly requestedBy: string; readonly requestedOn: Day; readonly issuedBy: string; readonly issuedOn: Day | null; readonly reason: string; readonly version: number
  /** The reader asked for it, so somebody else must issue it. */
  readonly mine: boolean
}

export type AmendmentState = 'draft' | 'approved' | 'withdrawn' | 'undone'
export type AmendmentSummary = {
  readonly id: string; readonly year: number; readonly number: number; readonly kind: string; readonly kindTitle: string; readonly reason: string; readonly state: AmendmentState; readonly stateTitle: string
  readonly lines: number; readonly income: number; readonly expenditure: number; readonly moved: number; readonly agreement: string; readonly decreeNumber: string; readonly decreeOn: Day | null; readonly sessionOn: Day | null
}
export type AmendmentRecord = AmendmentSummary & {
  readonly version: number; readonly sessionNumber: string; readonly backgroundOn: Day | null; readonly draftedBy: string; readonly mine: boolean; readonly entryId: string | null
  readonly rows: readonly { readonly line: LineView; readonly amount: number; readonly before: number; readonly after: number }[]
}

export type ImportState = 'reading' | 'staged' | 'loaded' | 'cancelled' | 'undone'
export type ImportSummary = {
  readonly id: string; readonly year: number; readonly month: number; readonly kind: string; readonly fileHash: string; readonly fileName: string; readonly sheet: string; readonly recipe: string
  readonly state: ImportState; readonly stateTitle: string; readonly counts: Readonly<Partial<Record<'new' | 'changed' | 'equal' | 'rejected' | 'missing' | 'movements', number>>>
  readonly startedAt: string; readonly startedBy: string; readonly version: number; readonly entryId: string
}
export type ImportRecord = ImportSummary & {
  readonly totals: Readonly<Partial<Record<LedgerPhase, number>>>; readonly problems: readonly { readonly what: string; readonly cell: string; readonly code: string }[]; readonly rejectedHash: string | null; readonly choices: unknown; readonly size: number
}
export type ImportList = { readonly imports: readonly ImportSummary[]; readonly recipes: readonly { readonly name: string; readonly usedOn: string | null; readonly kind: string }[] }

export type MonthState = 'open' | 'in-review' | 'closed' | 'reopened'
export type MonthView = {
  readonly year: number; readonly month: number; readonly title: string; readonly state: MonthState; readonly stateTitle: string; readonly version: number; readonly reason: string; readonly changedAt: string | null
  readonly accrued: number; readonly paid: number; readonly collected: number; readonly movements: number; readonly loads: number; readonly ended: boolean
}
export type Choice = { readonly value: string; readonly title: string; readonly note?: string }
export type Choices = { readonly years: readonly number[]; readonly titles: readonly (Choice & { readonly kind: LineKind })[]; readonly areas: readonly Choice[]; readonly programmes: readonly Choice[]; readonly funding: readonly Choice[]; readonly units: readonly Choice[] }
export type SupplierFound = { readonly id: string; readonly rut: string; readonly name: string; readonly city: string }
export type AccountFound = { readonly code: string; readonly name: string; readonly level: string }
