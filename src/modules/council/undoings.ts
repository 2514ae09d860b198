import { randomUUID } from 'node:crypto'
import type { Undoing } from '#platform/actions'
import { sql, type Tx } from '#platform/database'
import { councilStore } from './sessions/session.store.ts'

/** The entry of the last step of a request or of a commitment: only that one is still how things are. */
const lastStep = async (tx: Tx, id: string): Promise<string | undefined> => (await tx.one<{ entry: string }>(sql`
  select s.entry_id as entry from (select commune, request_id as of, entry_id from council.request_events union all select commune, commitment_id, entry_id from council.commitment_events) s
  join evidence.posted p on p.commune = s.commune and p.entry_id = s.entry_id where s.commune = ${tx.commune} and s.of = ${id}::uuid order by p.seq desc limit 1`))?.entry

/** What the histories of the Concejo can take back. */
export const councilUndoings: readonly Undoing[] = [
  {
    of: ['commitment-kept'], action: 'council.reopen-commitment', says: 'El compromiso queda otra vez pendiente, con su plazo.', reason: true, newest: true,
    input: async ({ id, record }, { tx }) => ((await lastStep(tx, record.id)) === id ? { id: randomUUID(), commitment: record.id } : undefined),
  },
  {
    of: ['council-request-answered'], action: 'council.reopen-request', says: 'La solicitud queda otra vez por contestar, con su plazo.', reason: true, newest: true,
    input: async ({ id, record }, { tx }) => ((await lastStep(tx, record.id)) === id ? { id: randomUUID(), request: record.id } : undefined),
  },
  {
    of: ['folder-document-put'], action: 'council.withdraw-from-folder', says: 'El antecedente sale de la carpeta. Si ya se envió, no se retira.', reason: true,
    input: async ({ record, facts }, context) => {
      const session = (await councilStore(context.tx).all(Number.MAX_SAFE_INTEGER)).find(({ id }) => id === record.id)
      return session && session.heldOn >= context.today && typeof facts['document'] === 'string' ? { document: facts['document'] } : undefined
    },
  },
]
