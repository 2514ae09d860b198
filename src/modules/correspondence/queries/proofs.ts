import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type ActProof = { act_id: string; fingerprint: string; verification_code: string; title: string; issued_on: Day; hashes: string[]; state: 'issued' | 'annulled' }
const COLUMNS = sql`f.act_id, f.fingerprint, f.verification_code, f.title, f.issued_on,
  coalesce((select array_agg(r.hash) from correspondence.renditions r where r.commune = f.commune and r.act_id = f.act_id and not exists (select from correspondence.withdrawn_copies w where w.commune = r.commune and w.act_id = r.act_id and w.hash = r.hash)), '{}') as hashes,
  case when exists (select from correspondence.events e where e.commune = f.commune and e.act_id = f.act_id and e.name = 'act-number-annulled') then 'annulled' else 'issued' end as state`

/** The public face of issued acts: number, date and fingerprint, never the contents. */
export const actProofs = (tx: Tx) => ({
  all: () => tx.all<ActProof>(sql`select ${COLUMNS} from correspondence.proofs f join evidence.posted p on p.commune = f.commune and p.entry_id = f.entry_id where f.commune = ${tx.commune} order by f.issued_on desc`),
  find: (by: { code?: string; fingerprint?: string; hash?: string }) => tx.one<ActProof>(sql`select ${COLUMNS} from correspondence.proofs f join evidence.posted p on p.commune = f.commune and p.entry_id = f.entry_id
    where f.commune = ${tx.commune} and (f.verification_code = ${by.code ?? ''} or f.fingerprint = ${by.fingerprint ?? ''} or exists (select from correspondence.renditions r where r.commune = f.commune and r.act_id = f.act_id and r.hash = ${by.hash ?? ''} and not exists (select from correspondence.withdrawn_copies w where w.commune = r.commune and w.act_id = r.act_id and w.hash = r.hash))) limit 1`),
})
