import { type Block, can, formatDay } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { answerIncoming, draftAct } from '#correspondence'
import { fileRows, hangFile } from '#evidence'
import { unitStore } from '#registry'
import { DraftAnswerInput, RecordAnswerInput } from '../contract/requests.ts'
import { dayOutOfRange, otherUnit } from '../problems.ts'
import { basesOn } from '../rules/matters.ts'
import { memberStore } from '../sessions/members.store.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { demandOpen, needRequest } from './register-request.ts'
import { requestStore } from './request.store.ts'
import { answersFor, REQUEST, requestHref, requestName } from './standing.ts'

const unitName = async (tx: Parameters<typeof unitStore>[0], id: string | null): Promise<string> => (id ? ((await unitStore(tx).get(id))?.name ?? 'otra unidad') : 'nadie todavía: falta derivarla')
const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text }] })

/**
 * Begins the letter that answers, as an act of the correspondence signed by the mayor, tied to the request. When it is notified the request
 * is answered by itself, with that day.
 */
export const draftAnswer = defineAction({
  name: 'council.draft-answer', title: 'Preparar la carta de respuesta a un concejal', input: DraftAnswerInput, unless: [otherUnit], allowed: (actor) => (can('council.answer')(actor) || can('council.record')(actor)) && draftAct.allowed(actor),
  run: async (input, context) => {
    const { tx, law, actor } = context
    const { row, unitId, answeredOn, state } = await needRequest(context, input.request)
    demandOpen(answeredOn, state)
    if (!answersFor(actor, unitId)) throw otherUnit({ unit: await unitName(tx, unitId) })
    const [person] = await memberStore(tx).named([{ id: row.personId, title: 'Concejal' }])
    const session = row.sessionId ? await councilStore(tx).get(row.sessionId) : undefined
    const basis = basesOn(law, row.askedOn).find(({ key }) => key === row.basis)
    const asked = session ? `en la ${sessionTitle(session).replace('Sesión', 'sesión')}` : row.document ? `por ${row.document}, del ${formatDay(row.askedOn)}` : `por carta del ${formatDay(row.askedOn)}`
    const act = draftAct.input.parse({
      id: input.act, kind: 'letter', subject: `Responde a: ${row.subject}`.slice(0, 300), unitId, addressees: [`${person?.name ?? 'Concejal'}, concejal de la comuna`], distribution: ['Concejo Municipal', 'Secretaría Municipal'],
      references: [`${requestName(row)}, ${formatDay(row.askedOn)}`], ...(row.incomingId ? { repliesTo: { kind: 'incoming', id: row.incomingId } } : {}), antecedents: [{ kind: REQUEST, id: row.id, title: requestName(row), href: requestHref(row.id) }],
      content: [paragraph('r1', `En respuesta a lo que usted pidió ${asked}${basis ? `, conforme al artículo ${basis.article} de la Ley N.º 18.695` : ''}: «${row.subject}», informo a usted lo siguiente:`), paragraph('r2', '')],
    })
    const { result } = await draftAct.run(act, context, undefined)
    await requestStore(tx).happen({ id: input.id, requestId: row.id, name: 'drafted', on: context.today, actId: input.act, entryId: context.entryId })
    return { result, entry: { name: 'council-answer-drafted', summary: `Se comenzó la carta que responde la ${requestName(row)}`, record: { kind: REQUEST, id: row.id }, facts: { act: input.act } } }
  },
})
/** An answer given outside the system: a letter on paper with its number, and its copy. */
export const recordAnswer = defineAction({
  name: 'council.record-answer', title: 'Anotar la respuesta a un concejal', input: RecordAnswerInput, unless: [otherUnit], allowed: (actor) => can('council.answer')(actor) || can('council.record')(actor),
  run: async (input, context) => {
    const { tx } = context
    const { row, unitId, answeredOn, state, dueOn } = await needRequest(context, input.request)
    demandOpen(answeredOn, state)
    if (!answersFor(context.actor, unitId)) throw otherUnit({ unit: await unitName(tx, unitId) })
    if (input.answeredOn < row.askedOn || input.answeredOn > context.today) throw dayOutOfRange({ what: `La respuesta es entre el ${formatDay(row.askedOn)} y hoy` }, { errors: [{ pointer: '/answeredOn', message: 'Entre el día en que se pidió y hoy' }] })
    const file = input.fileHash ? await fileRows(tx).get(input.fileHash) : undefined
    if (input.fileHash && !file) throw notFound({ what: 'la copia de la carta' })
    await requestStore(tx).happen({ id: input.id, requestId: row.id, name: 'answered', on: input.answeredOn, document: input.document, fileHash: input.fileHash, entryId: context.entryId })
    if (row.incomingId) await answerIncoming(context, row.incomingId, input.answeredOn)
    if (file) await hangFile(context, { kind: REQUEST, id: row.id }, file, input.document, input.answeredOn)
    return { result: { id: row.id }, entry: { name: 'council-request-answered', summary: `${requestName(row)}, contestada el ${formatDay(input.answeredOn)}${input.answeredOn > dueOn ? `, fuera de plazo: vencía el ${formatDay(dueOn)}` : ''}. ${input.document}`, effectiveOn: input.answeredOn, record: { kind: REQUEST, id: row.id } } }
  },
})
