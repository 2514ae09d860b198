import { type ActionContext, notFound } from '#platform/actions'
import { agreementRepeated } from '../problems.ts'
import { councilStore } from '../sessions/session.store.ts'
import { agreementStore } from './agreement.store.ts'

/** The session, held, when no other agreement of it reads that number today. */
export const demandFree = async (context: ActionContext, sessionId: string, number: string, own?: string) => {
  const session = await councilStore(context.tx).hold(sessionId)
  if (!session) throw notFound({ what: 'la sesión' })
  const same = (await agreementStore(context.tx).ofSessions([sessionId], Number.MAX_SAFE_INTEGER)).find((one) => one.number === number && one.id !== own)
  if (same) throw agreementRepeated({ number, title: same.title }, { errors: [{ pointer: '/number', message: 'Ese número ya es de otro acuerdo' }] })
  return session
}
