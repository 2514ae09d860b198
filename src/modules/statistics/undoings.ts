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
  {
    of: ['data-request-assigned', 'data-request-extended', 'data-request-answered', 'data-request-delivered', 'data-request-refused', 'data-request-cancelled', 'data-request-rated'], action: 'statistics.undo-request-step', says: 'La solicitud vuelve a como estaba antes de ese paso; los archivos siguen guardados.', reason: false, newest: true,
    input: ({ id }, { tx }) => tx.one<{ id: string }>(sql`select id from statistics.data_request_steps where commune = ${tx.commune} and entry_id = ${id}::uuid`),
  },
]
