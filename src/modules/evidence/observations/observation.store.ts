import type { Absence, Unit } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'

export type Observation = {
  series: string; period: string; title: string; value: number | null; absence: Absence | null; text: string; unit: Unit
  source_title: string; source_link: string | null; source_publisher: string | null
}
/** Recorded numbers with their source (series of SINIM, INE…). The newest known entry of a series and period wins. */
export const observationStore = (tx: Tx) => ({
  of: (series: readonly string[], knownSeq: number) =>
    tx.all<Observation>(sql`
      select distinct on (o.series, o.period) o.series, o.period, o.title, o.value, o.absence, o.text, o.unit, s.title as source_title, s.link as source_link, s.publisher as source_publisher
      from evidence.observations o
      join evidence.entries e on e.commune = o.commune and e.id = o.entry_id
      join evidence.sources s on s.commune = o.commune and s.id = o.source_id
      where o.commune = ${tx.commune} and o.series = any (${series as string[]}) and e.seq <= ${knownSeq}
      order by o.series, o.period, e.seq desc`),
})

export type NewObservation = { readonly series: string; readonly period: string; readonly title: string; readonly value: number | null; readonly absence?: Absence; readonly text: string; readonly unit: Unit; readonly sourceId: string }
/** Writes observations under an entry, one statement for all. Their sources exist already. */
export const addObservations = (tx: Tx, rows: readonly NewObservation[], entryId: string): Promise<number> => {
  const column = (name: string, type: string, value: (row: NewObservation) => unknown) => ({ name, type, values: rows.map(value) })
  return insertMany(tx, 'evidence.observations', [
    column('commune', 'text', () => tx.commune), column('series', 'text', ({ series }) => series), column('period', 'text', ({ period }) => period), column('title', 'text', ({ title }) => title),
    column('value', 'double precision', ({ value }) => value), column('absence', 'text', ({ absence }) => absence ?? null), column('text', 'text', ({ text }) => text), column('unit', 'text', ({ unit }) => unit),
    column('source_id', 'uuid', ({ sourceId }) => sourceId), column('entry_id', 'uuid', () => entryId),
  ])
}
