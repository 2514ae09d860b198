import type { Undoing } from '#platform/actions'
import { sql } from '#platform/database'

/** What the history of the plan can take back. */
export const planUndoings: readonly Undoing[] = [
  {
    of: ['plan-node-retired'], action: 'plan.restore-node', says: 'El elemento vuelve al plan, con su historia; el retiro se sigue viendo a su fecha.', reason: false, newest: true,
    input: async ({ id: entry, record: { id } }, { tx }) => ((await tx.one(sql`select id from plan.nodes where commune = ${tx.commune} and id = ${id} and retired_entry = ${entry}::uuid`)) ? { id } : undefined),
  },
  {
    of: ['indicator-retired'], action: 'plan.restore-indicator', says: 'El indicador vuelve al plan, con sus mediciones; el retiro se sigue viendo a su fecha.', reason: false, newest: true,
    input: async ({ id: entry, record: { id } }, { tx }) => ((await tx.one(sql`select id from plan.indicators where commune = ${tx.commune} and id = ${id} and retired_entry = ${entry}::uuid`)) ? { id } : undefined),
  },
  {
    of: ['plan-imported'], action: 'plan.undo-import', says: 'Se deshace la carga entera: el plan en borrador y todo lo que trajo dejan de estar. El documento sigue guardado.', reason: true,
    input: ({ id }, { tx }) => tx.one<{ id: string; version: number }>(sql`select id, version from plan.imports where commune = ${tx.commune} and entry_id = ${id}::uuid and state = 'loaded'`),
  },
]
