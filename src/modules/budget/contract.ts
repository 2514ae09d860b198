import { type Day, isDay } from '#kernel'
import { z } from 'zod'

/** Schemas shared by the forms, the API and the tests of the budget. Money in whole pesos. */
export const DayText = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
export const Amount = z.coerce.number().int('Escriba el monto en pesos enteros').positive('El monto debe ser mayor que cero').max(9_000_000_000_000, 'El monto es demasiado grande')
export const SignedAmount = z.coerce.number().int('Escriba el monto en pesos enteros').min(-9_000_000_000_000).max(9_000_000_000_000)
export const Uuid = z.uuid('No es un identificador válido')
export const Year = z.coerce.number().int().min(2000, 'Escriba un año de cuatro cifras').max(2100)
export const AccountCode = z.string().trim().regex(/^(115|215)-\d{2}(-\d{2}(-\d{3}){0,3})?$/, 'Escriba la cuenta como 215-22-05-001')
export const FileHash = z.string().regex(/^[0-9a-f]{64}$/)
const text = (max: number) => z.string().trim().max(max)

export const LineInput = z.object({
  year: Year, account: AccountCode, management: z.enum(['municipal', 'education', 'health', 'cemetery']).default('municipal'),
  area: z.enum(['', '1', '2', '3', '4', '5', '6']).default(''), programme: text(40).default(''), costCentre: text(40).default(''), project: text(60).default(''), funding: text(40).default(''),
  unitId: Uuid.optional(),
})
export const OpenBudgetInput = z.object({
  year: Year,
  agreement: text(60).min(1, 'Indique el acuerdo del Concejo'), decreeNumber: text(40).min(1, 'Indique el número del decreto'), decreeOn: DayText,
  lines: z.array(LineInput.omit({ year: true }).extend({ amount: z.coerce.number().int().min(0) })).min(1, 'Agregue al menos una línea').max(20_000),
})
export const DocumentInput = z.object({ number: text(60).min(1, 'Escriba el número del documento'), date: DayText })
const stepFields = { line: Uuid, amount: Amount, on: DayText, text: text(300).min(3, 'Escriba de qué se trata'), chain: text(120).default(''), fileHash: FileHash.optional() }
export const CommitmentInput = z.object({ ...stepFields, document: DocumentInput.extend({ kind: z.enum(['purchase-order', 'contract', 'decree', 'payroll']) }), supplierRut: text(20).optional(), certificate: Uuid.optional() })
export const AccrualInput = z.object({ ...stepFields, document: DocumentInput.extend({ kind: z.enum(['invoice', 'payment-certificate', 'receipt', 'decree', 'payroll', 'contract']) }), supplierRut: text(20).optional() })
export const PaymentInput = z.object({ ...stepFields, document: DocumentInput.extend({ kind: z.literal('payment-decree').default('payment-decree') }), supplierRut: text(20).optional() })
export const IncomeAccrualInput = z.object({ ...stepFields, document: DocumentInput.extend({ kind: z.enum(['decree', 'receipt', 'transfer', 'agreement']) }) })
export const CollectionInput = z.object({ ...stepFields, document: DocumentInput.extend({ kind: z.enum(['receipt', 'transfer', 'deposit']) }) })
export const CertificateInput = z.object({ line: Uuid, amount: Amount, purpose: text(300).min(5, 'Escriba para qué se pide') })
export const IssueCertificateInput = z.object({ id: Uuid, version: z.coerce.number().int(), number: text(40).min(1, 'Escriba el número del certificado'), on: DayText })
export const RefuseCertificateInput = z.object({ id: Uuid, version: z.coerce.number().int(), reason: text(300).min(5, 'Escriba la razón') })
export const AmendmentKind = z.enum(['more-income', 'less-income', 'transfer', 'opening-balance', 'new-programme', 'supplement'])
export const amendmentTitles: Record<z.output<typeof AmendmentKind>, string> = {
  'more-income': 'Mayores ingresos y mayores gastos', 'less-income': 'Menores ingresos y menores gastos', transfer: 'Traspaso entre gastos',
  'opening-balance': 'Incorporación del saldo inicial de caja', 'new-programme': 'Nuevo programa o proyecto', supplement: 'Suplemento de fondos de terceros',
}
export const AmendmentInput = z.object({
  year: Year, kind: AmendmentKind, reason: text(1000).min(10, 'Escriba la razón de la modificación'),
  lines: z.array(z.object({ line: Uuid, amount: SignedAmount.refine((value) => value !== 0, 'El monto no puede ser cero') })).min(2, 'Una modificación mueve al menos dos líneas').max(500),
})
export const ApproveAmendmentInput = z.object({
  id: Uuid, version: z.coerce.number().int(), backgroundOn: DayText, sessionNumber: text(20).min(1, 'Indique la sesión'), sessionOn: DayText,
  agreement: text(60).min(1, 'Indique el acuerdo'), decreeNumber: text(40).min(1, 'Indique el decreto'), decreeOn: DayText,
})
export const MonthInput = z.object({ year: Year, month: z.coerce.number().int().min(1).max(12), version: z.coerce.number().int().min(0) })
export const ReopenMonthInput = MonthInput.extend({ reason: text(300).min(10, 'Escriba la razón, que quedará en la historia') })
export const LocalAccountInput = z.object({ account: AccountCode, name: text(160).min(3, 'Escriba la denominación'), decree: text(60).min(1, 'Indique el decreto que la abre'), on: DayText })
export const ProgrammeInput = z.object({ code: text(40).min(1), name: text(160).min(3), area: z.enum(['1', '2', '3', '4', '5', '6']), unitId: Uuid.optional(), purpose: text(600).default(''), cofog: text(10).default(''), women: z.coerce.number().int().min(0).optional(), men: z.coerce.number().int().min(0).optional() })
export const UndoInput = z.object({ entryId: Uuid, reason: text(300).min(5, 'Escriba la razón') })
export type Sort = { readonly by: string; readonly descending: boolean }
