import { can, formatPesos } from '#kernel'
import { defineAction, notFound, versionMoved } from '#platform/actions'
import { shortCode } from '../accounts/account-tree.ts'
import { IssueCertificateInput, RefuseCertificateInput } from '../contract.ts'
import { lineStore } from '../lines/line.store.ts'
import { demandLine } from '../movements/guards.ts'
import { addMovements } from '../movements/movement.store.ts'
import { noSums, onlyPhase } from '../movements/phase.ts'
import { exceedsPhase, sameHand, wrongState } from '../problems.ts'
import { roomFor } from '../rules/identities.ts'
import { certificateStates } from './take-certificate.ts'
import { certificateStore } from './certificate.store.ts'
import type { ActionContext } from '#platform/actions'

const demandRequested = async (context: ActionContext, id: string, version: number) => {
  const certificate = await certificateStore(context.tx).get(id)
  if (!certificate) throw notFound({ what: 'la solicitud de certificado' })
  if (certificate.version !== version) throw versionMoved({ what: 'La solicitud', yours: version, current: certificate.version }, { facts: { current: certificate } })
  if (certificate.state !== 'requested') throw wrongState({ what: 'La solicitud', state: certificateStates[certificate.state], needs: 'solicitada' })
  return certificate
}

/** Issues a certificate: the amount is reserved on its line. Who asked cannot issue. */
export const issueCertificate = defineAction({
  name: 'budget.issue-certificate', title: 'Emitir un certificado de disponibilidad',
  input: IssueCertificateInput, unless: [sameHand], allowed: can('budget.commit'),
  run: async (input, context) => {
    const certificate = await demandRequested(context, input.id, input.version)
    if (certificate.requested_by === context.actor.accountId) throw sameHand({ act: 'Emitir el certificado' })
    const line = await demandLine(context, certificate.line_id, 'expenditure', input.on)
    const room = roomFor('precommitment', (await lineStore(context.tx).sums([line.id])).get(line.id) ?? noSums)
    if (certificate.amount > room) throw exceedsPhase({ amount: certificate.amount, what: 'reservar', room, of: 'quedan disponibles' })
    await addMovements(context.tx, [{ line: line.id, year: line.year, effectiveOn: input.on, amounts: onlyPhase('precommitment', certificate.amount), documentKind: 'certificate', documentNumber: input.number, documentDate: input.on, text: certificate.purpose }], context.entryId)
    await certificateStore(context.tx).settle(input.id, { state: 'issued', number: input.number, by: context.actor.accountId, on: input.on })
    return { result: { id: input.id, number: input.number }, entry: { name: 'certificate-issued', effectiveOn: input.on, summary: `Certificado de disponibilidad N.º ${input.number} por ${formatPesos(certificate.amount)} en ${shortCode(line.account)}`, record: { kind: 'budget-line', id: line.id }, facts: { certificate: input.id, phase: 'precommitment', amount: certificate.amount, line: line.id } } }
  },
})

/** Refuses a request, with its reason. */
export const refuseCertificate = defineAction({
  name: 'budget.refuse-certificate', title: 'Rechazar una solicitud de certificado',
  input: RefuseCertificateInput, allowed: can('budget.commit'),
  run: async (input, context) => {
    const certificate = await demandRequested(context, input.id, input.version)
    await certificateStore(context.tx).settle(input.id, { state: 'refused', by: context.actor.accountId, on: context.today, reason: input.reason })
    return { result: { id: input.id }, entry: { name: 'certificate-refused', summary: 'Se rechazó una solicitud de certificado de disponibilidad', record: { kind: 'budget-line', id: certificate.line_id }, facts: { certificate: input.id } } }
  },
})
