import { randomUUID } from 'node:crypto'
import { formatPesos, dayFrom } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { shortCode } from '../accounts/account-tree.ts'
import { CertificateInput } from '../contract.ts'
import { lineStore } from '../lines/line.store.ts'
import { certificateStore } from './certificate.store.ts'

/** Asks for a certificate of available budget. Nothing is reserved until somebody else issues it. */
export const requestCertificate = defineAction({
  name: 'budget.request-certificate', title: 'Solicitar un certificado de disponibilidad',
  help: 'Ninguna compra comienza sin él. Lo emite otra persona de Administración y Finanzas.',
  input: CertificateInput, allowed: (actor) => actor.permissions.has('budget.read') && actor.permissions.has('evidence.attach'),
  run: async (input, context) => {
    const [line] = await lineStore(context.tx).byIds([input.line])
    if (!line || line.kind !== 'expenditure') throw notFound({ what: 'la línea de gasto' })
    const id = randomUUID()
    await certificateStore(context.tx).add({ id, year: line.year, line: line.id, amount: input.amount, purpose: input.purpose, by: context.actor.accountId, on: context.today, entryId: context.entryId })
    return { result: { id }, entry: { name: 'certificate-requested', summary: `Se pidió certificado por ${formatPesos(input.amount)} en ${shortCode(line.account)}`, record: { kind: 'budget-line', id: line.id }, effectiveOn: context.today < dayFrom(line.year, 1, 1) ? dayFrom(line.year, 1, 1) : context.today, facts: { certificate: id } } }
  },
})
