import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { Access, Periodicity, Topic } from '../contract.ts'

export type DatasetRow = {
  id: string; code: string; title: string; topic: Topic; description: string; publisher: string; source_link: string; licence: string; universe: string; method: string; unit_note: string; geography: string; population_base: string
  periodicity: Periodicity; unit_id: string | null; unit_name: string | null; next_expected_on: Day | null; quality: string; contact: string; access: Access; shared: boolean; retired_on: Day | null; author_id: string; version: number
}
export type DatasetFields = Pick<DatasetRow, 'code' | 'title' | 'topic' | 'description' | 'publisher' | 'licence' | 'universe' | 'method' | 'geography' | 'periodicity' | 'quality' | 'contact' | 'access'> & { sourceLink: string; unitNote: string; populationBase: string; unitId: string | null; nextExpectedOn: Day | null }

const COLUMNS = sql`d.id, d.code, d.title, d.topic, d.description, d.publisher, d.source_link, d.licence, d.universe, d.method, d.unit_note, d.geography, d.population_base, d.periodicity, d.unit_id, u.name as unit_name,
  d.next_expected_on, d.quality, d.contact, d.access, d.shared, d.retired_on, d.author_id, d.version`
const FROM = sql`statistics.datasets d left join registry.units u on u.commune = d.commune and u.id = d.unit_id`

/** Data sets as they stand: drafts only for their author (the fence of the table says so). */
export const datasetStore = (tx: Tx) => ({
  get: (id: string) => tx.one<DatasetRow>(sql`select ${COLUMNS} from ${FROM} where d.commune = ${tx.commune} and d.id = ${id}`),
  byCode: (code: string) => tx.one<DatasetRow>(sql`select ${COLUMNS} from ${FROM} where d.commune = ${tx.commune} and d.code = ${code}`),
  byIds: (ids: readonly string[]) => tx.all<DatasetRow>(sql`select ${COLUMNS} from ${FROM} where d.commune = ${tx.commune} and d.id = any (${ids as string[]}::uuid[])`),
  hold: (id: string) => tx.one<DatasetRow>(sql`select ${COLUMNS} from ${FROM} where d.commune = ${tx.commune} and d.id = ${id} for update of d`),
  /** Those known by then, retired ones included when asked. */
  known: (knownSeq: number) => tx.all<DatasetRow>(sql`select ${COLUMNS} from ${FROM} join evidence.posted p on p.commune = d.commune and p.entry_id = d.entry_id and p.seq <= ${knownSeq}
    where d.commune = ${tx.commune} order by platform.sort_key(d.title) collate "C", d.id`),
  add: (id: string, given: DatasetFields, authorId: string, entryId: string) => tx.run(sql`insert into statistics.datasets
    (commune, id, code, title, topic, description, publisher, source_link, licence, universe, method, unit_note, geography, population_base, periodicity, unit_id, next_expected_on, quality, contact, access, author_id, entry_id)
    values (${tx.commune}, ${id}, ${given.code}, ${given.title}, ${given.topic}, ${given.description}, ${given.publisher}, ${given.sourceLink}, ${given.licence}, ${given.universe}, ${given.method}, ${given.unitNote}, ${given.geography},
      ${given.populationBase}, ${given.periodicity}, ${given.unitId}, ${given.nextExpectedOn}, ${given.quality}, ${given.contact}, ${given.access}, ${authorId}, ${entryId})`),
  change: (id: string, given: DatasetFields) => tx.run(sql`update statistics.datasets set code = ${given.code}, title = ${given.title}, topic = ${given.topic}, description = ${given.description}, publisher = ${given.publisher},
    source_link = ${given.sourceLink}, licence = ${given.licence}, universe = ${given.universe}, method = ${given.method}, unit_note = ${given.unitNote}, geography = ${given.geography}, population_base = ${given.populationBase},
    periodicity = ${given.periodicity}, unit_id = ${given.unitId}, next_expected_on = ${given.nextExpectedOn}, quality = ${given.quality}, contact = ${given.contact}, access = ${given.access}, version = version + 1
    where commune = ${tx.commune} and id = ${id}`),
  mark: (id: string, change: { shared?: boolean; retiredOn?: Day | null; nextExpectedOn?: Day | null; populationBase?: string }) => tx.run(sql`update statistics.datasets set shared = coalesce(${change.shared ?? null}, shared),
    retired_on = ${change.retiredOn === undefined ? sql`retired_on` : sql`${change.retiredOn}::date`}, next_expected_on = ${change.nextExpectedOn === undefined ? sql`next_expected_on` : sql`${change.nextExpectedOn}::date`},
    population_base = coalesce(${change.populationBase ?? null}, population_base), version = version + 1 where commune = ${tx.commune} and id = ${id}`),
})
