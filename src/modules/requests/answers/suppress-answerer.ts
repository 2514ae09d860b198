import { can } from '#kernel'
import { defineAction, defineQuery, notFound } from '#platform/actions'
import { unitStore } from '#registry'
import { z } from 'zod'
import { AnswererInput, type AnswererView } from '../contract.ts'
import { answerStore } from './answer.store.ts'
import { answererStore } from './answerer.store.ts'
import { answerRef, requestRef } from './submit-drafts.ts'

/** The right to be forgotten of who answered by link: the key of the name is destroyed; the answer and its post remain. */
export const suppressAnswerer = defineAction({
  name: 'requests.suppress-answerer', title: 'Suprimir el nombre de quien respondió por enlace', help: 'La respuesta, su fecha y el cargo se conservan.', input: AnswererInput, allowed: can('registry.suppress'), perMinute: 30,
  run: async ({ answerId, reason }, context) => {
    const answer = await answerStore(context.tx).answer(answerId)
    if (!answer?.answererId) throw notFound({ what: 'una respuesta con nombre' })
    await answererStore(context.tx).suppress(answer.answererId)
    return { result: { id: answerId }, entry: { name: 'answerer-suppressed', summary: `Se suprimió el nombre de quien respondió por enlace: ${reason}`, record: requestRef(answer.requestId), also: [answerRef(answerId)], facts: { answer: answerId } } }
  },
})

/** Who said a name when answering by link, for whoever must find one to suppress it. */
export const listAnswerers = defineQuery({
  name: 'requests.list-answerers', title: 'Quienes respondieron por enlace', input: z.object({}), allowed: can('registry.suppress'),
  run: async (_input, context): Promise<{ answerers: readonly AnswererView[] }> => {
    const rows = await answererStore(context.tx).list(await context.knownSeq())
    const [names, units] = [await answererStore(context.tx).names(rows.map(({ id }) => id)), await unitStore(context.tx).names()]
    return { answerers: rows.map(({ unitId, ...row }) => ({ ...row, name: names.get(row.id) ?? '', unitName: units.get(unitId) ?? '' })) }
  },
})
