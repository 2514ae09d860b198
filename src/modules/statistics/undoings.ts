import type { Undoing } from '#platform/actions'
import { sql } from '#platform/database'

/** What the history of a data set can take back. */
export const statisticsUndoings: readonly Undoing[] = [
  {
    of: ['version-withdrawn'], action: 'statistics.restore-version', says: 'La versión vuelve a usarse; su retiro se sigue viendo a su fecha.', reason: false,
    input: ({ id }, { tx }) => tx.one<{ id: string }>(sql`select version_id as id from statistics.withdrawals where commune = ${tx.commune} and entry_id = ${id}::uuid`),
  },
  {
    of: ['version-loaded'], action: 'statistics.undo-load', says: 'La versión que trajo la carga deja de usarse; el archivo sigue guardado.', reason: true,
    input: ({ id }, { tx }) => tx.one<{ id: string; version: number }>(sql`select id, version from statistics.loads where commune = ${tx.commune} and entry_id = ${id}::uuid and state = 'loaded'`),
  },
]
