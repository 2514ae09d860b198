import type { Day } from '#kernel'

/** What a demonstration commune brings. Money in whole pesos; days ISO; instants ISO with offset. All codes are stable keys. */
export type UnitKind = 'direction' | 'department' | 'office' | 'section'
export type UnitFact = { readonly code: string; readonly name: string; readonly kind: UnitKind; readonly parent?: string }
export type OfficeFact = { readonly role: string; readonly title: string; readonly from: Day; readonly to?: Day; readonly substitute?: boolean }
/** `roles` are keys of the roles of the program (`planning_director`, `finance`…). Every person here is invented. */
export type PersonFact = { readonly key: string; readonly name: string; readonly rut: string; readonly email: string; readonly unit: string; readonly roles: readonly string[]; readonly offices: readonly OfficeFact[] }
export type SupplierFact = { readonly rut: string; readonly name: string; readonly kind: 'company' | 'person' | 'cooperative' | 'public'; readonly activity: string; readonly city: string }
export type InstitutionFact = { readonly code: string; readonly name: string; readonly kind: 'ministry' | 'regional' | 'service' | 'control' | 'municipal' | 'community' }
export type FundingSourceFact = { readonly code: string; readonly name: string }
export type Area = 1 | 2 | 3 | 4 | 5 | 6
export type ProgrammeFact = {
  readonly code: string; readonly name: string; readonly area: Area; readonly unit: string; readonly objectiveCode: string
  readonly purpose: string; readonly beneficiaries: { readonly women: number; readonly men: number }; /** COFOG class, for publication. */ readonly cofog: string
}
export type LocalAccountFact = { readonly code: string; readonly name: string }
export type LineFact = {
  readonly key: string; readonly year: number; readonly management: 'municipal'; readonly kind: 'income' | 'expenditure'
  /** Long code: 215-22-05-001-000-000. */
  readonly account: string
  readonly area?: Area; readonly programme?: string; readonly costCentre?: string; readonly project?: string; readonly fundingSource: string; readonly unit: string
}
export type AmendmentKind = 'more-income' | 'less-income' | 'transfer' | 'opening-cash' | 'new-project' | 'third-party'
export type AmendmentFact = {
  readonly number: number; readonly year: number; readonly date: Day; readonly kind: AmendmentKind; readonly reason: string
  readonly session: { readonly number: number; readonly date: Day }; readonly agreement: string
  readonly decree: { readonly number: string; readonly date: Day }; readonly lines: readonly { readonly line: string; readonly amount: number }[]
}
/**
 * `precommitment` is what stands reserved: a certificate adds and the purchase order takes it off when it becomes `commitment`,
 * so its running sum is the reservation still open.
 */
