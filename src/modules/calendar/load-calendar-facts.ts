import type { Day } from '#kernel'
import { insertMany, type Tx } from '#platform/database'

/** What a municipality brings of its calendar: acts done, facts that started terms, absences and assignments, each under a posted entry. */
export type CalendarLoad = {
  readonly events: readonly { readonly id: string; readonly duty: string; readonly period: string; readonly kind: 'fulfilled' | 'step' | 'not-applicable'; readonly on: Day; readonly title: string; readonly number?: string; readonly step?: string; readonly entryId: string }[]
  readonly occurrences: readonly { readonly id: string; readonly duty: string; readonly on: Day; readonly title: string; readonly entryId: string }[]
  readonly assignments: readonly { readonly id: string; readonly text: string; readonly askedBy: string; readonly accountId: string; readonly forAccountId?: string; readonly forUnitId?: string; readonly on: Day; readonly due?: Day; readonly entryId: string }[]
  readonly answers: readonly { readonly id: string; readonly assignmentId: string; readonly kind: 'accepted' | 'done' | 'returned'; readonly accountId: string; readonly on: Day; readonly note?: string; readonly entryId: string }[]
}
const column = <T>(rows: readonly T[]) => (name: string, type: string, value: (row: T) => unknown) => ({ name, type, values: rows.map(value) })

/** Writes them in one statement for each table; the caller posts the entries. */
export const loadCalendarFacts = async (tx: Tx, { events, occurrences, assignments, answers }: CalendarLoad): Promise<void> => {
  const event = column(events)
  if (events.length) await insertMany(tx, 'calendar.duty_events', [event('commune', 'text', () => tx.commune), event('id', 'uuid', ({ id }) => id), event('duty', 'text', ({ duty }) => duty), event('period', 'text', ({ period }) => period), event('kind', 'text', ({ kind }) => kind), event('on_day', 'date', ({ on }) => on), event('title', 'text', ({ title }) => title), event('number', 'text', ({ number = '' }) => number), event('step', 'text', ({ step = '' }) => step), event('entry_id', 'uuid', ({ entryId }) => entryId)])
  const born = column(occurrences)
  if (occurrences.length) await insertMany(tx, 'calendar.occurrences', [born('commune', 'text', () => tx.commune), born('id', 'uuid', ({ id }) => id), born('duty', 'text', ({ duty }) => duty), born('on_day', 'date', ({ on }) => on), born('title', 'text', ({ title }) => title), born('entry_id', 'uuid', ({ entryId }) => entryId)])
  const asked = column(assignments)
  if (assignments.length) await insertMany(tx, 'calendar.assignments', [asked('commune', 'text', () => tx.commune), asked('id', 'uuid', ({ id }) => id), asked('account_id', 'uuid', ({ accountId }) => accountId), asked('for_account_id', 'uuid', ({ forAccountId }) => forAccountId ?? null), asked('for_unit_id', 'uuid', ({ forUnitId }) => forUnitId ?? null), asked('on_day', 'date', ({ on }) => on), asked('due_on', 'date', ({ due }) => due ?? null), asked('entry_id', 'uuid', ({ entryId }) => entryId)])
  const answer = column(answers)
  if (answers.length) await insertMany(tx, 'calendar.assignment_events', [answer('commune', 'text', () => tx.commune), answer('id', 'uuid', ({ id }) => id), answer('assignment_id', 'uuid', ({ assignmentId }) => assignmentId), answer('kind', 'text', ({ kind }) => kind), answer('account_id', 'uuid', ({ accountId }) => accountId), answer('on_day', 'date', ({ on }) => on), answer('entry_id', 'uuid', ({ entryId }) => entryId)])
  const words = [...assignments.map(({ id, text, askedBy }) => ({ id, of: id, text, askedBy })), ...answers.flatMap(({ id, assignmentId, note }) => (note ? [{ id, of: assignmentId, text: note, askedBy: '' }] : []))]
  const word = column(words)
  if (words.length) await insertMany(tx, 'calendar.assignment_words', [word('commune', 'text', () => tx.commune), word('id', 'uuid', ({ id }) => id), word('assignment_id', 'uuid', (row) => row.of), word('text', 'text', ({ text }) => text), word('asked_by', 'text', ({ askedBy }) => askedBy)])
}
