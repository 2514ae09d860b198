import type { Day, Visibility } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { HoldingKind, Topic } from '../contract.ts'

export type HoldingRow = { id: string; kind: HoldingKind; title: string; topic: Topic; publisher: string; territory: string; year_from: number | null; year_to: number | null; description: string; file_hash: string | null; file_name: string | null; link: string; visibility: Visibility; updated_on: Day }
type NewHolding = Omit<HoldingRow, 'file_name'>
const COLUMNS = sql`h.id, h.kind, h.title, h.topic, h.publisher, h.territory, h.year_from, h.year_to, h.description, h.file_hash, f.name as file_name, h.link, h.visibility, h.updated_on`
const FROM = sql`statistics.holdings h left join evidence.files f on f.commune = h.commune and f.hash = h.file_hash`

/** What the office holds besides data sets; the label of each says who sees it. */
export const holdingStore = (tx: Tx) => ({
  known: (knownSeq: number) => tx.all<HoldingRow>(sql`select ${COLUMNS} from ${FROM} join evidence.posted p on p.commune = h.commune and p.entry_id = h.entry_id and p.seq <= ${knownSeq}
    where h.commune = ${tx.commune} and not exists (select from evidence.posted r where r.commune = h.commune and r.entry_id = h.retired_entry and r.seq <= ${knownSeq}) order by platform.sort_key(h.title) collate "C", h.id`),
  get: (id: string) => tx.one<HoldingRow>(sql`select ${COLUMNS} from ${FROM} where h.commune = ${tx.commune} and h.id = ${id} and h.retired_entry is null`),
  byIds: (ids: readonly string[]) => tx.all<HoldingRow>(sql`select ${COLUMNS} from ${FROM} where h.commune = ${tx.commune} and h.id = any (${ids as string[]}::uuid[])`),
  add: (row: NewHolding, entryId: string) => tx.run(sql`insert into statistics.holdings (commune, id, kind, title, topic, publisher, territory, year_from, year_to, description, file_hash, link, visibility, updated_on, entry_id)
    values (${tx.commune}, ${row.id}, ${row.kind}, ${row.title}, ${row.topic}, ${row.publisher}, ${row.territory}, ${row.year_from}, ${row.year_to}, ${row.description}, ${row.file_hash}, ${row.link}, ${row.visibility}, ${row.updated_on}, ${entryId})`),
  retire: (id: string, entryId: string) => tx.run(sql`update statistics.holdings set retired_entry = ${entryId}, version = version + 1 where commune = ${tx.commune} and id = ${id} and retired_entry is null`),
})
