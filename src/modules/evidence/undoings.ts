import type { Undoing } from '#platform/actions'
import { sql } from '#platform/database'

/** What the history of adopted folders can take back. */
export const evidenceUndoings: readonly Undoing[] = [
  {
    of: ['folder-adopted'], action: 'evidence.undo-adoption', says: 'Los documentos de la carpeta dejan de estar, desde ahora, en los registros. Los archivos siguen guardados.', reason: true,
    input: ({ id }, { tx }) => tx.one<{ id: string; version: number }>(sql`select id, version from evidence.adoptions where commune = ${tx.commune} and batch = ${id}::uuid and state = 'adopted'`),
  },
]
