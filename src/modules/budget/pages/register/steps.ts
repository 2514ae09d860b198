import type { LineKind, LineView } from '../../answers.ts'

/** The steps of the budget as forms: who may, which lines, which papers, and what limits the amount. */
export type StepKey = 'obligacion' | 'devengo' | 'pago' | 'derecho' | 'percepcion'
export type Step = {
  readonly key: StepKey; readonly action: string; readonly title: string; readonly verb: string; readonly done: string; readonly kind: LineKind; readonly permission: string; readonly supplier: boolean
  readonly room?: (line: LineView) => number; readonly roomText: string; readonly papers: readonly { readonly value: string; readonly title: string }[]
}
const paper = (value: string, title: string) => ({ value, title })
export const steps: readonly Step[] = [
  { key: 'obligacion', action: 'budget/register-commitment', title: 'Obligación', verb: 'Registrar la obligación', done: 'Obligación registrada', kind: 'expenditure', permission: 'budget.commit', supplier: true, room: ({ room }) => room.commitment, roomText: 'disponible para obligar', papers: [paper('purchase-order', 'Orden de compra'), paper('contract', 'Contrato'), paper('decree', 'Decreto'), paper('payroll', 'Planilla de remuneraciones')] },
  { key: 'devengo', action: 'budget/register-accrual', title: 'Devengo', verb: 'Registrar el devengo', done: 'Devengo registrado', kind: 'expenditure', permission: 'budget.commit', supplier: true, room: ({ room }) => room.accrual, roomText: 'obligado sin devengar', papers: [paper('invoice', 'Factura'), paper('payment-certificate', 'Estado de pago'), paper('receipt', 'Comprobante'), paper('decree', 'Decreto'), paper('payroll', 'Planilla de remuneraciones'), paper('contract', 'Contrato')] },
  { key: 'pago', action: 'budget/register-payment', title: 'Pago', verb: 'Registrar el pago', done: 'Pago registrado', kind: 'expenditure', permission: 'budget.pay', supplier: true, room: ({ room }) => room.payment, roomText: 'devengado sin pagar', papers: [paper('payment-decree', 'Decreto de pago')] },
  { key: 'derecho', action: 'budget/register-income-accrual', title: 'Devengo de ingreso', verb: 'Registrar el derecho de cobro', done: 'Ingreso devengado', kind: 'income', permission: 'budget.pay', supplier: false, roomText: 'sin tope: el ingreso puede superar lo presupuestado', papers: [paper('decree', 'Decreto'), paper('receipt', 'Comprobante de ingreso'), paper('transfer', 'Transferencia'), paper('agreement', 'Convenio')] },
  { key: 'percepcion', action: 'budget/register-collection', title: 'Percepción', verb: 'Registrar lo percibido', done: 'Ingreso percibido registrado', kind: 'income', permission: 'budget.pay', supplier: false, room: ({ room }) => room.collection, roomText: 'devengado sin percibir', papers: [paper('receipt', 'Comprobante de ingreso'), paper('transfer', 'Transferencia'), paper('deposit', 'Depósito')] },
]
