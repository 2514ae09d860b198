import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { IncomeAccrualInput } from '../contract.ts'
import { registerStep } from '../movements/register-step.ts'

/** A right to collect. Income may exceed its budget: the budget of income is an estimate. */
export const registerIncomeAccrual = defineAction({
  name: 'budget.register-income-accrual', title: 'Registrar un ingreso devengado',
  input: IncomeAccrualInput, allowed: can('budget.pay'),
  run: (input, context) => registerStep(context, input, { phase: 'accrual', kind: 'income', entry: 'income-accrued', verb: 'devengar', limit: 'quedan', unlimited: true }),
})
