import { addDays, type Day, formatDay } from '#kernel'
import type { ReadContext, WorkItem, WorkProvider } from '#platform/actions'
import { sql } from '#platform/database'
import { addBusinessDays, businessCalendar, businessDaysBetween, latestSessionNotice } from '#calendar'
import { requestHref, unitsOf } from './requests/standing.ts'
import { citation, lawLine, mattersOn } from './rules/matters.ts'
import { dueOfRequest } from './rules/request-state.ts'
import { sessionHref, sessionTitle } from './sessions/record-session.ts'
import { commitmentHref } from './commitments/follow-commitment.ts'

/** How far ahead a folder is already somebody's work. */
const AHEAD_DAYS = 21
const CERTIFY_DAYS = 180

type Row = { what: 'session' | 'certify' | 'request' | 'commitment'; id: string; title: string; number: number; kind: 'ordinary' | 'extraordinary'; on: Day; until: Day | null; unitId: string | null; unit: string; basis: string; unsent: number; missing: number; drafted: boolean }

/** Folders of the next sessions, agreements to certify, requests to answer and commitments due, in one statement. */
const owed = async ({ tx, today, law }: ReadContext): Promise<readonly Row[]> => {
  const timed = mattersOn(law, today).filter(({ notice }) => notice !== '').map(({ key }) => key)
  return tx.all<Row>(sql`
    select 'session' as what, s.id, '' as title, s.number, s.kind, s.held_on as "on", null::date as until, null::uuid as "unitId", '' as unit, '' as basis, false as drafted,
      (select count(*)::int from council.folder_documents d where d.commune = s.commune and d.session_id = s.id and not exists (select from council.folder_withdrawals w where w.commune = d.commune and w.document_id = d.id)
        and not exists (select from council.folder_sendings g where g.commune = d.commune and g.session_id = s.id and d.id = any (g.documents))) as unsent,
      (select count(*)::int from council.agenda_points p where p.commune = s.commune and p.session_id = s.id and p.matter = any (${timed}) and p.version = (select max(a.version) from council.agendas a where a.commune = s.commune and a.session_id = s.id)
        and not exists (select from council.folder_documents d where d.commune = p.commune and d.point_id = p.id and not exists (select from council.folder_withdrawals w where w.commune = d.commune and w.document_id = d.id))) as missing
    from council.sessions s where s.commune = ${tx.commune} and s.held_on between ${today} and ${addDays(today, AHEAD_DAYS)}
    union all
    select 'certify', s.id, string_agg('N.º ' || a.number, ', ' order by a.number), s.number, s.kind, s.held_on, null, null, '', '', false, count(*)::int, 0 from council.agreements a join council.sessions s on s.commune = a.commune and s.id = a.session_id
    where a.commune = ${tx.commune} and a.matter <> '' and s.held_on between ${addDays(today, -CERTIFY_DAYS)} and ${today} and not exists (select from council.certificates c where c.commune = a.commune and c.agreement_id = a.id) group by s.id, s.number, s.kind, s.held_on
    union all
    select 'request', r.id, r.subject, r.number, 'ordinary', r.asked_on, x.until, u.id, coalesce(u.name, ''), r.basis, exists (select from council.request_events v where v.commune = r.commune and v.request_id = r.id and v.name = 'drafted'), 0, 0 from council.requests r
    left join lateral (select v.unit_id from council.request_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id where v.commune = r.commune and v.request_id = r.id and v.name = 'assigned' order by e.seq desc limit 1) g on true
    left join lateral (select v.until from council.request_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id where v.commune = r.commune and v.request_id = r.id and v.name = 'extended' order by e.seq desc limit 1) x on true
    left join lateral (select v.name from council.request_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id where v.commune = r.commune and v.request_id = r.id and v.name in ('answered', 'reopened') order by e.seq desc limit 1) l on true
    left join registry.units u on u.commune = r.commune and u.id = g.unit_id where r.commune = ${tx.commune} and l.name is distinct from 'answered'
    union all
    select 'commitment', c.id, c.words, 0, 'ordinary', c.promised_on, coalesce(m.until, c.until), u.id, u.name, '', false, 0, 0 from council.commitments c
    left join lateral (select v.until from council.commitment_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id where v.commune = c.commune and v.commitment_id = c.id and v.until is not null order by e.seq desc limit 1) m on true
    left join lateral (select v.unit_id from council.commitment_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id where v.commune = c.commune and v.commitment_id = c.id and v.unit_id is not null order by e.seq desc limit 1) h on true
    left join lateral (select v.name from council.commitment_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id where v.commune = c.commune and v.commitment_id = c.id and v.name in ('done', 'reopened') order by e.seq desc limit 1) l on true
    join registry.units u on u.commune = c.commune and u.id = coalesce(h.unit_id, c.unit_id) where c.commune = ${tx.commune} and l.name is distinct from 'done'`)
}

