import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { VersionChanges } from '../contract.ts'
import type { Structure } from '../model/structure.ts'

export type VersionRow = {
  id: string; dataset_id: string; number: number; parquet_hash: string; rows: number; structure: Structure; file_hash: string | null; recipe: string; recipe_version: number | null
  period: string; effective_on: Day; reason: string; changes: VersionChanges | Record<string, never>; loaded_by: string; recorded_at: string; seq: number; entry_id: string
}
export type WithdrawalRow = { version_id: string; reason: string; recorded_at: string; seq: number; summary: string; entry_id: string }
export type Dates = { readonly knownSeq: number; readonly on: Day }
export type NewVersion = Omit<VersionRow, 'recorded_at' | 'seq' | 'entry_id'> & { source_id: string | null }

const COLUMNS = sql`v.id, v.dataset_id, v.number, v.parquet_hash, v.rows, v.structure, v.file_hash, v.recipe, v.recipe_version, v.period, v.effective_on, v.reason, v.changes, v.loaded_by, p.recorded_at, p.seq::float8 as seq, v.entry_id`
const FROM = sql`statistics.dataset_versions v join evidence.posted p on p.commune = v.commune and p.entry_id = v.entry_id`
const known = ({ knownSeq, on }: Dates) => sql`p.seq <= ${knownSeq} and v.effective_on <= ${on}`
/** Withdrawn by then, and the withdrawal not taken back by then. */
const standing = (knownSeq: number) => sql`not exists (select from statistics.withdrawals w join evidence.posted q on q.commune = w.commune and q.entry_id = w.entry_id and q.seq <= ${knownSeq}
  where w.commune = v.commune and w.version_id = v.id and not exists (select from evidence.posted u where u.commune = q.commune and u.undoes = q.seq and u.seq <= ${knownSeq}))`

/** Versions are facts: each question chooses by its two dates. */
export const versionStore = (tx: Tx) => ({
  /** The one in use then: the newest known, in force and not withdrawn. */
  latest: (datasetId: string, dates: Dates) => tx.one<VersionRow>(sql`select ${COLUMNS} from ${FROM} where v.commune = ${tx.commune} and v.dataset_id = ${datasetId} and ${known(dates)} and ${standing(dates.knownSeq)} order by v.number desc limit 1`),
  numbered: (datasetId: string, number: number, dates: Dates) => tx.one<VersionRow>(sql`select ${COLUMNS} from ${FROM} where v.commune = ${tx.commune} and v.dataset_id = ${datasetId} and v.number = ${number} and ${known(dates)} and ${standing(dates.knownSeq)}`),
  get: (id: string) => tx.one<VersionRow>(sql`select ${COLUMNS} from ${FROM} where v.commune = ${tx.commune} and v.id = ${id}`),
  /** Every version known then, the newest first, the withdrawn ones too. */
  all: (datasetId: string, dates: Dates) => tx.all<VersionRow>(sql`select ${COLUMNS} from ${FROM} where v.commune = ${tx.commune} and v.dataset_id = ${datasetId} and ${known(dates)} order by v.number desc`),
  /** The newest of each data set, without its structure: for lists. */
  newest: (dates: Dates) => tx.all<Pick<VersionRow, 'id' | 'dataset_id' | 'number' | 'rows' | 'period' | 'effective_on' | 'recorded_at' | 'loaded_by'>>(sql`select distinct on (v.dataset_id) v.id, v.dataset_id, v.number, v.rows, v.period, v.effective_on, p.recorded_at, v.loaded_by
    from ${FROM} where v.commune = ${tx.commune} and ${known(dates)} and ${standing(dates.knownSeq)} order by v.dataset_id, v.number desc`),
  /** Name of the original file of each version (when the reader may see it) and the load it came in. */
  filesOf: async (ids: readonly string[]) => new Map((await tx.all<{ id: string; name: string | null; load: string | null }>(sql`select v.id, f.name, l.id as load from statistics.dataset_versions v
    left join evidence.files f on f.commune = v.commune and f.hash = v.file_hash left join statistics.loads l on l.commune = v.commune and l.entry_id = v.entry_id
    where v.commune = ${tx.commune} and v.id = any (${ids as string[]}::uuid[])`)).map((row) => [row.id, row])),
  lastNumber: async (datasetId: string) => (await tx.one<{ last: number }>(sql`select coalesce(max(number), 0)::int as last from statistics.dataset_versions where commune = ${tx.commune} and dataset_id = ${datasetId}`))?.last ?? 0,
  withdrawals: (datasetId: string, knownSeq: number) => tx.all<WithdrawalRow>(sql`select w.version_id, w.reason, q.recorded_at, q.seq::float8 as seq, q.summary, w.entry_id from statistics.withdrawals w join statistics.dataset_versions v on v.commune = w.commune and v.id = w.version_id
    join evidence.entries q on q.commune = w.commune and q.id = w.entry_id and q.seq <= ${knownSeq} where w.commune = ${tx.commune} and v.dataset_id = ${datasetId}
    and not exists (select from evidence.posted u where u.commune = q.commune and u.undoes = q.seq and u.seq <= ${knownSeq})`),
  withdraw: (row: { id: string; versionId: string; reason: string; entryId: string }) => tx.run(sql`insert into statistics.withdrawals (commune, id, version_id, reason, entry_id) values (${tx.commune}, ${row.id}, ${row.versionId}, ${row.reason}, ${row.entryId})`),
  add: (row: NewVersion, entryId: string) => tx.run(sql`insert into statistics.dataset_versions (commune, id, dataset_id, number, parquet_hash, rows, structure, source_id, file_hash, recipe, recipe_version, period, effective_on, reason, changes, loaded_by, entry_id)
    values (${tx.commune}, ${row.id}, ${row.dataset_id}, ${row.number}, ${row.parquet_hash}, ${row.rows}, ${JSON.stringify(row.structure)}::jsonb, ${row.source_id}, ${row.file_hash}, ${row.recipe}, ${row.recipe_version}, ${row.period}, ${row.effective_on},
      ${row.reason}, ${JSON.stringify(row.changes)}::jsonb, ${row.loaded_by}, ${entryId})`),
})
