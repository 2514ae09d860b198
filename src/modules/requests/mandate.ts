import { type Day, formatDay } from '#kernel'
import type { MandateProvider } from '#platform/actions'
import { sql } from '#platform/database'
import { campaignsHref } from './hrefs.ts'

const FACT = 'requests.answers-accepted'
/** What the units informed and SECPLA accepted: communal information gathered from who has it. */
export const requestEvidence: MandateProvider = {
  facts: [FACT],
  evidence: async ({ from, to }, { tx, knownSeq }) => {
    const row = await tx.one<{ on: Day; answers: number; units: number }>(sql`select v.reviewed_on as "on", count(*)::int as answers, count(distinct r.unit_id)::int as units
      from requests.reviews v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id join requests.answers a on a.commune = v.commune and a.id = v.answer_id
      join requests.items i on i.commune = a.commune and i.id = a.item_id join requests.requests r on r.commune = i.commune and r.id = i.request_id
      where v.commune = ${tx.commune} and v.verdict = 'accepted' and not a.no_news and e.seq <= ${await knownSeq()} and v.reviewed_on between ${from} and ${to} group by v.reviewed_on order by v.reviewed_on desc limit 1`)
    return { acts: row ? [{ fact: FACT, on: row.on, title: `${row.answers === 1 ? 'Un dato' : `${row.answers} datos`} de ${row.units === 1 ? 'una unidad' : `${row.units} unidades`}, ${row.answers === 1 ? 'aceptado' : 'aceptados'} el ${formatDay(row.on)}`, href: campaignsHref }] : [] }
  },
}
