import { randomUUID } from 'node:crypto'
import { can, formatDay } from '#kernel'
import { defineAction, inputRefused, notAllowed, notFound } from '#platform/actions'
import { addBusinessDays, businessCalendar } from '#calendar'
import { demandUndoTerm } from '#evidence'
import { accountStore } from '#registry'
import { extensionOf } from './clock.ts'
import { dataRequestStore } from './data-request.store.ts'
import { AssignDataRequestInput, CancelInput, DeliverInput, ExtendInput, RateInput, stepTitle, SuppressRequesterInput, UndoStepInput } from './desk-contract.ts'
import { DATA_REQUEST, dataRequestTitle } from './desk-hrefs.ts'
import { extendedOnce, futureDay, stepNotNow } from './desk-problems.ts'
import { attends } from './desk-view.ts'
import { heldRequest } from './held-request.ts'
import { requesterStore } from './requester.store.ts'

const attend = can('statistics.load')

/** Gives a question to somebody of the department. */
export const assignDataRequest = defineAction({
  name: 'statistics.assign-request', title: 'Asignar una solicitud de datos', input: AssignDataRequestInput, allowed: attend,
  run: async ({ id, requestId, account }, context) => {
    const { title, record } = await heldRequest(context, requestId, 'assigned')
    if (account !== context.actor.accountId && !(await accountStore(context.tx).byId(account))?.active) throw inputRefused({ what: 'la solicitud' }, { errors: [{ pointer: '/account', message: 'Esa persona no tiene cuenta vigente' }] })
    await dataRequestStore(context.tx).addStep({ id, requestId, kind: 'assigned', on: context.today, accountId: context.actor.accountId, toAccount: account }, context.entryId)
    return { result: { id }, entry: { name: 'data-request-assigned', summary: `${title}: se asignó a una persona del departamento`, record } }
  },
})
/** The one extension of a legal term, told before it ends. */
export const extendRequest = defineAction({
  name: 'statistics.extend-request', title: 'Prorrogar el plazo de una solicitud', input: ExtendInput, allowed: attend,
  run: async ({ id, requestId, reason }, context) => {
    const { row, steps, standing, title, record } = await heldRequest(context, requestId, 'extended')
    const days = extensionOf(row.requester, row.receivedOn, context.law)
    if (days === 0) throw extendedOnce({ why: 'Su plazo no es de ley: se acuerda otro día con quien pidió.' })
    if (steps.some(({ kind }) => kind === 'extended')) throw extendedOnce({ why: 'Ya se prorrogó una vez.' })
    if (context.today > standing.dueOn) throw extendedOnce({ why: `El plazo venció el ${formatDay(standing.dueOn)}.` })
    const dueOn = addBusinessDays(standing.dueOn, days, businessCalendar(context.law, context.tx.commune))
    await dataRequestStore(context.tx).addStep({ id, requestId, kind: 'extended', on: context.today, accountId: context.actor.accountId, reason, dueOn }, context.entryId)
    return { result: { id, dueOn }, entry: { name: 'data-request-extended', summary: `${title}: plazo prorrogado hasta el ${formatDay(dueOn)}`, record, facts: { before: standing.dueOn, due: dueOn } } }
  },
})
/** Who received the answer, when and how. The name of a person is sealed. */
export const deliverAnswer = defineAction({
  name: 'statistics.deliver-answer', title: 'Registrar la entrega de la respuesta', input: DeliverInput, allowed: attend,
  run: async ({ id, requestId, on, receiverPost, receiverName, means }, context) => {
    const { row, steps, title, record } = await heldRequest(context, requestId, 'delivered')
    const answered = steps.findLast(({ kind }) => kind === 'answered')
    if (on > context.today || on < row.receivedOn || (answered && on < answered.on)) throw futureDay({}, { errors: [{ pointer: '/on', message: 'Entre el día de la respuesta y hoy' }] })
    const receiverId = receiverName ? randomUUID() : null
    if (receiverId) await requesterStore(context.tx).add(receiverId, { name: receiverName, contact: '' })
    await dataRequestStore(context.tx).addStep({ id, requestId, kind: 'delivered', on, accountId: context.actor.accountId, receiverId, receiverPost, means }, context.entryId)
    return { result: { id }, entry: { name: 'data-request-delivered', summary: `${title}: entregada el ${formatDay(on)}`, effectiveOn: on, record, facts: { workbook: answered?.workbook ?? null, letter: answered?.letter ?? null } } }
  },
})
/** Written down by mistake, or no longer wanted by who asked. */
export const cancelRequest = defineAction({
  name: 'statistics.void-request', title: 'Anular una solicitud de datos', help: 'Por error o porque quien pidió desistió.', input: CancelInput, allowed: attend,
  run: async ({ id, requestId, reason }, context) => {
    const { title, record } = await heldRequest(context, requestId, 'cancelled')
    await dataRequestStore(context.tx).addStep({ id, requestId, kind: 'cancelled', on: context.today, accountId: context.actor.accountId, reason }, context.entryId)
    return { result: { id }, entry: { name: 'data-request-cancelled', summary: `${title}: anulada`, record } }
  },
})
/** What who asked thought of the answer: by themselves, or told to who attends. */
export const rateAnswer = defineAction({
  name: 'statistics.rate-answer', title: 'Evaluar la respuesta', input: RateInput, allowed: can('statistics.read'),
  run: async ({ id, requestId, rating, reason }, context) => {
    const { row, title, record } = await heldRequest(context, requestId, 'rated')
    if (!attends(context) && row.authorId !== context.actor.accountId) throw notAllowed({ title: 'Evaluar la respuesta a una solicitud de otra persona' })
    await dataRequestStore(context.tx).addStep({ id, requestId, kind: 'rated', on: context.today, accountId: context.actor.accountId, rating, reason }, context.entryId)
    return { result: { id }, entry: { name: 'data-request-rated', summary: `${title}: evaluada con ${rating} de 5`, record, facts: { rating } } }
  },
})
/** Takes back the last step of a question, within the term to undo. */
export const undoRequestStep = defineAction({
  name: 'statistics.undo-request-step', title: 'Deshacer el último paso de una solicitud', input: UndoStepInput, allowed: attend,
  run: async ({ id }, context) => {
    const store = dataRequestStore(context.tx)
    const all = await store.steps(Number.MAX_SAFE_INTEGER)
    const step = all.find((one) => one.id === id)
    const row = step && (await store.get(step.requestId))
    if (!step || !row) throw notFound({ what: 'ese paso' })
    const title = dataRequestTitle(row.number, row.year)
    if (all.findLast(({ requestId }) => requestId === step.requestId)?.id !== id || step.entryId === row.entryId) throw stepNotNow({ state: 'en un paso posterior' })
    demandUndoTerm(context.law, { recorded_at: step.recordedAt, summary: step.summary }, context.today)
    return { result: { id }, entry: { name: 'data-request-step-undone', undoes: step.seq, summary: `${title}: se deshizo «${stepTitle[step.kind].toLowerCase()}»`, record: { kind: DATA_REQUEST, id: row.id } } }
  },
})
/** Destroys the keys of the names of a question: the answer, its dates and its files remain. */
export const suppressRequester = defineAction({
  name: 'statistics.suppress-requester', title: 'Suprimir el nombre de quien pidió datos', help: 'La solicitud, sus fechas y su respuesta se conservan.', input: SuppressRequesterInput, allowed: can('registry.suppress'), perMinute: 30,
  run: async ({ requestId, reason }, context) => {
    const store = dataRequestStore(context.tx)
    const row = await store.get(requestId)
    const ids = row ? [row.requesterId, ...(await store.steps(Number.MAX_SAFE_INTEGER, requestId)).map(({ receiverId }) => receiverId)].filter((id): id is string => id !== null) : []
    if (!row || ids.length === 0) throw notFound({ what: 'un nombre en esa solicitud' })
    await requesterStore(context.tx).suppress(ids)
    return { result: { id: requestId }, entry: { name: 'data-requester-suppressed', summary: `${dataRequestTitle(row.number, row.year)}: se suprimió el nombre de quien pidió: ${reason}`, record: { kind: DATA_REQUEST, id: requestId } } }
  },
})
