import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { takeCertificate } from '../certificates/take-certificate.ts'
import { CommitmentInput } from '../contract.ts'
import { registerStep } from '../movements/register-step.ts'

/** Commits the budget with an order, contract or decree. A certificate of the same line gives up what it had reserved. */
export const registerCommitment = defineAction({
  name: 'budget.register-commitment', title: 'Registrar una obligación',
  help: 'Orden de compra, contrato o decreto que compromete el presupuesto. Con el certificado de disponibilidad se usa lo que ya estaba reservado.',
  input: CommitmentInput, allowed: can('budget.commit'),
  run: async (input, context) => {
    const reserved = input.certificate ? await takeCertificate(context, input.certificate, input.line, input.amount) : 0
    return registerStep(context, input, { phase: 'commitment', kind: 'expenditure', entry: 'commitment-registered', verb: 'obligar', limit: 'quedan disponibles', reserved, certificate: input.certificate })
  },
})
