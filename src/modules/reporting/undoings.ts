import type { Undoing } from '#platform/actions'
import { sql } from '#platform/database'

/** What the history of a report can take back. */
export const reportUndoings: readonly Undoing[] = [
  {
    of: ['report-delivered'], action: 'reporting.undo-delivery', says: 'La entrega deja de contar y el deber queda otra vez pendiente; la edición sigue emitida.', reason: true,
    input: ({ id }, { tx }) => tx.one<{ id: string }>(sql`select id from reporting.deliveries where commune = ${tx.commune} and entry_id = ${id}::uuid`),
  },
]
