import { sql, type Tx } from '#platform/database'
import type { Dates } from '../official/concept.store.ts'
import type { TargetView } from './indicator-contract.ts'

type NewTarget = Omit<TargetView, 'recordedAt'> & { readonly indicator: string }
/** Targets are facts: the last one known and in force at both dates counts. */
export const targetStore = (tx: Tx) => ({
  all: ({ knownSeq, on }: Dates, indicator?: string) => tx.all<TargetView & { indicator: string }>(sql`select t.id, t.indicator, t.value, t.by_year as "byYear", t.source, t.link, t.effective_on as "effectiveOn", p.recorded_at as "recordedAt" from statistics.indicator_targets t
    join evidence.posted p on p.commune = t.commune and p.entry_id = t.entry_id and p.seq <= ${knownSeq} where t.commune = ${tx.commune} and t.effective_on <= ${on} ${indicator ? sql`and t.indicator = ${indicator}` : sql``} order by t.effective_on desc, p.seq desc`),
  add: (row: NewTarget, entryId: string) => tx.run(sql`insert into statistics.indicator_targets (commune, id, indicator, value, by_year, source, link, effective_on, entry_id)
    values (${tx.commune}, ${row.id}, ${row.indicator}, ${row.value}, ${row.byYear}, ${row.source}, ${row.link}, ${row.effectiveOn}, ${entryId})`),
})
