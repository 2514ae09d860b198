import { randomUUID } from 'node:crypto'
import { can, counted, type Day, earliest, readPeriod } from '#kernel'
import { type ActionContext, type ActionDefinition, defineAction, notFound, type RecordRef } from '#platform/actions'
import { approverIsDrafter, unitStore } from '#registry'
import { requestById } from '../answers/access.ts'
import { type AnswerRow, answerStore, type ItemRow } from '../answers/answer.store.ts'
import { answerRef, requestRef } from '../answers/submit-drafts.ts'
import type { RequestRow } from '../campaigns/campaign.store.ts'
import { ReturnInput, ReviewInput } from '../contract.ts'
import { queueReturn } from '../messages/queue-messages.ts'
import { answerAlreadyReviewed } from '../problems.ts'
import { FREE_QUESTION, type RequestSource } from '../sources/source.ts'

/** The account that stands for who answered without one. */
const NOBODY = '00000000-0000-4000-8000-000000000000'

/** The last answer of its item, not reviewed and not given by the reviewer: who answers does not accept. */
const reviewable = async (context: ActionContext, id: string): Promise<{ answer: AnswerRow; item: ItemRow; row: RequestRow }> => {
  const answer = await answerStore(context.tx).answer(id)
  if (!answer) throw notFound({ what: 'la respuesta' })
  if (answer.verdict !== null || !answer.latest) throw answerAlreadyReviewed({})
  if (answer.accountId === context.actor.accountId) throw approverIsDrafter({})
  const item = (await answerStore(context.tx).items([answer.requestId])).find(({ id: itemId }) => itemId === answer.itemId)
  if (!item) throw notFound({ what: 'lo pedido' })
  return { answer, item, row: await requestById(context, answer.requestId) }
}
/** A datum of a period is dated at its end, or on the day it was given when that came before. */
const factDay = (period: string, answeredOn: Day): Day => earliest(readPeriod(period)?.to ?? answeredOn, answeredOn)

const settle = (sources: readonly RequestSource[], context: ActionContext, { answer, item, row }: Awaited<ReturnType<typeof reviewable>>, unit: string): Promise<{ record: RecordRef; factId: string | null } | undefined> => {
  const source = sources.find(({ key }) => key === item.source)
  if (item.source === FREE_QUESTION || !source || !item.subjectId || (answer.noNews && !source.takesNoNews)) return Promise.resolve(undefined)
  return source.settle({
    id: answer.id, subjectId: item.subjectId, value: answer.value, text: answer.text, comment: answer.comment, on: factDay(row.period, answer.answeredOn), answeredOn: answer.answeredOn,
    answeredBy: answer.accountId ?? NOBODY, post: `${unit}, ${answer.post}`, ...(answer.fileHash ? { fileHash: answer.fileHash } : {}),
  }, context)
}

/**
 * Accepts answers as they came: nobody edits what a unit said. Each becomes, in this same act, the fact it answers (a measurement, a
 * progress report), with the answer as its source; «sin novedad» and free questions stay as dated answers.
 */
export const acceptAnswers = (sources: readonly RequestSource[]): ActionDefinition<typeof ReviewInput, { accepted: number; facts: number }> => defineAction({
  name: 'requests.accept-answers', title: 'Aceptar respuestas', help: 'Se escriben en el indicador o el proyecto al que responden, tal como vinieron.', input: ReviewInput, unless: [approverIsDrafter], allowed: can('requests.review'),
  run: async ({ answerIds }, context) => {
    const units = await unitStore(context.tx).names()
    const found = []
    for (const id of new Set(answerIds)) found.push(await reviewable(context, id))
    const verdicts: { answerId: string; factId: string | null }[] = []
    const records: RecordRef[] = []
    for (const one of found) {
      const settled = await settle(sources, context, one, units.get(one.row.unitId) ?? '')
      verdicts.push({ answerId: one.answer.id, factId: settled?.factId ?? null })
      if (settled) records.push(settled.record)
    }
    await answerStore(context.tx).review(verdicts.map((one) => ({ ...one, verdict: 'accepted', reason: '', reviewedBy: context.actor.accountId, reviewedOn: context.today, entryId: context.entryId })))
    const names = [...new Set(found.map(({ row }) => units.get(row.unitId) ?? ''))]
    const [first] = found
    const [record] = records
    return {
      result: { accepted: verdicts.length, facts: records.length },
      entry: {
        name: 'update-answers-accepted', summary: `Se ${verdicts.length === 1 ? 'aceptó' : 'aceptaron'} ${counted(verdicts.length, 'respuesta', 'respuestas')} de ${names.join(', ')}${first && found.length === 1 ? `: ${first.item.label}` : ''}`,
        record: record && found.length === 1 ? record : requestRef(first?.row.id ?? ''), facts: { answers: verdicts, records },
        // Eight accepted at once are one entry, and each answer, request and record it became keeps it in its own history.
        also: [...found.map(({ answer }) => answerRef(answer.id)), ...new Map(found.map(({ row }) => [row.id, requestRef(row.id)])).values(), ...records],
      },
    }
  },
})
export const returnAnswer = defineAction({
  name: 'requests.return-answer', title: 'Devolver una respuesta', help: 'Vuelve a la unidad con el motivo; lo que dijo se conserva en la historia.', input: ReturnInput, unless: [approverIsDrafter], allowed: can('requests.review'),
  run: async ({ answerId, reason }, context) => {
    const { answer, item, row } = await reviewable(context, answerId)
    await answerStore(context.tx).review([{ answerId, verdict: 'returned', reason, reviewedBy: context.actor.accountId, reviewedOn: context.today, factId: null, entryId: context.entryId }])
    // What was said comes back as a draft, so that the unit corrects instead of typing again.
    await answerStore(context.tx).keepDraft({ itemId: item.id, value: answer.value, text: answer.text, noNews: answer.noNews, comment: answer.comment, fileHash: answer.fileHash, fileName: answer.fileName, via: answer.via, revision: randomUUID(), at: context.clock.now().toISOString() })
    await queueReturn(context, row, answerId, item.label, reason)
    const unit = (await unitStore(context.tx).names()).get(row.unitId) ?? ''
    return { result: { id: answerId }, entry: { name: 'update-answer-returned', summary: `Se devolvió a ${unit} «${item.label}»: ${reason}`, record: requestRef(row.id), also: [answerRef(answerId)], facts: { answer: answerId } } }
  },
})
