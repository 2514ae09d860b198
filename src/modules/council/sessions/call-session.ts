import { can, formatDay } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { kinds } from '#evidence'
import { agreementStore } from '../agreements/agreement.store.ts'
import { AttendanceInput, CallSessionInput, MoveSessionInput } from '../contract/agenda.ts'
import { dateTaken, notACouncillor, sessionClosed, sessionNotYet, sessionRepeated } from '../problems.ts'
import { sessionQuorum } from '../rules/vote.ts'
import { memberStore } from './members.store.ts'
import { sessionHref, sessionTitle } from './record-session.ts'
import { councilStore, type SessionRow } from './session.store.ts'
import { pointsOf } from './show-session.query.ts'
import { businessCalendar } from '#calendar'

const NOW = Number.MAX_SAFE_INTEGER
const future = (heldOn: string, today: string) => { if (heldOn < today) throw dateTaken({ on: formatDay(heldOn as never) }, { errors: [{ pointer: '/heldOn', message: 'Esa fecha ya pasó' }] }) }
const keepSession = async (context: ActionContext, row: Omit<SessionRow, 'version'>, version: number): Promise<void> => {
  const record = { kind: kinds.session, id: row.id }
  const { number, kind, heldOn, note, place, startsAt } = row
  await context.keep({ ...record, version, data: { number, kind, heldOn, note, place, startsAt } })
  await context.index({ ...record, title: sessionTitle(row), subtitle: 'Concejo Municipal', href: sessionHref(row.id), visibility: 'council' })
}

/** Calls a session to come: from then on its agenda and folder can be prepared. */
export const callSession = defineAction({
  name: 'council.call-session', title: 'Citar a una sesión del Concejo', input: CallSessionInput, allowed: can('council.record'),
  run: async (input, context) => {
    future(input.heldOn, context.today)
    const store = councilStore(context.tx)
    const year = input.heldOn.slice(0, 4)
    if (await store.sameNumber(input.kind, input.number, year)) throw sessionRepeated({ number: input.number, year }, { errors: [{ pointer: '/number', message: 'Ese número ya está anotado este año' }] })
    await store.add({ ...input, entryId: context.entryId })
    await keepSession(context, input, 1)
    return { result: { id: input.id }, entry: { name: 'session-called', summary: `Citada: ${sessionTitle(input)}${input.startsAt ? `, ${input.startsAt}` : ''}`, record: { kind: kinds.session, id: input.id } } }
  },
})
/** Points whose background could not be in the councillors' hands in time on the new day. */
const lateWith = async ({ tx, law, today }: ActionContext, session: SessionRow): Promise<readonly string[]> => {
  const { points } = await pointsOf({ tx, law, today }, session, NOW, businessCalendar(law, tx.commune))
  return points.filter(({ standing }) => standing === 'late' || standing === 'missed').map(({ title }) => title)
}
/** Moves a session called to another day, hour or place. What is in its folder is judged again by the new day. */
export const moveSession = defineAction({
  name: 'council.move-session', title: 'Cambiar el día de una sesión citada', input: MoveSessionInput, allowed: can('council.record'),
  run: async (input, context) => {
    const store = councilStore(context.tx)
    const before = await store.get(input.id)
    if (!before) throw notFound({ what: 'la sesión' })
    if (before.heldOn < context.today || (await store.attendance(before.id, NOW)) || (await agreementStore(context.tx).ofSessions([before.id], NOW)).length > 0) throw sessionClosed({ session: sessionTitle(before) })
    future(input.heldOn, context.today)
    const same = await store.sameNumber(before.kind, before.number, input.heldOn.slice(0, 4))
    if (same && same.id !== before.id) throw sessionRepeated({ number: before.number, year: input.heldOn.slice(0, 4) })
    if ((await store.move(input)) === 0) throw versionMoved({ what: sessionTitle(before), yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    await keepSession(context, { ...before, heldOn: input.heldOn, startsAt: input.startsAt, place: input.place }, input.version + 1)
    const late = await lateWith(context, { ...before, heldOn: input.heldOn })
    return { result: { id: input.id, version: input.version + 1, late }, entry: { name: 'session-moved', summary: `${sessionTitle(before)}: pasa al ${formatDay(input.heldOn)}${input.startsAt ? `, ${input.startsAt}` : ''}. ${input.reason}${late.length > 0 ? `. ${late.length === 1 ? 'Un punto ya no alcanza' : `${late.length} puntos ya no alcanzan`} con sus antecedentes` : ''}`, record: { kind: kinds.session, id: input.id }, facts: { from: before.heldOn, to: input.heldOn, late: late.length } } }
  },
})
/** Who was present, by the minutes. Noted again, the newest note rules and the older stays in the ledger. */
export const recordAttendance = defineAction({
  name: 'council.record-attendance', title: 'Anotar la asistencia', help: 'Según el acta. Con ella se sabe si hubo quórum.', input: AttendanceInput, allowed: can('council.record'),
  run: async (input, context) => {
    const store = councilStore(context.tx)
    const session = await store.hold(input.sessionId)
    if (!session) throw notFound({ what: 'la sesión' })
    if (session.heldOn > context.today) throw sessionNotYet({ session: sessionTitle(session) })
    const members = await memberStore(context.tx).inOffice(session.heldOn)
    const present = new Set(input.present)
    if (present.size !== input.present.length || input.present.some((id) => !members.some((one) => one.id === id))) throw notACouncillor({}, { errors: [{ pointer: '/present', message: 'Elija entre los concejales en ejercicio' }] })
    await store.attend({ ...input, entryId: context.entryId })
    const needed = sessionQuorum(members.length)
    return { result: { id: input.id, met: present.size >= needed }, entry: { name: 'attendance-recorded', summary: `${sessionTitle(session)}: asistieron ${present.size} de ${members.length} concejales en ejercicio${present.size < needed ? `; no hubo quórum, que es de ${needed}` : ''}`, effectiveOn: session.heldOn, record: { kind: kinds.session, id: session.id }, facts: { present: present.size, inOffice: members.length } } }
  },
})
