import { type Database, type Scope, sql, type Tx } from '#platform/database'
import { lineStore } from '../lines/line.store.ts'
import { movementStore } from '../movements/movement.store.ts'

/** Rows in one statement: the embedded engine has one connection. */
const PAGE = 1000
const SYSTEM = '00000000-0000-4000-8000-000000000000'

export type Swept = { readonly movements: number; readonly lines: number; /** Lines that a later load uses: they take the entry that first moved them. */ readonly adopted: number; /** Loads left half way, now stopped. */ readonly loads: number }
export type SweepAnswer = Swept | 'busy'

/**
 * Whoever stages works in a job. Unless the caller is alone with the data, the queue stands still while one page goes, and nothing goes
 * while any job runs: a job thought dead may still post what it staged.
 */
const demandQuiet = async (tx: Tx, alone: boolean): Promise<boolean> => {
  if (alone) return true
  await tx.run(sql`lock table platform.jobs in share row exclusive mode`)
  return !(await tx.one<{ running: boolean }>(sql`select true as running from platform.jobs where commune = ${tx.commune} and state = 'running' limit 1`))
}
/**
 * Erases what loads staged in the budget and never posted (decision 0002), in short steps, and stops the loads that nobody will finish.
 * Posted facts cannot go: their trigger refuses. `alone` says that nobody else can be writing (the folder's lock). Answers 'busy', and what
 * was left stays for the next time, when a job is running.
 */
export const sweepUnposted = async (database: Database, commune: string, { alone }: { readonly alone: boolean }): Promise<SweepAnswer> => {
  const scope: Scope = { commune, accountId: SYSTEM, clearances: ['public', 'council', 'internal', 'restricted'] }
  const step = (work: (tx: Tx) => Promise<number>) => database.write(scope, async (tx) => ((await demandQuiet(tx, alone)) ? work(tx) : -1))
  const swept = { movements: 0, lines: 0, adopted: 0, loads: 0 }
  const left = (table: 'movements' | 'lines') => database.read(scope, (tx) => tx.all<{ entry_id: string }>(sql`select distinct t.entry_id from ${sql.table(`budget.${table}`)} t where t.commune = ${tx.commune} and not exists (select from evidence.entries e where e.commune = t.commune and e.id = t.entry_id)`))
  for (const { entry_id: entryId } of await left('movements')) {
    for (let gone = PAGE; gone === PAGE; swept.movements += gone) {
      gone = await step((tx) => movementStore(tx).eraseUnposted(entryId, PAGE))
      if (gone < 0) return 'busy'
    }
  }
  for (const { entry_id: entryId } of await left('lines')) {
    const adopted = await step((tx) => tx.run(sql`
      update budget.lines l set entry_id = first.entry_id from (
        select distinct on (m.line_id) m.line_id, m.entry_id from budget.lines o join budget.movements m on m.commune = o.commune and m.line_id = o.id join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
        where o.commune = ${tx.commune} and o.entry_id = ${entryId} order by m.line_id, p.seq) first
      where l.commune = ${tx.commune} and l.id = first.line_id`))
    if (adopted < 0) return 'busy'
    swept.adopted += adopted
    for (let gone = PAGE; gone === PAGE; swept.lines += gone) {
      gone = await step((tx) => lineStore(tx).eraseUnposted(entryId, PAGE))
      if (gone < 0) return 'busy'
    }
  }
  const loads = await step((tx) => tx.run(sql`
    update budget.imports i set state = 'cancelled', version = version + 1 where i.commune = ${tx.commune} and i.state = 'staged'
      and not exists (select from platform.jobs j where j.commune = i.commune and j.kind = 'budget.load-balance' and j.state in ('waiting', 'running') and j.input ->> 'id' = i.id::text)`))
  return loads < 0 ? 'busy' : { ...swept, loads }
}
