import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { ActState } from '../contract.ts'

export type ActEvent = { id: string; act_id: string; name: string; state_after: ActState; at: string; on_day: Day; account_id: string; office: string; post: string; reason: string; round: number }

/** The steps of acts, append-only. They exist from the moment their entry is posted. */
export const eventStore = (tx: Tx) => ({
  add: (event: ActEvent, entryId: string) => tx.run(sql`insert into correspondence.events (commune, id, act_id, name, state_after, at, on_day, account_id, office, post, reason, round, entry_id)
    values (${tx.commune}, ${event.id}, ${event.act_id}, ${event.name}, ${event.state_after}, ${event.at}, ${event.on_day}, ${event.account_id}, ${event.office}, ${event.post}, ${event.reason}, ${event.round}, ${entryId})`),
  of: (act: string, knownSeq: number, on: Day) => tx.all<ActEvent>(sql`select e.id, e.act_id, e.name, e.state_after, e.at, e.on_day, e.account_id, e.office, e.post, e.reason, e.round
    from correspondence.events e join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id
    where e.commune = ${tx.commune} and e.act_id = ${act} and p.seq <= ${knownSeq} and e.on_day <= ${on} order by p.seq`),
})
