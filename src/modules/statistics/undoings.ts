import type { Undoing } from '#platform/actions'
import { sql } from '#platform/database'

/** What the history of a data set can take back. */
export const statisticsUndoings: readonly Undoing[] = [
  {
    of: ['version-withdrawn'], action: 'statistics.restore-version', says: 'La versión vuelve a usarse; su retiro se sigue viendo a su fecha.', reason: false,
    input: ({ id }, { tx }) => tx.one<{ id: string }>(sql`select version_id as id from statistics.withdrawals where commune = ${tx.commune} and entry_id = ${id}::uuid`),
  },
]
