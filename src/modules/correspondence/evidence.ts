import type { Day } from '#kernel'
import type { MandateProvider } from '#platform/actions'
import { sql } from '#platform/database'
import { businessCalendar, addBusinessDays } from '#calendar'
import { correspondenceEvidence } from './work/mandate.ts'

type Signed = { id: string; signedOn: Day; lastOn: Day | null }
/** What acts and letters prove before the mandate board: institutions written to, letters answered within their term, acts notified within theirs. */
export const actsEvidence: MandateProvider = {
  facts: [...correspondenceEvidence.facts, 'correspondence.answered-on-time', 'correspondence.notified-on-time'],
  evidence: async ({ from, to }, context) => {
    const { tx, law, knownSeq } = context
    const seq = await knownSeq()
    const letters = await tx.all<{ due: Day; on: Day | null }>(sql`select i.due_on as due, case when i.state = 'answered' then i.answered_on end as "on" from correspondence.incoming i join evidence.posted p on p.commune = i.commune and p.entry_id = i.entry_id
      where i.commune = ${tx.commune} and p.seq <= ${seq} and i.needs_answer and i.state <> 'closed' and i.due_on between ${from} and ${to} and (i.due_on < ${to} or i.state = 'answered')`)
    const signed = await tx.all<Signed>(sql`select e.act_id as id, max(e.on_day) as "signedOn", (select min(n.on_day) from correspondence.events n join evidence.posted q on q.commune = n.commune and q.entry_id = n.entry_id
        where n.commune = ${tx.commune} and n.act_id = e.act_id and n.name = 'act-notified' and n.state_after = 'notified' and q.seq <= ${seq} and n.on_day <= ${to}) as "lastOn"
      from correspondence.events e join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id where e.commune = ${tx.commune} and e.name = 'act-signed' and p.seq <= ${seq} and e.on_day between ${from} and ${to} group by e.act_id`)
    const calendar = businessCalendar(law, tx.commune)
    const by = ({ signedOn }: Signed): Day => addBusinessDays(signedOn, law.number('calendar/terms/notification', signedOn), calendar)
    const owed = signed.filter((one) => one.lastOn !== null || by(one) < to)
    const share = (fact: string, met: number, total: number, title: string, none: string, href: string) => (total > 0 ? { fact, met, total, title, href } : { fact, met: 1, total: 1, title: none, href })
    return {
      acts: (await correspondenceEvidence.evidence({ from, to }, context)).acts,
      shares: [
        share('correspondence.answered-on-time', letters.filter(({ on, due }) => on !== null && on <= due).length, letters.length, 'documentos recibidos contestados en plazo', 'sin correspondencia por contestar', '/actos/partes'),
        share('correspondence.notified-on-time', owed.filter((one) => one.lastOn !== null && one.lastOn <= by(one)).length, owed.length, 'actos notificados en plazo', 'sin actos por notificar', '/actos'),
      ],
    }
  },
}
