import type { ReadContext } from '#platform/actions'
import { personStore } from '#registry'
import type { AnswerView, DraftView, GivenView, ItemView } from '../contract.ts'
import { itemState } from '../items/answer-rule.ts'
import { type AnswerRow, answerStore, type DraftRow, type KeptDraft } from './answer.store.ts'
import { answererStore } from './answerer.store.ts'

const given = (row: DraftRow): GivenView => ({ value: row.value, text: row.text, noNews: row.noNews, comment: row.comment, fileHash: row.fileHash, fileName: row.fileName })

/** What is half written, as pages see it: how it came and when, never by whom. */
export const draftView = (row: Omit<KeptDraft, 'itemId'> & { readonly itemId?: string }): DraftView => ({ ...given({ ...row, itemId: row.itemId ?? '' }), revision: row.revision, via: row.via, savedAt: row.savedAt })

/** Names of who answered and who reviewed: only for people of the house. */
const namesFor = async (context: ReadContext, rows: readonly AnswerRow[]): Promise<(row: AnswerRow) => { name: string; reviewedBy: string }> => {
  const accounts = await personStore(context.tx).namesOfAccounts(rows.flatMap(({ accountId, reviewedBy }) => [accountId, reviewedBy].filter((one): one is string => one !== null)))
  const said = await answererStore(context.tx).names(rows.flatMap(({ answererId }) => (answererId ? [answererId] : [])))
  return (row) => ({ name: (row.answererId ? said.get(row.answererId) : row.accountId ? accounts.get(row.accountId) : undefined) ?? '', reviewedBy: row.reviewedBy ? (accounts.get(row.reviewedBy) ?? '') : '' })
}

/** The things asked in one request with what was answered. Without `names`, nothing about people besides posts; with `drafts` false, no half-written answer. */
export const itemViews = async (context: ReadContext, requestId: string, options: { readonly names: boolean; readonly drafts?: boolean; readonly titles?: (source: string) => string }): Promise<ItemView[]> => {
  const store = answerStore(context.tx)
  const items = await store.items([requestId])
  const drafts = new Map(options.drafts === false ? [] : (await store.drafts([requestId])).map((draft) => [draft.itemId, draft]))
  const rows = await store.latest([requestId], { knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn })
  const names = options.names ? await namesFor(context, rows) : () => ({ name: '', reviewedBy: '' })
  const answers = new Map(rows.map((row) => [row.itemId, row]))
  return items.map((item) => {
    const [draft, row] = [drafts.get(item.id), answers.get(item.id)]
    const answer: AnswerView | null = row ? { ...given(row), id: row.id, on: row.answeredOn, via: row.via, post: row.post, verdict: row.verdict, reason: row.verdict ? row.reason : '', reviewedOn: row.verdict ? row.reviewedOn : null, mine: row.accountId === context.actor.accountId, ...names(row) } : null
    return {
      id: item.id, source: item.source, sourceTitle: options.titles?.(item.source) ?? '', label: item.label, help: item.help, why: item.why, kind: item.kind, measure: item.measure, needsEvidence: item.needsEvidence, previousText: item.previousText, previousOn: item.previousOn, previousValue: item.previousValue,
      state: itemState({ draft: draft !== undefined, answered: row !== undefined, verdict: row?.verdict ?? null }), draft: draft ? draftView(draft) : null, answer,
    }
  })
}
