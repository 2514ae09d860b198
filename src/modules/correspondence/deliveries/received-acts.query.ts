import { can, type DocumentBody } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import { ListReceivedInput, type ReceivedLine, type ReceivedView } from '../contract.ts'
import { type DeliveryRow, deliveryStore } from './delivery.store.ts'

export const RECEIVED = 'correspondence.received'
const lineOf = ({ id, kind, title, subject, actOn, signedOn, deliveredOn, why }: DeliveryRow): ReceivedLine => ({ id, kind, title, subject, actOn, signedOn, deliveredOn, why })

/** The signed acts that were given to who reads, and no other. */
export const listReceived = defineQuery({
  name: 'correspondence.list-received', title: 'Actos que le llegaron', input: ListReceivedInput, allowed: can(RECEIVED),
  run: async ({ page, size, text, year }, { tx, actor, knownSeq, asOf }) => {
    const seen = { knownSeq: await knownSeq(), on: asOf.effectiveOn, text, year }
    const store = deliveryStore(tx)
    const total = await store.count(actor.accountId, seen)
    return { total, page, pages: Math.max(1, Math.ceil(total / size)), years: await store.years(actor.accountId), acts: (await store.list(actor.accountId, seen, page, size)).map(lineOf) }
  },
})
export const openReceived = defineQuery({
  name: 'correspondence.open-received', title: 'Un acto que le llegó', input: z.object({ id: z.uuid('El identificador no es válido') }), allowed: can(RECEIVED),
  run: async ({ id }, { tx, actor, knownSeq, asOf }): Promise<ReceivedView> => {
    const row = await deliveryStore(tx).get(actor.accountId, id, { knownSeq: await knownSeq(), on: asOf.effectiveOn })
    if (!row) throw notFound({ what: 'el acto entre los que le llegaron' })
    return { ...lineOf(row), body: JSON.parse(row.body) as DocumentBody, fingerprint: row.fingerprint, verificationCode: row.verificationCode, signedCopy: row.signedFile !== null }
  },
})
