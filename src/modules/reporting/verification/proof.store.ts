import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type ProofRow = { report_id: string; edition: number; fingerprint: string; verification_code: string; title: string; issued_on: Day; mode: 'final' | 'reservations'; replaces: number | null; hashes: string[]; replaced_by: number | null }
const COLUMNS = sql`r.report_id, r.edition, r.fingerprint, r.verification_code, r.title, r.issued_on, r.mode, r.replaces, r.hashes,
  (select min(n.edition) from reporting.proofs n where n.commune = r.commune and n.report_id = r.report_id and n.edition > r.edition) as replaced_by`

/** The public face of editions: readable by anybody of the commune's address, without contents. */
export const proofStore = (tx: Tx) => ({
  all: () => tx.all<ProofRow>(sql`select ${COLUMNS} from reporting.proofs r join evidence.posted p on p.commune = r.commune and p.entry_id = r.entry_id where r.commune = ${tx.commune} order by r.issued_on desc, r.edition desc`),
  find: (by: { code?: string; fingerprint?: string; hash?: string }) => tx.one<ProofRow>(sql`
    select ${COLUMNS} from reporting.proofs r join evidence.posted p on p.commune = r.commune and p.entry_id = r.entry_id
    where r.commune = ${tx.commune} and (r.verification_code = ${by.code ?? ''} or r.fingerprint = ${by.fingerprint ?? ''} or ${by.hash ?? ''} = any (r.hashes))
    order by r.edition desc limit 1`),
})
