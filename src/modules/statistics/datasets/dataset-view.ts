import { type Day, daysBetween } from '#kernel'
import type { ReadContext } from '#platform/actions'
import type { DatasetView } from '../contract.ts'
import type { DatasetRow } from './dataset.store.ts'

/** Days a data set is behind the date its next version was expected; 0 when it is not, or is no longer kept. */
export const overdueDays = ({ next_expected_on: expected, retired_on: retired }: Pick<DatasetRow, 'next_expected_on' | 'retired_on'>, today: Day): number =>
  expected !== null && retired === null && expected < today ? daysBetween(expected, today) : 0

export const datasetView = (row: DatasetRow, { actor, today }: Pick<ReadContext, 'actor' | 'today'>): DatasetView => ({
  id: row.id, code: row.code, title: row.title, topic: row.topic, description: row.description, publisher: row.publisher, sourceLink: row.source_link, licence: row.licence, universe: row.universe, method: row.method, unitNote: row.unit_note,
  geography: row.geography, populationBase: row.population_base, periodicity: row.periodicity, unitId: row.unit_id, unitName: row.unit_name, nextExpectedOn: row.next_expected_on, quality: row.quality, contact: row.contact, access: row.access,
  shared: row.shared, retiredOn: row.retired_on, mine: row.author_id === actor.accountId, version: row.version, overdueDays: overdueDays(row, today),
})
