import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { dataRequestStore } from './data-request.store.ts'
import { RefuseInput } from './desk-contract.ts'
import { hangStored, storedLetter } from './answer-request.ts'
import { heldRequest } from './held-request.ts'

/** Refuses a question with its cause in the law. The letter says the cause, the motive and the remedy against it. */
export const refuseRequest = defineAction<typeof RefuseInput, { id: string }, { hash: string; size: number }>({
  name: 'statistics.refuse-request', title: 'Denegar una solicitud de datos', help: 'Con su causa legal y su motivo.', input: RefuseInput, allowed: can('statistics.manage'), perMinute: 20,
  prepare: ({ requestId, cause, reason }, context) => storedLetter(context, requestId, { note: reason, cause, verdict: 'refused', tables: [], files: 0 }),
  run: async ({ id, requestId, cause, reason }, context, letter) => {
    const { row, title, record } = await heldRequest(context, requestId, 'refused')
    await dataRequestStore(context.tx).addStep({ id, requestId, kind: 'refused', on: context.today, accountId: context.actor.accountId, cause, reason, letter: letter.hash }, context.entryId)
    await hangStored(context, row, letter, { title: 'Carta que deniega', end: 'pdf' })
    return { result: { id }, entry: { name: 'data-request-refused', summary: `${title}: denegada con causa legal`, record, facts: { cause, letter: letter.hash } } }
  },
})
