import { type Day, fixedClock } from '#kernel'
import { runAction } from '#platform/actions'
import type { Database, Scope } from '#platform/database'
import { type DeskLoad, loadDeskFacts } from '#council'
import { kinds, stableId } from '#evidence'
import { loadRegistryFacts } from '#registry'
import { councilDesk } from '../../../demo/loncoche/council-desk.ts'
import { councillors } from '../../../demo/loncoche/councillors.ts'
import type { DemoFacts } from '../../../demo/index.ts'
import { council } from '../modules.ts'
import { actorOf } from '../server.ts'
import type { System } from '../system.ts'
import { type DemoIds, steadyId } from './people.ts'
import type { Timeline } from './timeline.ts'

/** Agendas, folders, votes, requests and commitments of the demonstration council, each under the entry of its moment. */
export const loadCouncilDesk = async (database: Database, scope: Scope, facts: DemoFacts, ids: DemoIds, timeline: Timeline): Promise<void> => {
  const { code: commune } = facts.commune
  const account = (key: string) => ids.accounts.get(key) ?? scope.accountId
  await database.write(scope, async (tx) => {
    const more = await loadRegistryFacts(tx, { units: [], institutions: [], suppliers: [], people: councillors }, { passwordHash: () => undefined })
    const person = (key: string): string => { const found = ids.people.get(key) ?? more.people.get(key); if (!found) throw new RangeError(`Sin concejal ${key}`); return found }
    const six = ['ruth-saez', 'oscar-manquepan', ...councillors.map(({ key }) => key)].map(person)
    const unit = (code: string | undefined): string | undefined => (code ? ids.units.get(code) : undefined)
    const sessionOn = (on: Day) => { const found = facts.council.sessions.find(({ date }) => date === on); if (!found) throw new RangeError(`Sin sesión el ${on}`); return { ...found, id: stableId(commune, 'session', `${found.kind} ${found.number} ${found.date}`) } }
    const tie = (given: { readonly project?: string; readonly amendment?: string; readonly report?: string } | undefined) => {
      if (given?.project) { const id = stableId(commune, kinds.project, given.project); return { kind: kinds.project, id, title: facts.projects.find(({ code }) => code === given.project)?.name ?? given.project, href: `/proyectos/${id}` } }
      if (given?.amendment) { const id = steadyId(commune, 'amendment', given.amendment); const [year, number] = given.amendment.split('-'); return { kind: 'amendment', id, title: `Modificación N.º ${number} de ${year}`, href: `/presupuestar/modificaciones/${id}` } }
      if (given?.report) { const id = steadyId(commune, 'report', given.report); return { kind: 'report', id, title: 'Informe semestral de evaluación', href: `/rendir/informes/${id}` } }
      return undefined
    }
    const voted = (votes: readonly string[]) => votes.map((vote, index) => ({ personId: six[index] ?? '', vote: vote as 'for' }))
    const load: DeskLoad = {
      sessions: councilDesk.sessions.map((one): DeskLoad['sessions'][number] => {
        const session = sessionOn(one.on)
        const after = `${one.on}T19:40:00-04:00`
        const amendment = one.amendment && facts.amendments.find(({ year, number }) => year === one.amendment?.year && number === one.amendment.number)
        const number = amendment?.agreement.replace(/^Acuerdo N\.º /, '') ?? ''
        return {
          id: session.id, startsAt: '15:30', place: councilDesk.place, at: one.at,
          points: one.points.map((point) => { const record = 'tie' in point ? tie(point.tie) : undefined; const unitId = unit(point.unit); return { key: point.key, title: point.title, matter: point.matter, ...(unitId ? { unitId } : {}), ...(record ? { record } : {}) } }),
          documents: one.documents.flatMap((document) => { const record = tie(document.tie); return record ? [{ key: document.key, point: document.point, title: document.title, record, on: document.on, at: document.at }] : [] }),
          ...(one.sent ? { sending: { on: one.sent, at: `${one.sent}T10:30:00-04:00`, receipts: one.receipts.map(({ who, on, note }) => ({ personId: person(who), on, note })) } } : {}),
          ...(one.on < '2026-07-22' ? { attendance: { present: six, at: after } } : {}),
          agreements: [
            ...one.agreements.map((agreement) => ({ number: agreement.number, title: agreement.title, point: agreement.point, matter: agreement.matter, votes: voted(agreement.votes), at: after })),
            ...(amendment && one.amendment ? [{ id: stableId(commune, 'agreement', `${session.kind} ${session.number} ${number}`), number, title: `Modificación presupuestaria N.º ${amendment.number} de ${amendment.year}`, point: one.amendment.point, matter: 'budget-amendment', votes: voted(one.amendment.votes), at: after }] : []),
          ],
        }
      }),
      requests: councilDesk.requests.map(({ who, session, on, unit: code, answered, ...one }) => {
        const [sessionId, unitId] = [session ? sessionOn(session).id : undefined, unit(code)]
        const at = `${on}T20:00:00-04:00`
        return {
          ...one, year: 2026, personId: person(who), askedOn: on, at, ...(sessionId ? { sessionId } : {}),
          events: [...(unitId ? [{ name: 'assigned' as const, on, at: `${on}T20:10:00-04:00`, unitId }] : []), ...(answered ? [{ name: 'answered' as const, on: answered.on, at: `${answered.on}T16:00:00-04:00`, document: answered.document }] : [])],
        }
      }),
      commitments: councilDesk.commitments.map(({ session, unit: code, done, ...one }) => ({ ...one, sessionId: sessionOn(session).id, promisedOn: session, unitId: unit(code) ?? '', at: `${session}T20:20:00-04:00`, ...(done ? { done: { ...done, at: `${done.on}T12:00:00-04:00` } } : {}) })),
    }
    await loadDeskFacts(tx, load, {
      recipients: six, inOffice: six.length,
      entry: ({ key, at, on, name, action, summary, record }) => timeline.add({ id: steadyId(commune, 'entry', 'council', key), action, accountId: account(action.includes('agenda') || action.includes('put-in') ? 'carolina-manriquez' : 'beatriz-lagos'), office: action.includes('agenda') || action.includes('put-in') ? 'Directora de la Secretaría Comunal de Planificación' : 'Secretaria Municipal', recordedAt: at, effectiveOn: on, draft: { name, summary, record } }),
    })
  })
}
/** The weekly sheets: one held this morning with its two assignments, and the one of next week begun. Last of all: it is composed with everything known. */
export const loadSheets = async (system: System, facts: DemoFacts, ids: DemoIds): Promise<void> => {
  const commune = facts.commune.code
  const carolina = await actorOf(system)(commune, ids.accounts.get('carolina-manriquez') ?? '')
  if (!carolina) throw new RangeError('La demostración no tiene a la directora')
  const { held, open } = councilDesk.sheets
  const at = (clock: string) => ({ ...system.services, clock: fixedClock(clock) })
  const id = (...parts: readonly string[]) => steadyId(commune, 'sheet', ...parts)
  const decisions = (on: Day, list: readonly { readonly question: string; readonly proposal: string }[]) => list.map(({ question, proposal }, index) => ({ id: id(on, String(index)), question, proposal }))
  await runAction(at(held.at), carolina, council.actions.openSheet, { id: id(held.on), meetingOn: held.on })
  await runAction(at(held.at), carolina, council.actions.saveSheet, { id: id(held.on), version: 1, remarks: held.remarks, decisions: decisions(held.on, held.decisions) })
  await runAction(at(held.at), carolina, council.actions.holdSheet, { id: id(held.on), version: 2, heldOn: held.on, outcomes: held.decisions.map(({ result, words, unit, until }, index) => ({ id: id(held.on, String(index)), result, words, assignment: id(held.on, 'assignment', String(index)), unitId: ids.units.get(unit) ?? null, until })) })
  await runAction(at(open.at), carolina, council.actions.openSheet, { id: id(open.on), meetingOn: open.on })
  await runAction(at(open.at), carolina, council.actions.saveSheet, { id: id(open.on), version: 1, decisions: decisions(open.on, open.decisions) })
}
