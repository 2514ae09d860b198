import type { Day } from '#kernel'
import type { MandateProvider } from '#platform/actions'
import { sql } from '#platform/database'
import { commitmentsNow } from './commitments/list-commitments.query.ts'
import { requestsNow } from './requests/list-requests.query.ts'
import { sessionHref, sessionTitle } from './sessions/record-session.ts'
import { councilStore } from './sessions/session.store.ts'

const COUNCIL = '/concejo'
/** Nothing to count is nothing late. */
const shareOf = (fact: string, met: number, total: number, title: string, none: string, href: string) => (total > 0 ? { fact, met, total, title, href } : { fact, met: 1, total: 1, title: none, href })
/** What the council can prove before the mandate board: sessions held, background received in time, requests answered in time, commitments kept. */
export const councilEvidence: MandateProvider = {
  facts: ['council.session-held', 'council.folder-received', 'council.requests-on-time', 'council.commitments-kept', 'council.agreement-taken', 'council.budget-agreement'],
  evidence: async ({ from, to }, context) => {
    const { tx } = context
    const knownSeq = await context.knownSeq()
    const sessions = (await councilStore(tx).list({ knownSeq, on: to })).filter(({ heldOn }) => heldOn >= from)
    const received = await tx.all<{ id: string; on: Day; number: number; kind: 'ordinary' | 'extraordinary'; heldOn: Day }>(sql`
      select s.id, max(r.received_on) as "on", s.number, s.kind, s.held_on as "heldOn" from council.folder_receipts r join evidence.posted e on e.commune = r.commune and e.entry_id = r.entry_id
      join council.folder_sendings g on g.commune = r.commune and g.id = r.sending_id join council.sessions s on s.commune = g.commune and s.id = g.session_id
      where r.commune = ${tx.commune} and e.seq <= ${knownSeq} and r.received_on between ${from} and ${to} group by s.id, s.number, s.kind, s.held_on`)
    const taken = await tx.all<{ id: string; session: string; on: Day; number: string; title: string; matter: string }>(sql`
      select a.id, a.session_id as session, s.held_on as "on", a.number, a.title, a.matter from council.agreements a join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id join council.sessions s on s.commune = a.commune and s.id = a.session_id
      where a.commune = ${tx.commune} and e.seq <= ${knownSeq} and a.outcome = 'approved' and s.held_on between ${from} and ${to} order by s.held_on desc limit 200`)
    const requests = (await requestsNow(context)).filter(({ askedOn, dueOn, answeredOn }) => askedOn >= from && (answeredOn !== null || dueOn < to))
    const promised = (await commitmentsNow(context)).filter(({ promisedOn, until, doneOn }) => promisedOn >= from && (doneOn !== null || until < to))
    return {
      acts: [
        ...sessions.map((one) => ({ fact: 'council.session-held', on: one.heldOn, title: sessionTitle(one), href: sessionHref(one.id) })),
        ...taken.flatMap(({ session, on, number, title, matter }) => (matter.startsWith('budget') ? ['council.agreement-taken', 'council.budget-agreement'] : ['council.agreement-taken']).map((fact) => ({ fact, on, title: `Acuerdo N.º ${number}: ${title}`, href: sessionHref(session) }))),
        ...received.map((one) => ({ fact: 'council.folder-received', on: one.on, title: `Antecedentes recibidos para la ${sessionTitle(one).replace('Sesión', 'sesión')}`, href: sessionHref(one.id) })),
      ],
      shares: [
        shareOf('council.requests-on-time', requests.filter(({ state }) => state === 'answered').length, requests.length, 'solicitudes de concejales contestadas en plazo', 'sin solicitudes de concejales por contestar', `${COUNCIL}/solicitudes`),
        shareOf('council.commitments-kept', promised.filter(({ state }) => state === 'done').length, promised.length, 'compromisos ante el Concejo cumplidos en plazo', 'sin compromisos vencidos ante el Concejo', `${COUNCIL}/compromisos`),
      ],
    }
  },
}
