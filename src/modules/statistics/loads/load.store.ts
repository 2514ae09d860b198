import { sql, type Tx } from '#platform/database'
import type { LoadPreview, LoadState } from './load-contract.ts'

export type LoadRow = {
  id: string; dataset_id: string; dataset_title: string; file_hash: string; file_name: string; recipe: string; recipe_version: number | null; state: LoadState; period: string; reason: string; preview: LoadPreview | null
  version_number: number | null; account_id: string; started_at: string; entry_id: string; version: number
}
const COLUMNS = sql`l.id, l.dataset_id, d.title as dataset_title, l.file_hash, l.file_name, l.recipe, l.recipe_version, l.state, l.period, l.reason, l.preview, l.version_number, l.account_id, l.started_at, l.entry_id, l.version`
const FROM = sql`statistics.loads l join statistics.datasets d on d.commune = l.commune and d.id = l.dataset_id`
type Change = { state?: LoadState; recipe?: string; recipeVersion?: number | null; preview?: LoadPreview; period?: string; reason?: string; number?: number; entryId?: string }

export const loadStore = (tx: Tx) => ({
  get: (id: string) => tx.one<LoadRow>(sql`select ${COLUMNS} from ${FROM} where l.commune = ${tx.commune} and l.id = ${id}`),
  hold: (id: string) => tx.one<LoadRow>(sql`select ${COLUMNS} from ${FROM} where l.commune = ${tx.commune} and l.id = ${id} for update of l`),
  list: () => tx.all<Omit<LoadRow, 'preview'>>(sql`select l.id, l.dataset_id, d.title as dataset_title, l.file_hash, l.file_name, l.recipe, l.recipe_version, l.state, l.period, l.reason, l.version_number, l.account_id, l.started_at, l.entry_id, l.version
    from ${FROM} where l.commune = ${tx.commune} and l.state <> 'cancelled' order by l.started_at desc limit 100`),
  add: (row: { id: string; datasetId: string; fileHash: string; fileName: string; accountId: string; at: string; entryId: string }) => tx.run(sql`insert into statistics.loads (commune, id, dataset_id, file_hash, file_name, account_id, started_at, entry_id)
    values (${tx.commune}, ${row.id}, ${row.datasetId}, ${row.fileHash}, ${row.fileName}, ${row.accountId}, ${row.at}, ${row.entryId})`),
  note: (id: string, change: Change) => tx.run(sql`update statistics.loads set state = coalesce(${change.state ?? null}, state), recipe = coalesce(${change.recipe ?? null}, recipe), recipe_version = coalesce(${change.recipeVersion ?? null}::int, recipe_version),
    preview = coalesce(${change.preview ? JSON.stringify(change.preview) : null}::jsonb, preview), period = coalesce(${change.period ?? null}, period), reason = coalesce(${change.reason ?? null}, reason), version_number = coalesce(${change.number ?? null}::int, version_number),
    entry_id = coalesce(${change.entryId ?? null}::uuid, entry_id), version = version + 1 where commune = ${tx.commune} and id = ${id}`),
})