/** What the reader owes to the council: folders to prepare or send, requests of their unit, commitments, agreements to certify. */
export const councilWork: WorkProvider = async (context) => {
  const { actor, law, today, tx } = context
  const [clerk, prepares, answers] = [actor.permissions.has('council.record'), actor.permissions.has('council.prepare'), actor.permissions.has('council.answer')]
  if (!clerk && !prepares && !answers) return []
  const calendar = businessCalendar(law, tx.commune)
  const units = unitsOf(actor)
  const notice = citation(lawLine(law.at('council/budget-background-notice', today)))
  const answerLaw = citation(lawLine(law.at('council/information-answer-days', today)))
  return (await owed(context)).flatMap((row): WorkItem[] => {
    if (row.what === 'session') {
      const until = latestSessionNotice(row.on, law, calendar)
      const session = sessionTitle({ number: row.number, kind: row.kind, heldOn: row.on }).replace('Sesión', 'sesión')
      const base = { href: sessionHref(row.id), law: notice, until, weight: 7 }
      return [
        ...(prepares && row.missing > 0 && until >= today ? [{ ...base, id: `council/folder/${row.id}`, what: `Poner en la carpeta de la ${session} ${row.missing === 1 ? 'los antecedentes de un punto' : `los antecedentes de ${row.missing} puntos`}`, why: 'Los concejales deben tenerlos cinco días hábiles antes, o el punto pasa a la sesión siguiente', state: 'owed' as const, action: 'Abrir la carpeta' }] : []),
        ...(clerk && row.unsent > 0 ? [{ ...base, id: `council/send/${row.id}`, what: `Enviar la carpeta de la ${session}: ${row.unsent === 1 ? 'un antecedente' : `${row.unsent} antecedentes`}`, state: 'owed' as const, action: 'Enviar' }] : []),
      ]
    }
    if (row.what === 'certify') return clerk ? [{ id: `council/certify/${row.id}`, what: `Certificar ${row.unsent === 1 ? 'el acuerdo' : 'los acuerdos'} ${row.title} de la ${sessionTitle({ number: row.number, kind: row.kind, heldOn: row.on }).replace('Sesión', 'sesión')}`, why: 'Sin certificado no se dicta el decreto', until: addBusinessDays(row.on, law.number('calendar/terms/mere-procedure', row.on), calendar), state: 'owed', href: `${sessionHref(row.id)}#acuerdos`, action: 'Certificar', weight: 5 }] : []
    const mine = answers && row.unitId !== null && units.has(row.unitId)
    if (row.what === 'request') {
      const until = row.until ?? dueOfRequest(row.on, row.basis, law, calendar)
      const item = { id: `council/request/${row.id}`, href: requestHref(row.id), law: answerLaw, until, weight: 7 }
      if (mine) return [{ ...item, what: `Responder a un concejal: ${row.title}`, why: `Lo pidió el ${formatDay(row.on)}`, state: row.drafted ? 'started' : 'owed', action: 'Responder' }]
      if (clerk && row.unitId === null) return [{ ...item, what: `Derivar la solicitud N.º ${row.number}: ${row.title}`, why: 'Todavía no tiene unidad que la responda', state: 'owed', action: 'Derivar' }]
      return clerk && businessDaysBetween(today, until, calendar) <= 3 ? [{ ...item, what: `Respuesta a un concejal: ${row.title}`, state: 'waiting', who: row.unit, weight: 3 }] : []
    }
    if (!row.until || row.until > addDays(today, AHEAD_DAYS)) return []
    const item = { id: `council/commitment/${row.id}`, href: commitmentHref(row.id), until: row.until, weight: 4 }
    if (mine) return [{ ...item, what: `Cumplir lo comprometido ante el Concejo: ${row.title}`, why: `Comprometido el ${formatDay(row.on)}`, state: 'owed', action: 'Dar por cumplido' }]
    return clerk && row.until < today ? [{ ...item, what: `Compromiso ante el Concejo: ${row.title}`, state: 'waiting', who: row.unit, weight: 1 }] : []
  })
}
