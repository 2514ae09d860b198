import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type CommitmentRow = { readonly id: string; readonly sessionId: string | null; readonly words: string; readonly promisedOn: Day; readonly unitId: string; readonly until: Day }
export type CommitmentEventRow = { readonly commitmentId: string; readonly name: 'done' | 'moved' | 'handed' | 'reopened'; readonly on: Day; readonly until: Day | null; readonly unitId: string | null; readonly note: string; readonly fileHash: string | null }
const COLUMNS = sql`c.id, c.session_id as "sessionId", c.words, c.promised_on as "promisedOn", c.unit_id as "unitId", c.until`

export const commitmentStore = (tx: Tx) => ({
  list: (knownSeq: number, on: Day, ids?: readonly string[]) => tx.all<CommitmentRow>(sql`select ${COLUMNS} from council.commitments c join evidence.posted e on e.commune = c.commune and e.entry_id = c.entry_id
    where c.commune = ${tx.commune} and e.seq <= ${knownSeq} and c.promised_on <= ${on} ${ids ? sql`and c.id = any (${ids as string[]}::uuid[])` : sql``} order by c.until, c.words limit 1000`),
  /** The commitment, held by its name until the end of the action. */
  get: async (id: string) => {
    await tx.raw('select pg_advisory_xact_lock(hashtext($1))', [`council.commitment ${tx.commune} ${id}`])
    return tx.one<CommitmentRow>(sql`select ${COLUMNS} from council.commitments c where c.commune = ${tx.commune} and c.id = ${id}`)
  },
  events: (knownSeq: number, ids?: readonly string[]) => tx.all<CommitmentEventRow>(sql`select v.commitment_id as "commitmentId", v.name, v.happened_on as "on", v.until, v.unit_id as "unitId", v.note, v.file_hash as "fileHash"
    from council.commitment_events v join evidence.posted e on e.commune = v.commune and e.entry_id = v.entry_id where v.commune = ${tx.commune} and e.seq <= ${knownSeq} and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq}) ${ids ? sql`and v.commitment_id = any (${ids as string[]}::uuid[])` : sql``} order by e.seq`),
  add: (row: CommitmentRow & { entryId: string }) => tx.run(sql`insert into council.commitments (commune, id, session_id, words, promised_on, unit_id, until, entry_id) values (${tx.commune}, ${row.id}, ${row.sessionId}, ${row.words}, ${row.promisedOn}, ${row.unitId}, ${row.until}, ${row.entryId})`),
  happen: (row: { id: string; commitmentId: string; name: CommitmentEventRow['name']; on: Day; until?: Day | null; unitId?: string | null; note: string; fileHash?: string | null; entryId: string }) =>
    tx.run(sql`insert into council.commitment_events (commune, id, commitment_id, name, happened_on, until, unit_id, note, file_hash, entry_id) values (${tx.commune}, ${row.id}, ${row.commitmentId}, ${row.name}, ${row.on}, ${row.until ?? null}, ${row.unitId ?? null}, ${row.note}, ${row.fileHash ?? null}, ${row.entryId})`),
})
