import { type JobContext, scopeOf } from '#platform/actions'
import { sql, type Tx } from '#platform/database'

const MOST = 500
const unposted = (tx: Tx, entryId: string) => sql`t.commune = ${tx.commune} and t.entry_id = ${entryId} and not exists (select from evidence.posted p where p.commune = t.commune and p.entry_id = t.entry_id)`
const TABLES = ['evidence.edges', 'plan.targets', 'plan.baselines', 'plan.indicators', 'plan.nodes', 'plan.plans'] as const

/** Erases in short steps what a load of a plan staged and never posted; those that hang go before those that hold. */
export const eraseStagedPlan = async (job: JobContext, entryId: string): Promise<void> => {
  for (const table of TABLES) {
    // Nodes hold one another: what holds nothing goes, again and again, from the leaves to the axes.
    const leaf = (tx: Tx) => (table === 'plan.nodes' ? sql`and not exists (select from plan.nodes c where c.commune = t.commune and c.parent_id = t.id)` : sql``)
    const step = (tx: Tx) => tx.run(sql`delete from ${sql.table(table)} t where t.ctid in (select t.ctid from ${sql.table(table)} t where ${unposted(tx, entryId)} ${leaf(tx)} limit ${MOST})`)
    while ((await job.database.write(scopeOf(job.actor), step)) > 0);
  }
}
