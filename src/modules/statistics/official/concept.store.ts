import type { Day } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'
import type { ActKind, Use } from '../contract.ts'
import type { SeriesPoint } from './read-series.ts'

export type ConceptRow = { id: string; code: string; title: string; definition: string; unit: string; decimals: number; reconciliation: string; version: number }
export type SourceRow = { id: string; concept_id: string; dataset_id: string; title: string; measure: string; codes: Record<string, string> }
export type OfficialRow = {
  id: string; concept_id: string; period: string; value: number; act_kind: ActKind; act_number: string; act_on: Day; source_id: string | null; version_id: string | null; codes: Record<string, string> | null; file_hash: string | null; note: string
  adopted_office: string; effective_on: Day; recorded_at: string; seq: number; source_title: string | null; dataset_id: string | null; version_number: number | null
}
export type Dates = { readonly knownSeq: number; readonly on: Day }
const CONCEPT = sql`c.id, c.code, c.title, c.definition, c.unit, c.decimals, c.reconciliation, c.version`
type ConceptFields = Omit<ConceptRow, 'id' | 'version'>

/** Concepts and their sources as they stand; preferences, values and adoptions as facts at two dates. */
export const conceptStore = (tx: Tx) => ({
  all: (knownSeq: number) => tx.all<ConceptRow>(sql`select ${CONCEPT} from statistics.concepts c join evidence.posted p on p.commune = c.commune and p.entry_id = c.entry_id and p.seq <= ${knownSeq} where c.commune = ${tx.commune} order by platform.sort_key(c.title) collate "C", c.id`),
  get: (id: string) => tx.one<ConceptRow>(sql`select ${CONCEPT} from statistics.concepts c where c.commune = ${tx.commune} and c.id = ${id}`),
  byIds: (ids: readonly string[]) => tx.all<ConceptRow>(sql`select ${CONCEPT} from statistics.concepts c where c.commune = ${tx.commune} and c.id = any (${ids as string[]}::uuid[])`),
  byCode: (code: string) => tx.one<ConceptRow>(sql`select ${CONCEPT} from statistics.concepts c where c.commune = ${tx.commune} and c.code = ${code}`),
  hold: (id: string) => tx.one<ConceptRow>(sql`select ${CONCEPT} from statistics.concepts c where c.commune = ${tx.commune} and c.id = ${id} for update`),
  add: (id: string, given: ConceptFields, entryId: string) => tx.run(sql`insert into statistics.concepts (commune, id, code, title, definition, unit, decimals, reconciliation, entry_id)
    values (${tx.commune}, ${id}, ${given.code}, ${given.title}, ${given.definition}, ${given.unit}, ${given.decimals}, ${given.reconciliation}, ${entryId})`),
  change: (id: string, given: ConceptFields) => tx.run(sql`update statistics.concepts set code = ${given.code}, title = ${given.title}, definition = ${given.definition}, unit = ${given.unit}, decimals = ${given.decimals}, reconciliation = ${given.reconciliation}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
  /** Sources in use then; the fence of data sets hides those of drafts. */
  sources: (knownSeq: number) => tx.all<SourceRow>(sql`select s.id, s.concept_id, s.dataset_id, s.title, s.measure, s.codes from statistics.concept_sources s join evidence.posted p on p.commune = s.commune and p.entry_id = s.entry_id and p.seq <= ${knownSeq}
    join statistics.datasets d on d.commune = s.commune and d.id = s.dataset_id
    where s.commune = ${tx.commune} and not exists (select from evidence.posted r where r.commune = s.commune and r.entry_id = s.retired_entry and r.seq <= ${knownSeq}) order by p.seq, s.id`),
  source: (id: string) => tx.one<SourceRow>(sql`select id, concept_id, dataset_id, title, measure, codes from statistics.concept_sources where commune = ${tx.commune} and id = ${id} and retired_entry is null`),
  sourcesOfDataset: (datasetId: string) => tx.all<SourceRow>(sql`select id, concept_id, dataset_id, title, measure, codes from statistics.concept_sources where commune = ${tx.commune} and dataset_id = ${datasetId} and retired_entry is null order by id`),
  addSource: (row: SourceRow, entryId: string) => tx.run(sql`insert into statistics.concept_sources (commune, id, concept_id, dataset_id, title, measure, codes, entry_id) values (${tx.commune}, ${row.id}, ${row.concept_id}, ${row.dataset_id}, ${row.title}, ${row.measure}, ${JSON.stringify(row.codes)}::jsonb, ${entryId})`),
  retireSource: (id: string, entryId: string) => tx.run(sql`update statistics.concept_sources set retired_entry = ${entryId} where commune = ${tx.commune} and id = ${id} and retired_entry is null`),
  addValues: (sourceId: string, versionId: string, points: readonly SeriesPoint[], entryId: string) => insertMany(tx, 'statistics.concept_values', [
    { name: 'commune', type: 'text', values: points.map(() => tx.commune) }, { name: 'source_id', type: 'uuid', values: points.map(() => sourceId) }, { name: 'version_id', type: 'uuid', values: points.map(() => versionId) },
    { name: 'period', type: 'text', values: points.map(({ period }) => period) }, { name: 'value', type: 'float8', values: points.map(({ value }) => value) }, { name: 'entry_id', type: 'uuid', values: points.map(() => entryId) },
  ], 'on conflict do nothing'),
  /** What versions say, by source. */
  values: (versionIds: readonly string[]) => tx.all<{ source_id: string; version_id: string; period: string; value: number }>(sql`select source_id, version_id, period, value from statistics.concept_values where commune = ${tx.commune} and version_id = any (${versionIds as string[]}::uuid[]) order by source_id, period`),
  /** The source preferred for each use then: the last word counts. */
  preferences: (knownSeq: number) => tx.all<{ concept_id: string; use: Use; source_id: string; note: string }>(sql`select distinct on (f.concept_id, f.use) f.concept_id, f.use, f.source_id, f.note from statistics.preferences f
    join evidence.posted p on p.commune = f.commune and p.entry_id = f.entry_id and p.seq <= ${knownSeq} where f.commune = ${tx.commune} order by f.concept_id, f.use, p.seq desc`),
  prefer: (row: { id: string; conceptId: string; use: Use; sourceId: string; note: string }, entryId: string) => tx.run(sql`insert into statistics.preferences (commune, id, concept_id, use, source_id, note, entry_id) values (${tx.commune}, ${row.id}, ${row.conceptId}, ${row.use}, ${row.sourceId}, ${row.note}, ${entryId})`),
  /** Every adoption known then, the newest first. */
  adoptions: ({ knownSeq, on }: Dates, conceptId?: string) => tx.all<OfficialRow>(sql`select o.id, o.concept_id, o.period, o.value, o.act_kind, o.act_number, o.act_on, o.source_id, o.version_id, o.codes, o.file_hash, o.note, o.adopted_office, o.effective_on, p.recorded_at, p.seq::float8 as seq, s.title as source_title, s.dataset_id, v.number as version_number
    from statistics.official_figures o join evidence.posted p on p.commune = o.commune and p.entry_id = o.entry_id and p.seq <= ${knownSeq} left join statistics.concept_sources s on s.commune = o.commune and s.id = o.source_id left join statistics.dataset_versions v on v.commune = o.commune and v.id = o.version_id
    where o.commune = ${tx.commune} and o.effective_on <= ${on} ${conceptId ? sql`and o.concept_id = ${conceptId}` : sql``} order by p.seq desc`),
  adopt: (row: Omit<OfficialRow, 'recorded_at' | 'seq' | 'source_title' | 'dataset_id' | 'version_number'> & { adopted_by: string }, entryId: string) => tx.run(sql`insert into statistics.official_figures
    (commune, id, concept_id, period, value, act_kind, act_number, act_on, source_id, version_id, codes, file_hash, note, adopted_by, adopted_office, effective_on, entry_id)
    values (${tx.commune}, ${row.id}, ${row.concept_id}, ${row.period}, ${row.value}, ${row.act_kind}, ${row.act_number}, ${row.act_on}, ${row.source_id}, ${row.version_id}, ${row.codes ? JSON.stringify(row.codes) : null}::jsonb, ${row.file_hash}, ${row.note}, ${row.adopted_by}, ${row.adopted_office}, ${row.effective_on}, ${entryId})`),
})
