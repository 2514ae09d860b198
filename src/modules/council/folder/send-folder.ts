import { randomUUID } from 'node:crypto'
import { can, counted, formatDay } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { deliverActs } from '#correspondence'
import { fileRows, kinds } from '#evidence'
import { agendaStore } from '../agenda/agenda.store.ts'
import { AcknowledgeInput, CorrectReceiptInput, ReceiptInput, SendFolderInput, sendingMeansTitle } from '../contract/agenda.ts'
import { noCouncillors, notACouncillor, nothingToSend, receiptBefore, sessionClosed } from '../problems.ts'
import { memberStore } from '../sessions/members.store.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { folderStore } from './folder.store.ts'
import { demandInTime } from './put-in-folder.ts'

const NOW = Number.MAX_SAFE_INTEGER
const ACT_RECORD = 'act'
const lower = (text: string): string => text.replace('Sesión', 'sesión')

/** Sends to every councillor in office what the folder holds and was not sent. What would arrive late is refused here too: the law counts the receipt. */
export const sendFolder = defineAction({
  name: 'council.send-folder', title: 'Enviar la carpeta a los concejales', input: SendFolderInput, allowed: can('council.record'),
  run: async (input, context) => {
    const { tx, today } = context
    const session = await councilStore(tx).hold(input.sessionId)
    if (!session) throw notFound({ what: 'la sesión' })
    if (session.heldOn < today) throw sessionClosed({ session: sessionTitle(session) })
    const store = folderStore(tx)
    const sent = new Set((await store.sendings([session.id], NOW)).flatMap(({ documents }) => documents))
    const pending = (await store.documents([session.id], NOW)).filter(({ id }) => !sent.has(id))
    if (pending.length === 0) throw nothingToSend({})
    const points = await agendaStore(tx).ofSessions([session.id], NOW)
    for (const point of points) if (pending.some(({ pointId }) => pointId === point.id)) await demandInTime(context, session, point)
    const recipients = (await memberStore(tx).inOffice(today)).map(({ id }) => id)
    if (recipients.length === 0) throw noCouncillors({})
    await store.send({ id: input.id, sessionId: session.id, sentOn: today, means: input.means, documents: pending.map(({ id }) => id), recipients, entryId: context.entryId })
    await deliverActs(context, pending.flatMap(({ recordKind, recordId }) => (recordKind === ACT_RECORD && recordId ? [recordId] : [])), recipients, { why: 'folder', about: session.id })
    await fileRows(tx).showToCouncil(pending.flatMap(({ fileHash }) => (fileHash ? [fileHash] : [])))
    return { result: { id: input.id, documents: pending.length, recipients: recipients.length }, entry: { name: 'folder-sent', summary: `Carpeta de la ${lower(sessionTitle(session))} enviada a ${counted(recipients.length, 'concejal', 'concejales')}: ${counted(pending.length, 'antecedente', 'antecedentes')}, ${sendingMeansTitle[input.means].toLowerCase()}`, record: { kind: kinds.session, id: session.id }, facts: { sending: input.id, documents: pending.length, recipients: recipients.length } } }
  },
})
const receive = async (context: ActionContext, sendingId: string, people: readonly string[] | 'own', receivedOn: typeof context.today, note: string) => {
  const store = folderStore(context.tx)
  const sending = await store.sending(sendingId)
  const session = sending && (await councilStore(context.tx).hold(sending.sessionId))
  if (!sending || !session) throw notFound({ what: 'el envío de la carpeta' })
  const own = people === 'own' ? await memberStore(context.tx).ofAccount(context.actor.accountId) : undefined
  const who = people === 'own' ? (own ? [own] : []) : people
  if (who.length === 0 || new Set(who).size !== who.length || who.some((id) => !sending.recipients.includes(id))) throw notACouncillor({}, { errors: [{ pointer: '/people', message: 'Elija entre quienes se les envió' }] })
  if (receivedOn < sending.sentOn || receivedOn > context.today) throw receiptBefore({ sent: formatDay(sending.sentOn) }, { errors: [{ pointer: '/receivedOn', message: 'Entre el día del envío y hoy' }] })
  // Who was noted before and corrected away is noted again as a correction: the first note is a fact that stays.
  const noted = await store.noted(sending.id)
  const standing = new Set((await store.receipts([session.id], NOW)).filter(({ sendingId }) => sendingId === sending.id).map(({ personId }) => personId))
  for (const person of who) if (noted.has(person) && !standing.has(person)) await store.correct({ id: randomUUID(), sending: sending.id, person, receivedOn, reason: note || 'Recibido de nuevo', entryId: context.entryId })
  await store.receive(sending.id, who.filter((person) => !noted.has(person) || standing.has(person)), receivedOn, note, context.entryId)
  return { result: { id: sending.id }, entry: { name: 'folder-received', summary: `Carpeta de la ${lower(sessionTitle(session))}: ${counted(who.length, 'acuse', 'acuses')} de recibo del ${formatDay(receivedOn)}`, effectiveOn: receivedOn, record: { kind: kinds.session, id: session.id }, facts: { sending: sending.id, receipts: who.length } } }
}
/** Receipts signed on paper or answered by mail, noted by the clerk with their day. */
export const recordReceipts = defineAction({
  name: 'council.record-receipts', title: 'Anotar acuses de recibo de la carpeta', input: ReceiptInput, allowed: can('council.record'),
  run: ({ sending, people, receivedOn, note }, context) => receive(context, sending, people, receivedOn, note),
})
/** A councillor says that the folder arrived: today, in this system. */
export const acknowledgeFolder = defineAction({
  name: 'council.acknowledge-folder', title: 'Acusar recibo de la carpeta', input: AcknowledgeInput, allowed: can('council.receive'),
  run: ({ sending }, context) => receive(context, sending, 'own', context.today, 'En este sistema'),
})
/** A receipt noted by mistake: another day, or none, with the reason. The terms of the folder are judged again by it. */
export const correctReceipt = defineAction({
  name: 'council.correct-receipt', title: 'Corregir un acuse de recibo de la carpeta', input: CorrectReceiptInput, allowed: can('council.record'),
  run: async (input, context) => {
    const store = folderStore(context.tx)
    const sending = await store.sending(input.sending)
    const session = sending && (await councilStore(context.tx).hold(sending.sessionId))
    const before = session && (await store.receipts([session.id], NOW)).find(({ sendingId, personId }) => sendingId === input.sending && personId === input.person)
    if (!sending || !session || !before) throw notFound({ what: 'el acuse de recibo' })
    if (input.receivedOn && (input.receivedOn < sending.sentOn || input.receivedOn > context.today)) throw receiptBefore({ sent: formatDay(sending.sentOn) }, { errors: [{ pointer: '/receivedOn', message: 'Entre el día del envío y hoy' }] })
    await store.correct({ ...input, entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: 'folder-receipt-corrected', summary: `Carpeta de la ${lower(sessionTitle(session))}: un acuse del ${formatDay(before.receivedOn)} ${input.receivedOn ? `es del ${formatDay(input.receivedOn)}` : 'se retiró'}. ${input.reason}`, record: { kind: kinds.session, id: session.id }, facts: { sending: sending.id } } }
  },
})
