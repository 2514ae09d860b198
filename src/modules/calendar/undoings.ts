import type { Undoing } from '#platform/actions'
import { sql } from '#platform/database'

/** What the history of a duty can take back. */
export const calendarUndoings: readonly Undoing[] = [
  {
    of: ['duty-fulfilled', 'duty-step-done', 'duty-reassigned', 'duty-excused'], action: 'calendar.undo-duty-event', says: 'Lo anotado deja de contar y el deber vuelve a lo que estaba.', reason: true,
    input: ({ id }, { tx }) => tx.one<{ id: string }>(sql`select id from calendar.duty_events where commune = ${tx.commune} and entry_id = ${id}::uuid`),
  },
  {
    of: ['duty-started'], action: 'calendar.undo-occurrence', says: 'El plazo que empezó con ese hecho deja de correr.', reason: true,
    input: ({ id }, { tx }) => tx.one<{ id: string }>(sql`select id from calendar.occurrences where commune = ${tx.commune} and entry_id = ${id}::uuid`),
  },
]
