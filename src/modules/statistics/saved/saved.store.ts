import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type SavedRow = {
  id: string; dataset_id: string; dataset_title: string; title: string; note: string; search: string; look: string; pinned: number | null; shared: boolean; author_id: string; retired: boolean; changed_on: Day; version: number
}
export type NewSaved = Pick<SavedRow, 'id' | 'dataset_id' | 'title' | 'note' | 'search' | 'look' | 'pinned' | 'shared' | 'author_id' | 'changed_on'>

const COLUMNS = sql`s.id, s.dataset_id, d.title as dataset_title, s.title, s.note, s.search, s.look, s.pinned, s.shared, s.author_id, s.retired, s.changed_on, s.version`
const FROM = sql`statistics.saved_tables s join statistics.datasets d on d.commune = s.commune and d.id = s.dataset_id`

/** Saved tables: the reader's own and those of the office (the fence of the table says so). */
export const savedStore = (tx: Tx) => ({
  list: () => tx.all<SavedRow>(sql`select ${COLUMNS} from ${FROM} where s.commune = ${tx.commune} and not s.retired order by platform.sort_key(s.title) collate "C", s.id limit 2000`),
  get: (id: string) => tx.one<SavedRow>(sql`select ${COLUMNS} from ${FROM} where s.commune = ${tx.commune} and s.id = ${id}`),
  byIds: (ids: readonly string[]) => tx.all<SavedRow>(sql`select ${COLUMNS} from ${FROM} where s.commune = ${tx.commune} and s.id = any (${ids as string[]}::uuid[])`),
  hold: (id: string) => tx.one<SavedRow>(sql`select ${COLUMNS} from ${FROM} where s.commune = ${tx.commune} and s.id = ${id} for update of s`),
  add: (row: NewSaved, entryId: string) => tx.run(sql`insert into statistics.saved_tables (commune, id, dataset_id, title, note, search, look, pinned, shared, author_id, changed_on, entry_id)
    values (${tx.commune}, ${row.id}, ${row.dataset_id}, ${row.title}, ${row.note}, ${row.search}, ${row.look}, ${row.pinned}, ${row.shared}, ${row.author_id}, ${row.changed_on}, ${entryId})`),
  change: (id: string, { title, note, shared, retired, on }: { title?: string; note?: string; shared?: boolean; retired?: boolean; on: Day }) => tx.run(sql`update statistics.saved_tables set title = coalesce(${title ?? null}, title), note = coalesce(${note ?? null}, note),
    shared = coalesce(${shared ?? null}, shared), retired = coalesce(${retired ?? null}, retired), changed_on = ${on}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
})
