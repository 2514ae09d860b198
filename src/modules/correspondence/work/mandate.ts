import { type Day, formatDay } from '#kernel'
import type { MandateProvider } from '#platform/actions'
import { sql } from '#platform/database'

const FACT = 'correspondence.institutions-written'
/** The last letter between the municipality and an institution: one that came in, or the answer that was notified to it. Never one of a person. */
export const correspondenceEvidence: MandateProvider = {
  facts: [FACT],
  evidence: async ({ from, to }, { tx, knownSeq }) => {
    const seq = await knownSeq()
    const row = await tx.one<{ on: Day; way: 'in' | 'out' }>(sql`select x."on", x.way from (
        select t.received_on as "on", 'in' as way from correspondence.incoming t join evidence.posted p on p.commune = t.commune and p.entry_id = t.entry_id where t.commune = ${tx.commune} and not t.sender_is_person and p.seq <= ${seq}
        union all
        select n.notified_on, 'out' from correspondence.notifications n join evidence.posted p on p.commune = n.commune and p.entry_id = n.entry_id join correspondence.acts a on a.commune = n.commune and a.id = n.act_id
          join correspondence.incoming t on t.commune = a.commune and t.id = a.replies_to and a.replies_to_kind = 'incoming' and not t.sender_is_person where n.commune = ${tx.commune} and n.withdrawn_on is null and p.seq <= ${seq}
      ) x where x."on" between ${from} and ${to} order by x."on" desc limit 1`)
    return { acts: row ? [{ fact: FACT, on: row.on, title: row.way === 'in' ? `Oficio recibido de una institución, ${formatDay(row.on)}` : `Respuesta notificada a una institución, ${formatDay(row.on)}`, href: row.way === 'in' ? '/actos/partes' : '/actos' }] : [] }
  },
}
