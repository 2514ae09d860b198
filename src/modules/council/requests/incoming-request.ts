import { randomUUID } from 'node:crypto'
import type { Day } from '#kernel'
import { inputRefused, notFound, type ReadContext, type Reaction } from '#platform/actions'
import { deliverActs, INCOMING, incomingStore } from '#correspondence'
import { ledger, ledgerStore } from '#evidence'
import { z } from 'zod'
import { notACouncillor } from '../problems.ts'
import { basesOn } from '../rules/matters.ts'
import { memberStore } from '../sessions/members.store.ts'
import { type RequestRow, requestStore } from './request.store.ts'
import { REQUEST, requestHref, requestName } from './standing.ts'

const Asks = z.object({ councillor: z.object({ request: z.uuid(), person: z.uuid(), basis: z.string() }) })

/** Numbers and writes the request of a letter that arrived, with its unit, under the entry that registered the letter. */
const begin = async (context: ReadContext, entryId: string, incomingId: string, asks: z.output<typeof Asks>['councillor']): Promise<void> => {
  const { tx, law, today } = context
  const letter = await incomingStore(tx).get(incomingId)
  if (!letter) throw notFound({ what: 'la correspondencia' })
  const store = requestStore(tx)
  if (await store.ofIncoming(incomingId)) return
  if (!(await memberStore(tx).inOffice(letter.received_on)).some(({ id }) => id === asks.person)) throw notACouncillor({}, { errors: [{ pointer: '/councillor/person', message: 'Elija un concejal en ejercicio ese día' }] })
  if (!basesOn(law, letter.received_on).some(({ key }) => key === asks.basis)) throw inputRefused({ what: 'Registrar correspondencia recibida' }, { errors: [{ pointer: '/councillor/basis', message: 'Elija la facultad de la lista' }] })
  const year = Number(letter.received_on.slice(0, 4))
  await tx.raw('select pg_advisory_xact_lock(hashtext($1))', [`council.requests ${tx.commune} ${year}`])
  const row: RequestRow = { id: asks.request, number: await store.nextNumber(year), year, personId: asks.person, basis: asks.basis, channel: 'letter', sessionId: null, document: letter.document || `Parte N.º ${letter.number} de ${letter.year}`, askedOn: letter.received_on, subject: letter.subject, detail: '', incomingId }
  await store.add({ ...row, entryId })
  await store.happen({ id: randomUUID(), requestId: row.id, name: 'assigned', on: today, unitId: letter.unit_id, entryId })
  await ledger.index(tx, { kind: REQUEST, id: row.id, title: `${requestName(row)}: ${row.subject}`, subtitle: 'Solicitudes de los concejales', href: requestHref(row.id), visibility: 'council' })
  await ledger.link(tx, entryId, { from: { kind: INCOMING, id: incomingId }, relation: 'asks-for', to: { kind: REQUEST, id: row.id } })
}
const reactTo = (to: string): Reaction => ({
  id: `council.request-of-${to}`, to, when: 'same-transaction',
  run: async ({ id, record, facts }, context) => {
    const asks = Asks.safeParse(facts)
    if (record?.kind === INCOMING && asks.success) await begin(context, id, record.id, asks.data.councillor)
  },
})
/** A letter of a councillor, registered or sent on as such, is their request from that moment: nobody types it twice. */
export const requestOfIncoming = [reactTo('incoming-registered'), reactTo('incoming-routed')] as const

type Told = { readonly incoming?: unknown; readonly complete?: unknown }
const answeredRequest = async ({ tx }: Pick<ReadContext, 'tx'>, act: string, facts: Told) => (await requestStore(tx).ofAct(act)) ?? (typeof facts.incoming === 'string' ? await requestStore(tx).ofIncoming(facts.incoming) : undefined)

/** The letter was notified: the request is answered with it under the same entry, and who asked finds the signed letter among theirs. Repeated, it does nothing. */
export const answeredByAct: Reaction = {
  id: 'council.answered-by-act', to: 'act-notified', when: 'same-transaction',
  run: async ({ id, record, facts }, context) => {
    if (!record || !/^[0-9a-f-]{36}$/i.test(record.id)) return
    const { tx, today } = context
    const found = await answeredRequest(context, record.id, facts)
    if (!found || (await requestStore(tx).isAnswered(found.requestId))) return
    const on: Day = (await ledgerStore(tx).byId(id))?.effective_on as Day | undefined ?? today
    await requestStore(tx).happen({ id: randomUUID(), requestId: found.requestId, name: 'answered', on, actId: record.id, entryId: id })
    const asked = await requestStore(tx).get(found.requestId)
    if (asked) await deliverActs({ tx, today, entryId: id }, [record.id], [asked.personId], { why: 'answer', about: found.requestId, on })
  },
}
/** The notification was noted by mistake: what it answered is owed again. */
export const reopenedByAct: Reaction = {
  id: 'council.reopened-by-act', to: 'act-notification-withdrawn', when: 'same-transaction',
  run: async ({ id, record }, { tx, today }) => {
    const found = record && (await requestStore(tx).answeredWith(record.id))
    if (record && found) await requestStore(tx).happen({ id: randomUUID(), requestId: found.requestId, name: 'reopened', on: today, note: 'Se retiró la notificación de su carta', entryId: id })
  },
}
