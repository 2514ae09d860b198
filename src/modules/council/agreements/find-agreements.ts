import { can } from '#kernel'
import type { Finder } from '#platform/actions'
import { outcomeTitle } from '../contract.ts'
import { sessionHref, sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { agreementStore } from './agreement.store.ts'
import { AGREEMENT } from './certify-agreement.ts'

/** Agreements by number, matter or outcome, as they were read at both dates. */
export const findAgreements: Finder = {
  kind: AGREEMENT, title: 'Acuerdos del Concejo', allowed: can('council.read'),
  find: async (_asked, context) => {
    const knownSeq = await context.knownSeq()
    const sessions = new Map((await councilStore(context.tx).all(knownSeq)).filter(({ heldOn }) => heldOn <= context.asOf.effectiveOn).map((session) => [session.id, session]))
    return (await agreementStore(context.tx).ofSessions([...sessions.keys()], knownSeq)).flatMap((one) => {
      const session = sessions.get(one.sessionId)
      return session ? [{ kind: AGREEMENT, id: one.id, title: `Acuerdo N.º ${one.number}: ${one.title}`, subtitle: `${outcomeTitle[one.outcome]} · ${sessionTitle(session)}`, href: sessionHref(session.id), year: Number(session.heldOn.slice(0, 4)) }] : []
    })
  },
}
