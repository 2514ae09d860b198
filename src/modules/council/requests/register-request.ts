import { can, type Day, formatDay } from '#kernel'
import { type ActionContext, defineAction, inputRefused, notFound } from '#platform/actions'
import { businessCalendar } from '#calendar'
import { unanswerIncoming } from '#correspondence'
import { fileRows, hangFile } from '#evidence'
import { unitStore } from '#registry'
import { AskInput, AssignRequestInput, ExtendRequestInput, RegisterRequestInput, ReopenRequestInput, requestStateTitle } from '../contract/requests.ts'
import { dayOutOfRange, notACouncillor, requestSettled } from '../problems.ts'
import { basesOn } from '../rules/matters.ts'
import { dueOfRequest } from '../rules/request-state.ts'
import { memberStore } from '../sessions/members.store.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { type RequestRow, requestStore } from './request.store.ts'
import { REQUEST, requestHref, requestName, standing } from './standing.ts'
import { randomUUID } from 'node:crypto'

const NOW = Number.MAX_SAFE_INTEGER
/** The request with where it stands now, held until the end of the action. */
export const needRequest = async (context: ActionContext, id: string) => {
  const store = requestStore(context.tx)
  const row = await store.get(id)
  if (!row) throw notFound({ what: 'la solicitud' })
  const events = await store.events(NOW, [id])
  return { row, events, ...standing(row, events, context.today, context.law, businessCalendar(context.law, context.tx.commune)) }
}
export const demandOpen = (answeredOn: Day | null, state: keyof typeof requestStateTitle): void => { if (answeredOn) throw requestSettled({ state: requestStateTitle[state] }) }

const add = async (context: ActionContext, row: Omit<RequestRow, 'number' | 'year'>, unitId: string | null) => {
  const store = requestStore(context.tx)
  const year = Number(row.askedOn.slice(0, 4))
  await context.tx.raw(`select pg_advisory_xact_lock(hashtext($1))`, [`council.requests ${context.tx.commune} ${year}`])
  const full: RequestRow = { ...row, number: await store.nextNumber(year), year }
  await store.add({ ...full, entryId: context.entryId })
  if (unitId) await store.happen({ id: randomUUID(), requestId: row.id, name: 'assigned', on: context.today, unitId, entryId: context.entryId })
  await context.index({ kind: REQUEST, id: row.id, title: `${requestName(full)}: ${row.subject}`, subtitle: 'Solicitudes de los concejales', href: requestHref(row.id), visibility: 'council' })
  const due = dueOfRequest(row.askedOn, row.basis, context.law, businessCalendar(context.law, context.tx.commune))
  // The words and the name stay out of the ledger: they may name people.
  return { result: { id: row.id, number: full.number, dueOn: due }, entry: { name: 'council-request-registered', summary: `${requestName(full)}, del ${formatDay(row.askedOn)}; vence el ${formatDay(due)}`, effectiveOn: row.askedOn, record: { kind: REQUEST, id: row.id } } }
}
const demandUnit = async (context: ActionContext, id: string) => {
  const unit = await unitStore(context.tx).get(id)
  if (!unit?.active) throw notFound({ what: 'la unidad que responde' })
  return unit
}

