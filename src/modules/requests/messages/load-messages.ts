import type { BusinessCalendar } from '#calendar'
import { type Day, earliest } from '#kernel'
import { stableId } from '#evidence'
import type { Tx } from '#platform/database'
import { outboxStore, type MessageState } from '#platform/mail'
import { usually } from '#registry'
import { periodTitle } from '../answers/request-views.ts'
import { reminderDays } from '../campaigns/schedule.ts'
import { requestHabits } from '../practices.ts'
import { type LetterFacts, openingLetter, reminderLetter } from './letter-text.ts'

/** What was written to one unit in a past campaign: the request, and the reminders while it owed something. */
export type PastMessages = {
  readonly requestId: string; readonly personId: string; readonly facts: Omit<LetterFacts, 'periodTitle' | 'municipality'> & { readonly period: string }
  readonly openedAt: string; readonly opensOn: Day; readonly sentOn?: Day; readonly closed: boolean
}
/** `mark` goes before each subject: in the demonstration, that it is one. `today` bounds the reminders. */
export type PastOutbox = { readonly mark: string; readonly municipality: string; readonly today: Day; readonly unitName: (code: string) => string }

const HOUR = 'T08:30:00-04:00'
/** Writes the outbox of a past campaign as it was left: what went out, and the last reminder waiting in one that is open. */
export const loadMessages = async (tx: Tx, calendar: BusinessCalendar, { mark, municipality, today }: PastOutbox, one: PastMessages): Promise<void> => {
  const facts: LetterFacts = { ...one.facts, periodTitle: periodTitle(one.facts.period), municipality }
  const store = outboxStore(tx)
  const write = async (slot: string, letter: { subject: string; body: string }, at: string, state: MessageState) => {
    const id = stableId(tx.commune, 'message', slot)
    await store.add({ id, aboutKind: 'update-request', aboutId: one.requestId, slot, personId: one.personId, addressee: facts.post, subject: `${mark}${letter.subject}`, body: letter.body, at })
    if (state !== 'queued') await store.settle(id, state, state === 'sent' ? at : null)
  }
  await write(`open ${one.requestId}`, openingLetter(facts), one.openedAt, 'sent')
  const days = reminderDays(one.opensOn, facts.dueOn, calendar, usually(requestHabits)).filter((on) => on <= today && (!one.sentOn || on < one.sentOn))
  for (const on of days) await write(`remind ${one.requestId} ${on}`, reminderLetter(facts, facts.items, on > facts.dueOn), `${earliest(on, today)}${HOUR}`, !one.closed && on === days.at(-1) ? 'queued' : 'sent')
}
