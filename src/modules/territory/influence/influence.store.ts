import { sql, type Tx } from '#platform/database'
import type { InfluenceMethod, InfluenceResult } from './influence.ts'

export type InfluenceRow = { id: string; title: string; method: InfluenceMethod; result: InfluenceResult; project_id: string | null; recorded_at: string }
const COLUMNS = sql`i.id, i.title, i.method, i.result, i.project_id, p.recorded_at`
const FROM = sql`territory.influences i join evidence.posted p on p.commune = i.commune and p.entry_id = i.entry_id`
export const influenceStore = (tx: Tx) => ({
  get: (id: string) => tx.one<InfluenceRow>(sql`select ${COLUMNS} from ${FROM} where i.commune = ${tx.commune} and i.id = ${id}`),
  byIds: (ids: readonly string[]) => tx.all<InfluenceRow>(sql`select ${COLUMNS} from ${FROM} where i.commune = ${tx.commune} and i.id = any (${ids as string[]}::uuid[])`),
  list: (knownSeq: number) => tx.all<InfluenceRow>(sql`select ${COLUMNS} from ${FROM} where i.commune = ${tx.commune} and p.seq <= ${knownSeq} order by p.seq desc`),
  add: (row: Omit<InfluenceRow, 'recorded_at'>, given: { authorId: string; entryId: string }) => tx.run(sql`insert into territory.influences (commune, id, title, method, result, project_id, author_id, entry_id)
    values (${tx.commune}, ${row.id}, ${row.title}, ${JSON.stringify(row.method)}::jsonb, ${JSON.stringify(row.result)}::jsonb, ${row.project_id}, ${given.authorId}, ${given.entryId})`),
})
