import { type Day, readPeriod } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { unitStore } from '#registry'
import type { RequestRow } from '../campaigns/campaign.store.ts'
import type { ItemState, RequestState } from '../contract.ts'
import { itemState } from '../items/answer-rule.ts'
import { isLocked, requestState } from '../items/request-state.ts'
import { answerStore } from './answer.store.ts'

export type RequestView = {
  readonly row: RequestRow; readonly unitName: string; readonly periodTitle: string; readonly state: RequestState; readonly locked: boolean; readonly items: readonly ItemState[]; readonly noNews: number
  /** First day on which all was sent; null in silence. */
  readonly sentOn: Day | null
}
export const periodTitle = (id: string): string => readPeriod(id)?.title ?? id

/** Requests with the state of each, in four statements whatever their number, as of the two dates of the question. */
export const requestViews = async (context: ReadContext, rows: readonly RequestRow[]): Promise<RequestView[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const store = answerStore(context.tx)
  const on = context.asOf.effectiveOn
  const known = { knownSeq: await context.knownSeq(), on }
  const [items, drafts, latest, sent, units] = [await store.items(ids), new Set((await store.drafts(ids)).map(({ itemId }) => itemId)), await store.latest(ids, known), await store.sentOn(ids, known), await unitStore(context.tx).names()]
  const answers = new Map(latest.map((row) => [row.itemId, row]))
  const first = new Map(sent.map((row) => [row.requestId, row.first]))
  const byRequest = new Map<string, string[]>()
  for (const { id, requestId } of items) byRequest.set(requestId, [...(byRequest.get(requestId) ?? []), id])
  return rows.map((row) => {
    const own = byRequest.get(row.id) ?? []
    const states = own.map((id) => itemState({ draft: drafts.has(id), answered: answers.has(id), verdict: answers.get(id)?.verdict ?? null }))
    return {
      row, unitName: units.get(row.unitId) ?? '', periodTitle: periodTitle(row.period), items: states, state: requestState(states, row.dueOn, on), locked: isLocked(row, context.today),
      noNews: own.filter((id) => answers.get(id)?.noNews).length, sentOn: first.get(row.id) ?? null,
    }
  })
}
