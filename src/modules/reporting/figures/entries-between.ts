import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type EntryLine = { readonly seq: number; readonly recorded_at: string; readonly summary: string }
/** Names of entries that move no figure: the report's own work. */
const OWN = ['report-started', 'section-saved', 'section-marked', 'dates-pinned', 'report-sent-to-review', 'report-returned', 'report-approved', 'report-reopened', 'report-commented', 'report-comment-resolved', 'report-issue-requested', 'report-issued', 'report-delivered', 'delivery-undone']

/** Entries after one ledger number and up to another, oldest first, without those of reports; the newest `limit`. */
export const entriesBetween = async (tx: Tx, after: number, until: number, limit = 4000): Promise<EntryLine[]> =>
  (await tx.all<EntryLine>(sql`select seq, recorded_at, summary from evidence.entries
    where commune = ${tx.commune} and seq > ${after} and seq <= ${until} and name <> all (${OWN}) order by seq desc limit ${limit}`)).reverse()

/** Days in Santiago on which entries were recorded after one ledger number and up to another, with the last number and the count of each. */
export const recordedDays = (tx: Tx, after: number, until: number): Promise<{ day: Day; seq: number; entries: number; summary: string }[]> =>
  tx.all(sql`select (recorded_at at time zone 'America/Santiago')::date as day, max(seq) as seq, count(*)::int as entries, (array_agg(summary order by seq desc))[1] as summary from evidence.entries
    where commune = ${tx.commune} and seq > ${after} and seq <= ${until} and name <> all (${OWN}) group by 1 order by 2`)
