import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { AccrualInput } from '../contract.ts'
import { registerStep } from '../movements/register-step.ts'

/** What was received and accepted, and must be paid. */
export const registerAccrual = defineAction({
  name: 'budget.register-accrual', title: 'Registrar un devengo',
  help: 'Factura u otro documento recibido conforme. No puede superar lo obligado.',
  input: AccrualInput, allowed: can('budget.commit'),
  run: (input, context) => registerStep(context, input, { phase: 'accrual', kind: 'expenditure', entry: 'accrual-registered', verb: 'devengar', limit: 'quedan por devengar' }),
})
