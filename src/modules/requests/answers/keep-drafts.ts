import type { ReadContext } from '#platform/actions'
import type { Via } from '../contract.ts'
import { isAnswered, mistakeOf } from '../items/answer-rule.ts'
import { answerAlreadyReviewed, answerNotValid, fileNotSent } from '../problems.ts'
import { answerStore } from './answer.store.ts'
import { uploadStore } from './upload.store.ts'

export type WrittenAnswer = { readonly itemId: string; readonly value: number | null; readonly text: string; readonly noNews: boolean; readonly comment: string; readonly fileHash: string | null }

/**
 * Keeps what is being written, whole or half: each answer alone. Refuses what cannot be understood, an item of another request,
 * one that was already sent (it waits for review) or accepted, and a file that was not sent for this very request.
 */
export const keepDrafts = async (context: ReadContext, requestId: string, written: readonly WrittenAnswer[], via: Via): Promise<number> => {
  const { tx, clock } = context
  const store = answerStore(tx)
  const items = new Map((await store.items([requestId])).map((item) => [item.id, item]))
  const settled = new Set((await store.latest([requestId], { knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn })).filter(({ verdict }) => verdict !== 'returned').map(({ itemId }) => itemId))
  const files = await uploadStore(tx).names(requestId)
  for (const [index, given] of written.entries()) {
    const item = items.get(given.itemId)
    if (!item) throw answerNotValid({ label: 'Una fila', why: 'no es de esta solicitud' })
    if (settled.has(item.id)) throw answerAlreadyReviewed({})
    const why = mistakeOf(item, given)
    if (why) throw answerNotValid({ label: item.label, why }, { errors: [{ pointer: `/answers/${index}/value`, message: `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}` }] })
    if (given.fileHash && !files.has(given.fileHash)) throw fileNotSent({})
    const blank = !isAnswered(given, item.kind) && given.comment === '' && given.fileHash === null
    if (blank) await store.dropDrafts([item.id])
    else await store.keepDraft({ ...given, fileName: given.fileHash ? (files.get(given.fileHash) ?? '') : '', via, at: clock.now().toISOString() })
  }
  return written.length
}
