import type { Day } from '#kernel'
import { z } from 'zod'
import type { LineKind } from '../movements/phase.ts'
import { ApproveAmendmentInput, Year } from '../contract.ts'

/** Schemas and answers of the passage from a closed year to the next. Money in whole pesos. */
const Cash = z.coerce.number().int('Escriba el monto en pesos enteros').min(0, 'Escriba un monto que no sea negativo').max(9_000_000_000_000)
export const Management = z.enum(['municipal', 'education', 'health', 'cemetery'])
export const managementTitles: Record<z.output<typeof Management>, string> = { municipal: 'Municipal', education: 'Educación', health: 'Salud', cemetery: 'Cementerio' }
/** `add`: the budget of a line grows by what is carried into it. `available`: it uses first what the line already has. */
export const Coverage = z.enum(['add', 'available'])
const cash = { available: Cash, advances: Cash, thirdParty: Cash }

export const PreviewCarryOverInput = z.object({ fromYear: Year.optional(), management: Management.default('municipal'), coverage: Coverage.default('available'), available: Cash.default(0), advances: Cash.default(0), thirdParty: Cash.default(0) })
export const DraftCarryOverInput = z.object({
  fromYear: Year, management: Management.default('municipal'), coverage: Coverage, ...cash,
  cashSource: z.string().trim().min(5, 'Diga de dónde sale la caja: el arqueo, la conciliación o el balance de diciembre').max(200),
})
export const CarryOverId = z.object({ id: z.uuid() })
export const ApproveCarryOverInput = ApproveAmendmentInput
export const WithdrawCarryOverInput = ApproveAmendmentInput.pick({ id: true, version: true })

export type CarryKind = 'debt' | 'receivable' | 'commitment'
export const carryTitles: Record<CarryKind, string> = { debt: 'Deuda flotante', receivable: 'Ingresos por percibir', commitment: 'Obligaciones sin devengar' }
export type CarryState = 'draft' | 'approved' | 'withdrawn' | 'undone'
export const carryStates: Record<CarryState, string> = { draft: 'en borrador', approved: 'aprobado', withdrawn: 'retirado', undone: 'deshecho' }

export type CarryTotals = { readonly debt: number; readonly receivable: number; readonly commitment: number; readonly cash: number; readonly already: number }
export type CarryLineView = { readonly id: string; readonly account: string; readonly name: string; readonly kind: LineKind; readonly place: string; /** The line is already in the ledger. */ readonly exists: boolean }
export type CarryRowView = { readonly kind: CarryKind; readonly from: CarryLineView; readonly to: CarryLineView; readonly text: string; readonly amount: number; readonly already: number; readonly written: number }
export type CarryChangeView = { readonly line: CarryLineView; readonly what: string; readonly before: number; readonly amount: number; readonly after: number }
export type CarryLaw = { readonly what: string; readonly norm: string; readonly confidence: string }
export type CarryPlanView = {
  readonly fromYear: number; readonly year: number; readonly management: string
  readonly rows: readonly CarryRowView[]; readonly changes: readonly CarryChangeView[]; readonly totals: CarryTotals
  readonly laws: readonly CarryLaw[]
}
export type CarryObstacle = { readonly about: 'year' | 'next' | 'cash'; readonly text: string }
export type CarryPreview = CarryPlanView & { readonly years: readonly number[]; /** Why it cannot be prepared yet, in words. */ readonly obstacles: readonly CarryObstacle[] }
export type CarrySummary = { readonly id: string; readonly fromYear: number; readonly year: number; readonly managementTitle: string; readonly state: CarryState; readonly stateTitle: string; readonly totals: CarryTotals; readonly decreeNumber: string; readonly decreeOn: Day | null }
export type CarryRecord = CarrySummary & CarryPlanView & {
  readonly version: number; readonly available: number; readonly advances: number; readonly thirdParty: number; readonly cashSource: string; readonly coverage: z.output<typeof Coverage>
  readonly draftedBy: string; readonly mine: boolean; readonly entryId: string | null; readonly amendmentId: string | null; /** What was prepared is no longer what the ledger says. */ readonly moved: boolean
}
