import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { CollectionInput } from '../contract.ts'
import { registerStep } from '../movements/register-step.ts'

/** Money that came in. It never exceeds what was accrued. */
export const registerCollection = defineAction({
  name: 'budget.register-collection', title: 'Registrar un ingreso percibido',
  input: CollectionInput, allowed: can('budget.pay'),
  run: (input, context) => registerStep(context, input, { phase: 'collection', kind: 'income', entry: 'income-collected', verb: 'percibir', limit: 'quedan por percibir' }),
})
