import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type PracticeRow = { id: string; key: string; value: number; reason: string; accountId: string; on: Day; seq: number }

export const practiceStore = (tx: Tx) => ({
  /** Changes of some habits known by then and in force on a day, the newest first. */
  changes: (keys: readonly string[], { knownSeq, on }: { readonly knownSeq: number; readonly on: Day }) => tx.all<PracticeRow>(sql`
    select t.id, t.key, t.value, t.reason, t.account_id as "accountId", p.effective_on as "on", p.seq from registry.practices t join evidence.posted p on p.commune = t.commune and p.entry_id = t.entry_id
    where t.commune = ${tx.commune} and t.key = any (${keys as string[]}::text[]) and p.seq <= ${knownSeq} and p.effective_on <= ${on} order by p.seq desc`),
  add: (row: Pick<PracticeRow, 'id' | 'key' | 'value' | 'reason' | 'accountId'> & { entryId: string }) =>
    tx.run(sql`insert into registry.practices (commune, id, key, value, reason, account_id, entry_id) values (${tx.commune}, ${row.id}, ${row.key}, ${row.value}, ${row.reason}, ${row.accountId}, ${row.entryId})`),
})
