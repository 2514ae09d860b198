import { sql, type Tx } from '#platform/database'

export type MonthState = 'open' | 'in-review' | 'closed' | 'reopened'
export type MonthRow = { month: number; version: number; state: MonthState; reason: string; recorded_at: string }

/** States of the months of a year: rows are added, the newest known wins; a month without rows is open. */
export const monthStore = (tx: Tx) => ({
  states: async (year: number, knownSeq: number): Promise<ReadonlyMap<number, MonthRow>> => {
    const rows = await tx.all<MonthRow>(sql`
      select distinct on (s.month) s.month, s.version, s.state, s.reason, p.recorded_at
      from budget.month_states s join evidence.posted p on p.commune = s.commune and p.entry_id = s.entry_id
      where s.commune = ${tx.commune} and s.year = ${year} and p.seq <= ${knownSeq}
      order by s.month, s.version desc`)
    return new Map(rows.map((row) => [row.month, row]))
  },
  add: (row: { year: number; month: number; version: number; state: MonthState; reason: string; accountId: string; entryId: string }) => tx.run(sql`
    insert into budget.month_states (commune, year, month, version, state, reason, account_id, entry_id)
    values (${tx.commune}, ${row.year}, ${row.month}, ${row.version}, ${row.state}, ${row.reason}, ${row.accountId}, ${row.entryId})`),
})
