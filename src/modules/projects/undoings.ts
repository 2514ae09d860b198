import type { Undoing } from '#platform/actions'
import { sql } from '#platform/database'

/** What the history of projects can take back. */
export const projectUndoings: readonly Undoing[] = [
  { of: ['project-curve-set'], action: 'projects.undo-planned-curve', says: 'Vuelve a regir la programación anterior, si la hubo.', reason: true, newest: true, input: async ({ record: { id } }) => ({ id }) },
  {
    of: ['projects-imported'], action: 'projects.undo-import', says: 'Se deshace la carga entera de la lista, no sólo este proyecto: los nuevos dejan de estar y los cambiados vuelven a lo que eran.', reason: true,
    input: ({ id }, { tx }) => tx.one<{ id: string; version: number }>(sql`select id, version from projects.imports where commune = ${tx.commune} and entry_id = ${id}::uuid and state = 'loaded'`),
  },
]
