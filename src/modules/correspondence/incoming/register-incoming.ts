import { can, formatDay, yearOf } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { fileRows } from '#evidence'
import { unitStore } from '#registry'
import { INCOMING_SERIES } from '../acts/circuit.ts'
import { CloseIncomingInput, incomingStateTitle, RegisterIncomingInput, ReopenIncomingInput, requestTitle, RouteIncomingInput } from '../contract.ts'
import { numberStore } from '../numbering/number.store.ts'
import { dateGoesBack, dateInFuture, incomingClosed, incomingNotClosed } from '../problems.ts'
import { INCOMING, incomingTitle, keepIncoming } from './answer-incoming.ts'
import { answerTerm } from './answer-term.ts'
import { incomingStore, type IncomingRow } from './incoming.store.ts'

/** Writes what arrives in the book: the number goes by the day it was received, and the term to answer comes from the law of that day unless the paper sets its own. */
export const registerIncoming = defineAction({
  name: 'correspondence.register-incoming', title: 'Registrar correspondencia recibida', input: RegisterIncomingInput, allowed: can('correspondence.receive'),
  run: async (input, context) => {
    const { tx } = context
    if (input.receivedOn > context.today) throw dateInFuture({ what: 'La fecha de recepción' }, { errors: [{ pointer: '/receivedOn', message: 'Esa fecha aún no llega' }] })
    if (!(await unitStore(tx).get(input.unitId))) throw notFound({ what: 'la unidad a que se deriva' })
    if (input.file && !(await fileRows(tx).get(input.file))) throw notFound({ what: 'el archivo subido' })
    const year = yearOf(input.receivedOn)
    const number = await numberStore(tx).take(INCOMING_SERIES, year, input.receivedOn, ({ last, last_on: on }) => dateGoesBack({ last: on ? formatDay(on) : '', number: last }, { errors: [{ pointer: '/receivedOn', message: 'Es anterior al último número del libro' }] }))
    const term = input.needsAnswer ? answerTerm(context.law, input.requestKind, input.receivedOn, tx.commune) : undefined
    const row: IncomingRow = {
      id: input.id, number, year, sender: input.sender, sender_is_person: input.senderIsPerson, document: input.document, document_on: input.documentOn, received_on: input.receivedOn, subject: input.subject, file_hash: input.file, unit_id: input.unitId,
      request_kind: input.requestKind, needs_answer: input.needsAnswer, due_on: input.dueOn ?? term?.dueOn ?? null, due_from: input.dueOn ? 'lo fija el documento' : (term?.from ?? ''), state: 'pending', closed_reason: '', answered_on: null, registered_by: context.actor.accountId, council_request: input.councillor?.request ?? null, version: 1,
    }
    await incomingStore(tx).add(row, context.entryId)
    await keepIncoming(context, row)
    return { result: { id: row.id, number, year, dueOn: row.due_on }, entry: { name: 'incoming-registered', summary: `${incomingTitle(row)}: ${requestTitle[row.request_kind].toLowerCase()}, recibida el ${formatDay(row.received_on)}`, effectiveOn: row.received_on, record: { kind: INCOMING, id: row.id }, ...(input.councillor ? { facts: { councillor: input.councillor } } : {}) } }
  },
})

/** Sends it to another unit, or corrects its kind or its date. */
export const routeIncoming = defineAction({
  name: 'correspondence.route-incoming', title: 'Derivar correspondencia recibida', input: RouteIncomingInput, allowed: can('correspondence.receive'),
  run: async (input, context) => {
    const row = await incomingStore(context.tx).needVersion(input.id, input.version)
    if (row.state !== 'pending') throw incomingClosed({ state: incomingStateTitle[row.state] })
    const unit = await unitStore(context.tx).get(input.unitId)
    if (!unit) throw notFound({ what: 'la unidad a que se deriva' })
    const begins = row.council_request === null ? input.councillor : null
    const term = row.needs_answer ? answerTerm(context.law, input.requestKind, row.received_on, context.tx.commune) : undefined
    const next = await incomingStore(context.tx).change(row, { unit_id: input.unitId, request_kind: input.requestKind, due_on: input.dueOn ?? term?.dueOn ?? null, due_from: input.dueOn ? 'fijada por Secretaría Municipal' : (term?.from ?? ''), ...(begins ? { council_request: begins.request } : {}) })
    await keepIncoming(context, next)
    return { result: { id: row.id, version: next.version }, entry: { name: 'incoming-routed', summary: `${incomingTitle(row)} derivado a ${unit.name}${input.reason ? `: ${input.reason}` : ''}`, record: { kind: INCOMING, id: row.id }, ...(begins ? { facts: { councillor: begins } } : {}) } }
  },
})

/** Ends it without an answer, with the reason. */
export const closeIncoming = defineAction({
  name: 'correspondence.close-incoming', title: 'Archivar correspondencia sin respuesta', input: CloseIncomingInput, allowed: can('correspondence.receive'),
  run: async ({ id, version, reason }, context) => {
    const row = await incomingStore(context.tx).needVersion(id, version)
    if (row.state !== 'pending') throw incomingClosed({ state: incomingStateTitle[row.state] })
    const next = await incomingStore(context.tx).change(row, { state: 'closed', closed_reason: reason })
    await keepIncoming(context, next)
    return { result: { id, version: next.version }, entry: { name: 'incoming-closed', summary: `${incomingTitle(row)} archivado sin respuesta: ${reason}`, record: { kind: INCOMING, id } } }
  },
})

/** What was put away by mistake waits again, with its term. */
export const reopenIncoming = defineAction({
  name: 'correspondence.reopen-incoming', title: 'Reabrir correspondencia archivada', input: ReopenIncomingInput, allowed: can('correspondence.receive'),
  run: async ({ id, version, reason }, context) => {
    const row = await incomingStore(context.tx).needVersion(id, version)
    if (row.state !== 'closed') throw incomingNotClosed({ state: incomingStateTitle[row.state] })
    const next = await incomingStore(context.tx).change(row, { state: 'pending', closed_reason: '' })
    await keepIncoming(context, next)
    return { result: { id, version: next.version }, entry: { name: 'incoming-reopened', summary: `${incomingTitle(row)} reabierto: ${reason}`, record: { kind: INCOMING, id } } }
  },
})
