import { addDays, type Day } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { sql } from '#platform/database'
import type { ToCertify } from '../contract/desk.ts'
import { sessionHref, sessionTitle } from '../sessions/record-session.ts'

/** Agreements are certified from when the desk began to note votes: older ones, without votes, were certified on paper. */
const AHEAD = 180
/** Agreements noted with their votes whose certificate nobody has begun, of the last half year. One query. */
export const uncertified = async ({ tx, today, knownSeq }: ReadContext): Promise<readonly ToCertify[]> => {
  const rows = await tx.all<{ id: string; number: string; title: string; sessionId: string; sessionNumber: number; kind: 'ordinary' | 'extraordinary'; heldOn: Day }>(sql`
    select a.id, a.number, a.title, s.id as "sessionId", s.number as "sessionNumber", s.kind, s.held_on as "heldOn" from council.agreements a
    join council.sessions s on s.commune = a.commune and s.id = a.session_id join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id
    where a.commune = ${tx.commune} and e.seq <= ${await knownSeq()} and a.matter <> '' and s.held_on between ${addDays(today, -AHEAD)} and ${today}
      and not exists (select from council.certificates c where c.commune = a.commune and c.agreement_id = a.id) order by s.held_on, a.number limit 60`)
  return rows.map(({ id, number, title, sessionId, sessionNumber, kind, heldOn }) => ({ id, number, title, heldOn, session: sessionTitle({ number: sessionNumber, kind, heldOn }), href: `${sessionHref(sessionId)}#acuerdo-${id}` }))
}
