import type { Absence } from '#kernel'
import type { Database, Scope } from '#platform/database'
import { addObservations, sourceRows } from '#evidence'
import type { DemoFacts } from '../../../demo/index.ts'
import { steadyId } from './people.ts'
import type { Timeline } from './timeline.ts'

/** What the publisher writes instead of a number, as a named absence. */
const absenceOf = (state: string | undefined): Absence | undefined => (state === undefined ? undefined : /no aplica|sin servicio/i.test(state) ? 'not-applicable' : 'no-data')

/** Real published series (SINIM, INE…), each with its source. */
export const loadObservations = async (database: Database, scope: Scope, facts: DemoFacts, timeline: Timeline): Promise<void> => {
  if (facts.observations.length === 0) return
  const commune = facts.commune.code
  const entryId = timeline.add({ id: steadyId(commune, 'entry', 'observations'), action: 'evidence.load-observations', accountId: scope.accountId, recordedAt: '2024-12-26T12:00:00-03:00', effectiveOn: '2024-12-26', draft: { name: 'observations-loaded', summary: `Se cargaron ${facts.observations.length} valores publicados`, facts: { rows: facts.observations.length } } })
  const sources = [...new Set(facts.observations.map(({ source }) => source))]
  const idOf = (source: string) => steadyId(commune, 'source', source)
  await database.write(scope, async (tx) => {
    for (const source of sources) await sourceRows(tx).add({ id: idOf(source), kind: 'dataset', title: source, visibility: 'public', entryId })
    await addObservations(tx, facts.observations.map((row) => ({ series: row.series, period: String(row.year), title: row.title, value: row.value, absence: row.value === null ? (absenceOf(row.state) ?? 'no-data') : undefined, text: row.text, unit: row.unit, sourceId: idOf(row.source) })), entryId)
  })
}
