import { can, sortKey } from '#kernel'
import { defineQuery, type ReadContext } from '#platform/actions'
import { businessCalendar, businessDaysBetween } from '#calendar'
import { actsOf, incomingStore } from '#correspondence'
import { unitStore } from '#registry'
import { ListRequestsInput, type RequestState, requestStates, type RequestView, type RequestsView } from '../contract/requests.ts'
import { basesOn, lawLine } from '../rules/matters.ts'
import { requestDays } from '../rules/request-state.ts'
import { standingDay } from '../rules/standing-day.ts'
import { memberStore } from '../sessions/members.store.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { requestStore } from './request.store.ts'
import { REQUEST, standing, unitsOf } from './standing.ts'

const isOpen = (state: RequestState): boolean => state !== 'answered' && state !== 'answered-late'

/** Requests with where each stands on the day of the page. */
export const requestsNow = async (context: ReadContext, year = ''): Promise<readonly RequestView[]> => {
  const { tx, law, actor } = context
  const knownSeq = await context.knownSeq()
  const on = standingDay(context)
  const store = requestStore(tx)
  const rows = await store.list({ knownSeq, on, year })
  const events = (await store.events(knownSeq)).filter((event) => event.on <= on)
  const calendar = businessCalendar(law, tx.commune)
  const units = new Map((await unitStore(tx).list()).map(({ id, code, name }) => [id, { id, code, name }]))
  const sessions = new Map((await councilStore(tx).all(knownSeq)).map((one) => [one.id, sessionTitle(one)]))
  const people = new Map((await memberStore(tx).named([...new Set(rows.map(({ personId }) => personId))].map((id) => ({ id, title: 'Concejal' })))).map((one) => [one.id, one]))
  const mine = unitsOf(actor)
  const tied = actor.permissions.has('correspondence.read') ? rows.flatMap(({ incomingId }) => (incomingId ? [incomingId] : [])) : []
  const letters = new Map((tied.length > 0 ? await incomingStore(tx).byIds(tied) : []).map((one) => [one.id, `Parte N.º ${one.number} de ${one.year}`]))
  const views: RequestView[] = []
  for (const row of rows) {
    const own = events.filter(({ requestId }) => requestId === row.id)
    const where = standing(row, own, on, law, calendar)
    const basis = basesOn(law, row.askedOn).find(({ key }) => key === row.basis)
    const acts = actor.permissions.has('correspondence.read') && own.some(({ actId }) => actId !== null) ? await actsOf(context, REQUEST, row.id) : []
    views.push({
      id: row.id, number: row.number, year: row.year, person: people.get(row.personId) ?? { id: row.personId, name: 'Persona suprimida', title: 'Concejal' }, basis: { key: row.basis, title: basis?.title ?? row.basis, article: basis?.article ?? '' }, channel: row.channel,
      sessionId: row.sessionId, session: (row.sessionId && sessions.get(row.sessionId)) || '', document: row.document, askedOn: row.askedOn, subject: row.subject, detail: row.detail, unit: (where.unitId && units.get(where.unitId)) || null,
      dueOn: where.dueOn, daysLeft: businessDaysBetween(on, where.dueOn, calendar), extended: where.extended, state: where.state, answeredOn: where.answeredOn, acts: acts.map(({ id, title, state }) => ({ id, title, href: `/actos/${id}`, state })),
      events: own.map(({ name, on: day, unitId, until, actId, document, fileHash, note }) => ({ name, on: day, unit: (unitId && units.get(unitId)?.name) || '', until, actId, document, fileHash, note })), mine: where.unitId !== null && mine.has(where.unitId),
      incoming: row.incomingId && letters.has(row.incomingId) ? { title: letters.get(row.incomingId) ?? '', href: `/actos/partes?carta=${row.incomingId}` } : null,
    })
  }
  return views
}
export const listRequests = defineQuery({
  name: 'council.list-requests', title: 'Solicitudes de los concejales', input: ListRequestsInput, allowed: can('council.read'),
  run: async ({ state, unitId, year, text }, context): Promise<RequestsView> => {
    const { tx, law } = context
    const on = standingDay(context)
    const all = await requestsNow(context, year)
    const words = sortKey(text).split(/\s+/).filter(Boolean)
    const requests = all.filter((one) => (state === '' || (state === 'open' ? isOpen(one.state) : one.state === state)) && (unitId === '' || one.unit?.id === unitId) && words.every((word) => sortKey(`${one.subject} ${one.person.name} ${one.number} ${one.document}`).includes(word)))
      .sort((a, b) => Number(!isOpen(a.state)) - Number(!isOpen(b.state)) || (isOpen(a.state) ? (a.dueOn < b.dueOn ? -1 : 1) : a.askedOn < b.askedOn ? 1 : -1))
    return {
      requests, counts: Object.fromEntries(requestStates.map((one) => [one, all.filter((request) => request.state === one).length])) as Record<RequestState, number>, years: await requestStore(tx).years(),
      units: (await unitStore(tx).list()).filter(({ active }) => active).map(({ id, code, name }) => ({ id, code, name })), members: await memberStore(tx).named(await memberStore(tx).inOffice(on)),
      bases: basesOn(law, on).map(({ key, title, article }) => ({ key, title, article, days: requestDays(law, key, on) })), sessions: (await councilStore(tx).all(await context.knownSeq())).filter(({ heldOn }) => heldOn <= on).slice(0, 24).map((one) => ({ id: one.id, title: sessionTitle(one) })),
      law: lawLine(law.at('council/information-answer-days', on)), counting: `${law.text('council/request-term-unit', on) === 'business-days' ? 'hábiles' : 'corridos'}`, extension: law.text('council/request-extension', on),
    }
  },
})
