import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { AnswererInput } from '../contract.ts'
import { answerStore } from './answer.store.ts'
import { answererStore } from './answerer.store.ts'
import { requestRef } from './submit-drafts.ts'

/** The right to be forgotten of who answered by link: the key of the name is destroyed; the answer and its post remain. */
export const suppressAnswerer = defineAction({
  name: 'requests.suppress-answerer', title: 'Suprimir el nombre de quien respondió por enlace', help: 'La respuesta, su fecha y el cargo se conservan.', input: AnswererInput, allowed: can('registry.suppress'), perMinute: 30,
  run: async ({ answerId }, context) => {
    const answer = await answerStore(context.tx).answer(answerId)
    if (!answer?.answererId) throw notFound({ what: 'una respuesta con nombre' })
    await answererStore(context.tx).suppress(answer.answererId)
    return { result: { id: answerId }, entry: { name: 'answerer-suppressed', summary: 'Se suprimió el nombre de quien respondió por enlace', record: requestRef(answer.requestId), facts: { answer: answerId } } }
  },
})