export type Phase = 'initial' | 'modification' | 'precommitment' | 'commitment' | 'accrual' | 'payment' | 'collection'
export type DocumentKind = 'payment-decree' | 'purchase-order' | 'invoice' | 'contract' | 'payroll' | 'receipt' | 'decree' | 'certificate' | 'transfer'
export type DocumentFact = { readonly kind: DocumentKind; readonly number: string; readonly date: Day }
export type MovementFact = {
  readonly line: string; readonly phase: Phase; readonly amount: number
  readonly effectiveOn: Day; readonly recordedAt: string; readonly document: DocumentFact
  readonly supplier?: string; readonly text: string
  /** Movements typed together; every movement of a batch has the same `recordedAt`. */
  readonly batch: string
  readonly project?: string
  /** Ties the reservation, the order, the invoice and the payment of one purchase. */
  readonly chain?: string
}
export type MeasurementFact = { readonly value: number; readonly on: Day; readonly recordedAt: string; readonly source: string; readonly document: string; readonly approved: boolean }
export type IndicatorFact = {
  readonly code: string; readonly objective: string; readonly name: string; readonly unit: string; readonly formula: string; readonly direction: 'up' | 'down'
  /** Counts what happens within each year, so that a half-year is compared with its share of the target. */
  readonly yearly?: boolean
  readonly baseline: { readonly value: number; readonly year: number; readonly source: string; /** The base value is a published figure; otherwise demonstration. */ readonly real: boolean }
  readonly targets: readonly { readonly year: number; readonly value: number }[]; readonly measurements: readonly MeasurementFact[]
}
export type PlanFact = {
  readonly name: string; readonly from: Day; readonly to: Day; readonly agreement: string; readonly note: string
  readonly axes: readonly { readonly code: string; readonly name: string }[]
  readonly objectives: readonly { readonly code: string; readonly axis: string; readonly name: string; readonly description: string }[]
  readonly indicators: readonly IndicatorFact[]
}
export type ProjectStage = 'idea' | 'profile' | 'analysis' | 'recommended' | 'funded' | 'tender' | 'execution' | 'received' | 'operation' | 'withdrawn'
export type ProgressFact = { readonly on: Day; /** Physical progress 0–1, accumulated. */ readonly share: number; readonly recordedAt: string; readonly evidence: string; readonly cause?: string; readonly effect?: string; readonly measure?: string }
export type ProjectFact = {
  readonly code: string; readonly bip?: string; readonly name: string; readonly stage: ProjectStage; readonly place: string
  /** WGS 84, longitude then latitude, approximate. */
  readonly coordinates?: readonly [number, number]
  readonly unit: string; readonly formulator: string; readonly inspector?: string; readonly objectiveCode: string; readonly programme: string
  readonly funding: readonly { readonly source: string; readonly amount: number }[]; readonly totalCost: number
  readonly contract?: { readonly supplier: string; readonly amount: number; readonly from: Day; readonly days: number; readonly tender: string }
  readonly plannedCurve: readonly { readonly month: string; readonly share: number }[]; readonly progress: readonly ProgressFact[]
  readonly documents: readonly { readonly title: string; readonly kind: string; readonly date: Day }[]
  readonly gender: { readonly marker: 0 | 1 | 2; readonly note: string }; readonly beneficiaries: { readonly women: number; readonly men: number }
}
/** A published value as the source shows it. `state` names an absence («No Recepcionado») and then `value` is null. */
export type ObservationFact = { readonly series: string; readonly title: string; readonly year: number; readonly value: number | null; readonly state?: string; readonly unit: string; readonly text: string; readonly source: string }
export type SessionFact = { readonly number: number; readonly date: Day; readonly kind: 'ordinary' | 'extraordinary' }
/** Sections of prose. Text may hold `{{figure/id|key=value}}` chips; see `loncoche/narrative.ts`. */
export type NarrativeSection = { readonly key: string; readonly title: string; readonly paragraphs: readonly string[] }
export type ReportFact = {
  readonly period: string; readonly state: 'delivered' | 'draft'
  readonly effectiveOn: Day; readonly knownOn: Day
  readonly issuedAt?: string; readonly delivery?: { readonly on: Day; readonly receipt: string; readonly session?: number }
  readonly drafter: string; readonly approver: string; readonly narrative: readonly NarrativeSection[]
}
export type CommuneFact = { readonly code: string; readonly name: string; readonly municipality: string; readonly region: string; readonly province: string; readonly address?: string; readonly rut?: string }
export type DemoFacts = {
  readonly commune: CommuneFact; readonly clock: string
  readonly units: readonly UnitFact[]; readonly people: readonly PersonFact[]; readonly suppliers: readonly SupplierFact[]; readonly institutions: readonly InstitutionFact[]
  readonly fundingSources: readonly FundingSourceFact[]; readonly programmes: readonly ProgrammeFact[]; readonly localAccounts: readonly LocalAccountFact[]
  readonly lines: readonly LineFact[]; readonly amendments: readonly AmendmentFact[]; readonly movements: readonly MovementFact[]
  readonly plan: PlanFact; readonly projects: readonly ProjectFact[]; readonly observations: readonly ObservationFact[]
  readonly council: { readonly sessions: readonly SessionFact[] }; readonly reports: readonly ReportFact[]
}
