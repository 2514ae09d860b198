import type { Day } from '#kernel'
import type { MandateProvider } from '#platform/actions'
import { sql } from '#platform/database'
import { commitmentsNow } from './commitments/list-commitments.query.ts'
import { requestsNow } from './requests/list-requests.query.ts'
import { sessionHref, sessionTitle } from './sessions/record-session.ts'
import { councilStore } from './sessions/session.store.ts'

const COUNCIL = '/concejo'
/** What the council can prove before the mandate board: sessions held, background received in time, requests answered in time, commitments kept. */
export const councilEvidence: MandateProvider = {
  facts: ['council.session-held', 'council.folder-received', 'council.requests-on-time', 'council.commitments-kept'],
  evidence: async ({ from, to }, context) => {
    const { tx } = context
    const knownSeq = await context.knownSeq()
    const sessions = (await councilStore(tx).list({ knownSeq, on: to })).filter(({ heldOn }) => heldOn >= from)
    const received = await tx.all<{ id: string; on: Day; number: number; kind: 'ordinary' | 'extraordinary'; heldOn: Day }>(sql`
      select s.id, max(r.received_on) as "on", s.number, s.kind, s.held_on as "heldOn" from council.folder_receipts r join evidence.posted e on e.commune = r.commune and e.entry_id = r.entry_id
      join council.folder_sendings g on g.commune = r.commune and g.id = r.sending_id join council.sessions s on s.commune = g.commune and s.id = g.session_id
      where r.commune = ${tx.commune} and e.seq <= ${knownSeq} and r.received_on between ${from} and ${to} group by s.id, s.number, s.kind, s.held_on`)
    const requests = (await requestsNow(context)).filter(({ askedOn, dueOn, answeredOn }) => askedOn >= from && (answeredOn !== null || dueOn < to))
    const promised = (await commitmentsNow(context)).filter(({ promisedOn, until, doneOn }) => promisedOn >= from && (doneOn !== null || until < to))
    return {
      acts: [
        ...sessions.map((one) => ({ fact: 'council.session-held', on: one.heldOn, title: sessionTitle(one), href: sessionHref(one.id) })),
        ...received.map((one) => ({ fact: 'council.folder-received', on: one.on, title: `Antecedentes recibidos para la ${sessionTitle(one).replace('Sesión', 'sesión')}`, href: sessionHref(one.id) })),
      ],
      shares: [
        { fact: 'council.requests-on-time', met: requests.filter(({ state }) => state === 'answered').length, total: requests.length, title: 'solicitudes de concejales contestadas en plazo', href: `${COUNCIL}/solicitudes` },
        { fact: 'council.commitments-kept', met: promised.filter(({ state }) => state === 'done').length, total: promised.length, title: 'compromisos ante el Concejo cumplidos en plazo', href: `${COUNCIL}/compromisos` },
      ],
    }
  },
}