/** Notes what a councillor asked, in the session or by letter, and who answers it. */
export const registerRequest = defineAction({
  name: 'council.register-request', title: 'Registrar una solicitud de un concejal', input: RegisterRequestInput, allowed: can('council.record'),
  run: async (input, context) => {
    const { tx, law, today } = context
    if (input.askedOn > today) throw dayOutOfRange({ what: 'La solicitud no puede ser de un día que no llega' }, { errors: [{ pointer: '/askedOn', message: 'Esa fecha aún no llega' }] })
    const session = input.sessionId ? await councilStore(tx).get(input.sessionId) : undefined
    if (input.sessionId && !session) throw notFound({ what: 'la sesión' })
    if (input.channel === 'session' && !session) throw inputRefused({ what: 'Registrar una solicitud' }, { errors: [{ pointer: '/sessionId', message: 'Elija la sesión en que se pidió' }] })
    if (!(await memberStore(tx).inOffice(input.askedOn)).some(({ id }) => id === input.personId)) throw notACouncillor({}, { errors: [{ pointer: '/personId', message: 'Elija un concejal en ejercicio ese día' }] })
    if (!basesOn(law, input.askedOn).some(({ key }) => key === input.basis)) throw inputRefused({ what: 'Registrar una solicitud' }, { errors: [{ pointer: '/basis', message: 'Elija la facultad de la lista' }] })
    if (input.unitId) await demandUnit(context, input.unitId)
    const answer = await add(context, { id: input.id, personId: input.personId, basis: input.basis, channel: input.channel, sessionId: session?.id ?? null, document: input.document, askedOn: input.askedOn, subject: input.subject, detail: input.detail }, input.unitId)
    const file = input.fileHash ? await fileRows(tx).get(input.fileHash) : undefined
    if (input.fileHash && !file) throw notFound({ what: 'la carta' })
    if (file) await hangFile(context, { kind: REQUEST, id: input.id }, file, 'Carta del concejal', input.askedOn)
    return session ? { ...answer, entry: { ...answer.entry, summary: `${answer.entry.summary}; pedida en la ${sessionTitle(session).replace('Sesión', 'sesión')}` } } : answer
  },
})
/** A councillor asks in the system, through the president of the council: it is a letter of today. */
export const askForReport = defineAction({
  name: 'council.ask-for-report', title: 'Pedir un informe', help: 'Queda como carta de hoy; Secretaría Municipal la deriva a la unidad.', input: AskInput, allowed: can('council.receive'),
  run: async (input, context) => {
    const person = await memberStore(context.tx).ofAccount(context.actor.accountId)
    if (!person || !(await memberStore(context.tx).inOffice(context.today)).some(({ id }) => id === person)) throw notACouncillor({})
    if (!basesOn(context.law, context.today).some(({ key }) => key === input.basis)) throw inputRefused({ what: 'Pedir un informe' }, { errors: [{ pointer: '/basis', message: 'Elija la facultad de la lista' }] })
    return add(context, { id: input.id, personId: person, basis: input.basis, channel: 'letter', sessionId: null, document: 'Pedida en este sistema', askedOn: context.today, subject: input.subject, detail: input.detail }, null)
  },
})
export const assignRequest = defineAction({
  name: 'council.assign-request', title: 'Derivar una solicitud a una unidad', input: AssignRequestInput, allowed: can('council.record'),
  run: async (input, context) => {
    const { row, answeredOn, state } = await needRequest(context, input.request)
    demandOpen(answeredOn, state)
    const unit = await demandUnit(context, input.unitId)
    await requestStore(context.tx).happen({ id: input.id, requestId: row.id, name: 'assigned', on: context.today, unitId: unit.id, note: input.note, entryId: context.entryId })
    return { result: { id: row.id }, entry: { name: 'council-request-assigned', summary: `${requestName(row)}: responde ${unit.name}`, record: { kind: REQUEST, id: row.id } } }
  },
})
/** The council granted more time, in a qualified case (LOCM 87). The first date stays in the history. */
export const extendRequest = defineAction({
  name: 'council.extend-request', title: 'Prorrogar el plazo de una solicitud', help: 'Sólo en casos calificados y a criterio del Concejo.', input: ExtendRequestInput, allowed: can('council.record'),
  run: async (input, context) => {
    const { row, dueOn, answeredOn, state } = await needRequest(context, input.request)
    demandOpen(answeredOn, state)
    if (input.until <= dueOn) throw dayOutOfRange({ what: `La prórroga debe pasar del ${formatDay(dueOn)}` }, { errors: [{ pointer: '/until', message: 'Debe ser posterior al plazo actual' }] })
    await requestStore(context.tx).happen({ id: input.id, requestId: row.id, name: 'extended', on: context.today, until: input.until, note: input.reason, entryId: context.entryId })
    return { result: { id: row.id }, entry: { name: 'council-request-extended', summary: `${requestName(row)}: el Concejo prorrogó el plazo hasta el ${formatDay(input.until)}. ${input.reason}`, record: { kind: REQUEST, id: row.id } } }
  },
})
/** What was taken as answered is owed again: the letter did not answer, or was noted by mistake. */
export const reopenRequest = defineAction({
  name: 'council.reopen-request', title: 'Reabrir una solicitud contestada', input: ReopenRequestInput, allowed: can('council.record'),
  run: async (input, context) => {
    const { row, answeredOn, state } = await needRequest(context, input.request)
    if (!answeredOn) throw requestSettled({ state: requestStateTitle[state] })
    await requestStore(context.tx).happen({ id: input.id, requestId: row.id, name: 'reopened', on: context.today, note: input.reason, entryId: context.entryId })
    if (row.incomingId) await unanswerIncoming(context, row.incomingId)
    return { result: { id: row.id }, entry: { name: 'council-request-reopened', summary: `${requestName(row)}, reabierta. ${input.reason}`, record: { kind: REQUEST, id: row.id } } }
  },
})
