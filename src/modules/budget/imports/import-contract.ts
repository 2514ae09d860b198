import { z } from 'zod'
import { FileHash, Uuid, Year } from '../contract.ts'

const Field = z.enum([
  'account', 'name', 'area', 'programme', 'costCentre', 'initial', 'modification', 'adjusted', 'precommitment', 'commitment', 'accrued', 'paid', 'outstandingDebt', 'availableBalance', 'collected', 'receivable',
  'budgetedIncome', 'accruedIncome', 'percentage', 'ignored',
])
export const StartImportInput = z.object({ fileHash: FileHash, year: Year, month: z.coerce.number().int().min(1).max(12), recipe: z.string().max(80).optional() })
/** What the person decided of the sheet. */
export const ImportChoices = z.object({
  sheet: z.number().int().min(0), headerRows: z.array(z.number().int().min(0)).min(1).max(2),
  columns: z.array(z.object({ column: z.number().int().min(0), field: Field })).max(400),
  unit: z.enum(['pesos', 'thousands']), kind: z.enum(['income', 'expenditure', 'both']), accepted: z.array(z.string().max(200)).max(5000).default([]),
  /** Name under which the mapping is remembered; empty does not remember. */
  recipe: z.string().trim().max(80).default(''),
})
export type ImportChoices = z.output<typeof ImportChoices>
export const ShowHeaderInput = z.object({ id: Uuid, sheet: z.number().int().min(0), headerRows: z.array(z.number().int().min(0)).max(2).optional(), recipe: z.string().max(80).optional() })
export const PreviewImportInput = z.object({ id: Uuid, choices: ImportChoices })
export const LoadImportInput = PreviewImportInput.extend({ watermark: z.number().int().min(0) })
export const UndoImportInput = z.object({ id: Uuid, version: z.coerce.number().int(), reason: z.string().trim().min(5, 'Escriba la razón').max(300) })
