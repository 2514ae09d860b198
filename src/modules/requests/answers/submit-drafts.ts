import { randomUUID } from 'node:crypto'
import { counted } from '#kernel'
import type { ActionContext, EntryDraft } from '#platform/actions'
import { outboxStore } from '#platform/mail'
import { unitStore } from '#registry'
import type { RequestRow } from '../campaigns/campaign.store.ts'
import type { Via } from '../contract.ts'
import { lackOf } from '../items/answer-rule.ts'
import { linkStore } from '../links/link.store.ts'
import { answersIncomplete, draftsMoved } from '../problems.ts'
import { answerStore } from './answer.store.ts'
import { answererStore } from './answerer.store.ts'

export const requestRef = (id: string) => ({ kind: 'update-request', id })
export const answerRef = (id: string) => ({ kind: 'update-answer', id })
/** Who signs what is sent: an account, or a name and post said by who answered. */
export type Answerer = { readonly accountId: string | null; readonly name?: string; readonly post: string; readonly via: Via }

/**
 * Sends everything written for a request, in one act: each draft becomes an answer with its day, its way and who gave it.
 * With `seen`, nothing is sent that its sender had not before their eyes (`draftsMoved`).
 * Throws `answersIncomplete` with a mistake for each thing that lacks. Ends the links of the request: they are of one use.
 */
export const submitDrafts = async (context: ActionContext, row: RequestRow, by: Answerer, seen?: Readonly<Record<string, string | null>>): Promise<{ result: { sent: number }; entry: EntryDraft }> => {
  const { tx, today } = context
  const store = answerStore(tx)
  await store.hold(row.id)
  const items = await store.items([row.id])
  const drafts = new Map((await store.drafts([row.id])).map((draft) => [draft.itemId, draft]))
  const settled = new Set((await store.latest([row.id], { knownSeq: await context.knownSeq(), on: today })).filter(({ verdict }) => verdict !== 'returned').map(({ itemId }) => itemId))
  const open = items.filter(({ id }) => !settled.has(id))
  const moved = seen ? open.filter(({ id }) => (drafts.get(id)?.revision ?? null) !== (seen[id] ?? null)) : []
  if (moved.length > 0) throw draftsMoved({ count: moved.length }, { errors: moved.map(({ id, label }) => ({ pointer: `/items/${id}`, message: `${label}: otra persona la cambió` })) })
  const lacking = open.flatMap((item) => {
    const why = lackOf(item, drafts.get(item.id) ?? null)
    return why ? [{ pointer: `/items/${item.id}`, message: `${item.label}: ${why}` }] : []
  })
  if (lacking.length > 0 || open.length === 0) throw answersIncomplete({ count: Math.max(1, lacking.length) }, { errors: lacking })
  const answererId = by.accountId === null || by.name ? randomUUID() : null
  if (answererId) await answererStore(tx).add(answererId, by.name ?? '')
  const ready = open.flatMap((item) => { const draft = drafts.get(item.id); return draft ? [{ ...draft, id: randomUUID() }] : [] })
  await store.add(ready.map((draft) => ({ ...draft, via: draft.via === 'workbook' ? 'workbook' as const : by.via, accountId: by.accountId, answererId, post: by.post, answeredOn: today, entryId: context.entryId })))
  await store.dropDrafts(open.map(({ id }) => id))
  await linkStore(tx).end(row.id, 'used', context.clock.now().toISOString())
  await outboxStore(tx).cancelAbout('update-request', row.id)
  const noNews = ready.filter((draft) => draft.noNews).length
  const unit = (await unitStore(tx).names()).get(row.unitId) ?? ''
  return {
    result: { sent: ready.length },
    entry: {
      name: 'update-request-answered', summary: `${unit} respondió «${row.title}»: ${counted(ready.length, 'respuesta', 'respuestas')}${noNews > 0 ? `, ${noNews} sin novedad` : ''}`,
      record: requestRef(row.id), also: ready.map(({ id }) => answerRef(id)), facts: { campaign: row.campaignId, answers: ready.length, noNews, via: by.via },
    },
  }
}
