import type { Undoing } from '#platform/actions'
import { sql } from '#platform/database'

/** What the history of an edited worksheet can take back. */
export const worksheetUndoings: readonly Undoing[] = [
  {
    of: ['worksheet-applied'], action: 'worksheets.undo', says: 'Cada registro que cambió la planilla vuelve a decir lo que decía, en un trabajo a la vista. Si alguno cambió después, se dice cuál.', reason: true,
    input: ({ id }, { tx }) => tx.one<{ id: string; version: number }>(sql`select id, version from worksheets.loads where commune = ${tx.commune} and entry_id = ${id}::uuid and state = 'applied'`),
  },
]
