import type { Absence, Unit } from '#kernel'
import { sql, type Tx } from '#platform/database'

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
