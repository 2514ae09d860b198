import type { ReadContext, Undoing, UndoableEntry } from '#platform/actions'
import { incomingStore } from './incoming/incoming.store.ts'
import { actStore } from './acts/act.store.ts'
import type { ActState } from './contract.ts'

/** The act with its mark, while it is where the entry left it. */
const actIn = (state: ActState) => async ({ record: { id } }: UndoableEntry, { tx }: ReadContext) => {
  const act = await actStore(tx).get(id)
  return act?.state === state ? { id, version: act.version } : undefined
}
/** What the histories of acts and of received documents can take back. */
export const correspondenceUndoings: readonly Undoing[] = [
  {
    of: ['incoming-closed'], action: 'correspondence.reopen-incoming', says: 'El documento queda otra vez pendiente, con su plazo.', reason: true, newest: true,
    input: async ({ record: { id } }, { tx }) => {
      const row = await incomingStore(tx).get(id)
      return row?.state === 'closed' ? { id, version: row.version } : undefined
    },
  },
  { of: ['act-draft-deleted'], action: 'correspondence.restore-draft', says: 'El borrador vuelve a quien lo redactaba, como estaba.', reason: false, newest: true, input: actIn('deleted') },
  { of: ['act-signed'], action: 'correspondence.withdraw-signature', says: 'El acto espera otra vez su firma. El ejemplar subido queda entre sus documentos y no acredita nada.', reason: true, newest: true, input: actIn('to-notify') },
  { of: ['act-notified'], action: 'correspondence.withdraw-notification', says: 'La notificación deja de contar, y lo que el acto respondía queda otra vez por responder.', reason: true, input: async ({ facts }) => (typeof facts['notification'] === 'string' ? { notification: facts['notification'] } : undefined) },
]
