import { randomUUID } from 'node:crypto'
import type { ReadContext } from '#platform/actions'
import { outboxStore } from '#platform/mail'
import { communesInstalled, unitStore } from '#registry'
import { answerStore } from '../answers/answer.store.ts'
import { periodTitle, requestViews } from '../answers/request-views.ts'
import { campaignStore, type RequestRow } from '../campaigns/campaign.store.ts'
import { type Letter, type LetterFacts, openingLetter, reminderLetter, reopeningLetter, returnLetter } from './letter-text.ts'

/** The kind of record of these messages in the outbox. */
export const ABOUT = 'update-request'
export const factsFor = async (context: ReadContext, rows: readonly RequestRow[]): Promise<(row: RequestRow) => LetterFacts> => {
  const units = await unitStore(context.tx).names()
  const municipality = (await communesInstalled(context.tx)).find(({ commune }) => commune === context.tx.commune)?.municipality ?? ''
  const counts = new Map<string, number>()
  for (const { requestId } of await answerStore(context.tx).items(rows.map(({ id }) => id))) counts.set(requestId, (counts.get(requestId) ?? 0) + 1)
  return (row) => ({ title: row.title, periodTitle: periodTitle(row.period), unitName: units.get(row.unitId) ?? '', post: row.post, absentPost: row.absentPost, dueOn: row.dueOn, items: counts.get(row.id) ?? 0, message: row.message, municipality, reopenedReason: row.reopenedReason })
}
/** Stores a message; the slot makes it leave once. Returns 1, or 0 when that slot was used. */
const store = (context: ReadContext, row: RequestRow, slot: string, letter: Letter): Promise<number> =>
  outboxStore(context.tx).add({ id: randomUUID(), aboutKind: ABOUT, aboutId: row.id, slot, personId: row.personId, addressee: row.post, ...letter, at: context.clock.now().toISOString() })

export const queueOpening = async (context: ReadContext, campaignId: string): Promise<void> => {
  // Rows of this very transaction: their entry is posted with it, so they are read without asking for it.
  const rows = await campaignStore(context.tx).rowsOf(campaignId)
  const facts = await factsFor(context, rows)
  for (const row of rows) await store(context, row, `open ${row.id}`, openingLetter(facts(row)))
}
export const queueReopening = async (context: ReadContext, requestId: string): Promise<void> => {
  const row = await campaignStore(context.tx).request(requestId)
  if (row) await store(context, row, `reopen ${row.id} ${row.version}`, reopeningLetter((await factsFor(context, [row]))(row)))
}
export const queueReturn = async (context: ReadContext, row: RequestRow, answerId: string, label: string, reason: string): Promise<void> =>
  void (await store(context, row, `return ${answerId}`, returnLetter((await factsFor(context, [row]))(row), label, reason)))

/** The reminders of a day, for who has not sent everything. Asking twice in a day queues them once. Returns how many were queued. */
export const queueReminders = async (context: ReadContext): Promise<number> => {
  const { today } = context
  const campaigns = new Map((await campaignStore(context.tx).list(await context.knownSeq(), today)).filter(({ state, reminders }) => state === 'open' && reminders.includes(today)).map((row) => [row.id, row]))
  if (campaigns.size === 0) return 0
  const rows = (await campaignStore(context.tx).requests({ knownSeq: await context.knownSeq() })).filter(({ campaignId }) => campaigns.has(campaignId))
  const facts = await factsFor(context, rows)
  let queued = 0
  for (const { row, items } of await requestViews(context, rows)) {
    const pending = items.filter((state) => state !== 'sent' && state !== 'accepted').length
    if (pending > 0) queued += await store(context, row, `remind ${row.id} ${today}`, reminderLetter(facts(row), pending, today > row.dueOn))
  }
  return queued
}
