import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { PaymentInput } from '../contract.ts'
import { registerStep } from '../movements/register-step.ts'

/** A payment by its decree. It never pays more than was accrued. */
export const registerPayment = defineAction({
  name: 'budget.register-payment', title: 'Registrar un pago',
  help: 'Pago según decreto de pago. No puede superar lo devengado y no pagado.',
  input: PaymentInput, allowed: can('budget.pay'),
  run: (input, context) => registerStep(context, input, { phase: 'payment', kind: 'expenditure', entry: 'payment-registered', verb: 'pagar', limit: 'quedan por pagar' }),
})
