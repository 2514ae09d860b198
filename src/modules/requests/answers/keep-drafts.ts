import { randomUUID } from 'node:crypto'
import type { ReadContext } from '#platform/actions'
import type { DraftConflict, SavedDrafts, Via } from '../contract.ts'
import { fits, sameWords } from '../drafts/draft-conflict.ts'
import { isAnswered, mistakeOf } from '../items/answer-rule.ts'
import { answerNotValid, fileNotSent } from '../problems.ts'
import { answerStore, type KeptDraft } from './answer.store.ts'
import { draftView } from './item-views.ts'
import { uploadStore } from './upload.store.ts'

export type WrittenAnswer = { readonly itemId: string; readonly value: number | null; readonly text: string; readonly noNews: boolean; readonly comment: string; readonly fileHash: string | null; readonly base: string | null }

/**
 * Keeps what is being written, whole or half: each answer alone. What another person kept meanwhile, or already sent, is never written over: it
 * comes back with both words, and the rest is kept. Refuses what cannot be understood, an item of another request and a file that was not
 * sent for this very request.
 */
export const keepDrafts = async (context: ReadContext, requestId: string, written: readonly WrittenAnswer[], via: Via): Promise<SavedDrafts> => {
  const { tx, clock } = context
  const store = answerStore(tx)
  await store.hold(requestId)
  const items = new Map((await store.items([requestId])).map((item) => [item.id, item]))
  const drafts = new Map<string, KeptDraft>((await store.drafts([requestId])).map((draft) => [draft.itemId, draft]))
  const settled = new Map((await store.latest([requestId], { knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn })).filter(({ verdict }) => verdict !== 'returned').map((row) => [row.itemId, row]))
  const files = await uploadStore(tx).names(requestId)
  const conflicts: DraftConflict[] = []
  const saved: { itemId: string; revision: string | null }[] = []
  for (const [index, { base, ...given }] of written.entries()) {
    const item = items.get(given.itemId)
    if (!item) throw answerNotValid({ label: 'Una fila', why: 'no es de esta solicitud' })
    const why = mistakeOf(item, given)
    if (why) throw answerNotValid({ label: item.label, why }, { errors: [{ pointer: `/answers/${index}/value`, message: `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}` }] })
    if (given.fileHash && !files.has(given.fileHash)) throw fileNotSent({})
    const [sent, kept] = [settled.get(item.id), drafts.get(item.id)]
    if (sent) {
      if (!sameWords(sent, given)) conflicts.push({ itemId: item.id, kind: 'sent', theirs: draftView({ ...sent, revision: sent.id, savedAt: sent.answeredOn }) })
      continue
    }
    const blank = !isAnswered(given, item.kind) && given.comment === '' && given.fileHash === null
    if (!fits(base, given, kept) && !(blank && !kept)) { conflicts.push({ itemId: item.id, kind: 'draft', theirs: kept ? draftView(kept) : null }); continue }
    if (kept && sameWords(kept, given)) { saved.push({ itemId: item.id, revision: kept.revision }); continue }
    const revision = blank ? null : randomUUID()
    if (revision === null) await store.dropDrafts([item.id])
    else await store.keepDraft({ ...given, fileName: given.fileHash ? (files.get(given.fileHash) ?? '') : '', via, revision, at: clock.now().toISOString() })
    saved.push({ itemId: item.id, revision })
  }
  return { saved, conflicts }
}
