import { counted, type Day, formatDay } from '#kernel'
import type { ReadContext, WorkItem, WorkProvider } from '#platform/actions'
import { sql } from '#platform/database'
import { unitsOf } from './answers/access.ts'
import { periodTitle } from './answers/request-views.ts'
import { requestHref, reviewHref } from './hrefs.ts'

type Tally = { id: string; title: string; period: string; unitId: string; unitName: string; post: string; dueOn: Day; deputy: boolean; absentPost: string; mine: boolean; items: number; sent: number; accepted: number; returned: number; drafts: number; open: boolean }

/** Requests that still ask something of somebody, counted, in one statement. */
const tallies = ({ tx, actor, today }: ReadContext, units: readonly string[]) => tx.all<Tally>(sql`
  select r.id, c.title, c.period, r.unit_id as "unitId", u.name as "unitName", r.post, r.due_on as "dueOn", r.deputy, r.absent_post as "absentPost",
    (r.unit_id = any (${units as string[]}::uuid[]) or r.person_id = (select person_id from registry.accounts a where a.commune = r.commune and a.id = ${actor.accountId})) is true as mine,
    (c.state = 'open' or (r.reopened and r.due_on >= ${today})) as open, count(i.id)::int as items, count(*) filter (where last.id is not null and last.verdict is null)::int as sent,
    count(*) filter (where last.verdict = 'accepted')::int as accepted, count(*) filter (where last.verdict = 'returned')::int as returned, count(d.item_id)::int as drafts
  from requests.requests r
  join requests.campaigns c on c.commune = r.commune and c.id = r.campaign_id join registry.units u on u.commune = r.commune and u.id = r.unit_id
  join requests.items i on i.commune = r.commune and i.request_id = r.id left join requests.drafts d on d.commune = i.commune and d.item_id = i.id
  left join lateral (select a.id, v.verdict from requests.answers a join evidence.posted e on e.commune = a.commune and e.entry_id = a.entry_id left join requests.reviews v on v.commune = a.commune and v.answer_id = a.id
    where a.commune = i.commune and a.item_id = i.id order by e.seq desc limit 1) last on true
  where r.commune = ${tx.commune} group by r.id, r.commune, c.title, c.period, c.state, r.unit_id, u.name, r.post, r.due_on, r.deputy, r.absent_post, r.person_id, r.reopened`)

const toAnswer = (one: Tally): WorkItem[] => {
  const pending = one.items - one.sent - one.accepted
  const base = { id: `requests/${one.id}`, href: requestHref(one.id), weight: 3, until: one.dueOn }
  if (one.open && pending > 0) return [{
    ...base, what: `Responder «${one.title}»: ${counted(pending, 'dato', 'datos')} de ${periodTitle(one.period)}`, state: one.drafts > 0 ? 'started' : 'owed', action: 'Responder',
    why: [one.returned > 0 ? `La SECPLA devolvió ${counted(one.returned, 'respuesta', 'respuestas')} con su motivo` : 'Lo pide la SECPLA; «sin novedad» es una respuesta', one.absentPost ? `por ausencia de: ${one.absentPost}` : ''].filter(Boolean).join('; '),
  }]
  return one.sent > 0 ? [{ ...base, what: `«${one.title}»: ${counted(one.sent, 'respuesta enviada', 'respuestas enviadas')}`, state: 'waiting', who: 'SECPLA', why: 'Espera la revisión', weight: 1 }] : []
}
const toReview = (one: Tally): WorkItem[] => one.sent === 0 ? [] : [{
  id: `requests/review/${one.id}`, what: `Revisar ${counted(one.sent, 'respuesta', 'respuestas')} de ${one.unitName}`, why: `«${one.title}», vencía el ${formatDay(one.dueOn)}; aceptadas, pasan a sus indicadores y proyectos`, until: one.dueOn, state: 'owed', href: reviewHref(one.id), action: 'Revisar', weight: 5,
}]

/** What I must answer for my unit or as deputy, and what I must review. */
export const requestsWork: WorkProvider = async (context) => {
  const { permissions } = context.actor
  const [answers, reviews] = [permissions.has('requests.answer'), permissions.has('requests.review')]
  if (!answers && !reviews) return []
  const all = await tallies(context, [...unitsOf(context.actor)])
  return all.flatMap((one) => [...(answers && one.mine ? toAnswer(one) : []), ...(reviews && !one.mine ? toReview(one) : [])])
}
