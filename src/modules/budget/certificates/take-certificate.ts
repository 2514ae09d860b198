import { type ActionContext, notFound } from '#platform/actions'
import { exceedsPhase, wrongState } from '../problems.ts'
import { certificateStore } from './certificate.store.ts'

/** Uses up an issued certificate of the line: answers the amount that stops being reserved. */
export const takeCertificate = async (context: ActionContext, id: string, line: string, amount: number): Promise<number> => {
  const store = certificateStore(context.tx)
  const certificate = await store.get(id)
  if (!certificate || certificate.line_id !== line) throw notFound({ what: 'el certificado de disponibilidad de esta línea' })
  if (certificate.state !== 'issued') throw wrongState({ what: 'El certificado', state: certificateStates[certificate.state], needs: 'emitido' })
  if (amount > certificate.amount) throw exceedsPhase({ amount, what: 'obligar', room: certificate.amount, of: 'el certificado reserva' })
  await store.settle(id, { state: 'released' })
  return certificate.amount
}
export const certificateStates = { requested: 'solicitado', issued: 'emitido', refused: 'rechazado', released: 'usado' } as const
