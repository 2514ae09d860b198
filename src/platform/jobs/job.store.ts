import { randomUUID } from 'node:crypto'
import { sql, type Tx } from '#platform/database'
import type { JobRequest } from '#platform/actions'

export type JobRow = { id: string; kind: string; title: string; account_id: string; input: unknown; state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'; progress: number; message: string; result: unknown; problem: unknown; cancel_requested: boolean; attempts: number; created_at: string; finished_at: string | null }
const COLUMNS = sql`id, kind, title, account_id, input, state, progress, message, result, problem, cancel_requested, attempts, created_at, finished_at`

/** The queue's table. Times are the machine's: a fixed demonstration clock must not freeze the queue. */
export const jobStore = (tx: Tx) => ({
  add: async (accountId: string, job: JobRequest & { slot?: string }): Promise<{ id: string }> => {
    const id = randomUUID()
    await tx.run(sql`insert into platform.jobs (commune, id, kind, title, account_id, input, slot) values (${tx.commune}, ${id}, ${job.kind}, ${job.title}, ${accountId}, ${JSON.stringify(job.input)}::jsonb, ${job.slot ?? null}) on conflict (commune, slot) do nothing`)
    return { id }
  },
  get: (id: string) => tx.one<JobRow>(sql`select ${COLUMNS} from platform.jobs where commune = ${tx.commune} and id = ${id}`),
  recent: (size: number) => tx.all<JobRow>(sql`select ${COLUMNS} from platform.jobs where commune = ${tx.commune} order by created_at desc limit ${size}`),
  take: () => tx.one<JobRow>(sql`
    update platform.jobs set state = 'running', started_at = now(), heartbeat_at = now(), attempts = attempts + 1
    where commune = ${tx.commune} and id = (select id from platform.jobs where commune = ${tx.commune} and (state = 'waiting' or (state = 'running' and heartbeat_at < now() - interval '2 minutes' and attempts < 3)) order by created_at limit 1 for update skip locked)
    returning ${COLUMNS}`),
  beat: (id: string, progress: number, message: string) => tx.one<{ cancel_requested: boolean }>(sql`update platform.jobs set progress = ${progress}, message = ${message}, heartbeat_at = now() where commune = ${tx.commune} and id = ${id} returning cancel_requested`),
  finish: (id: string, state: 'done' | 'failed' | 'cancelled', result: unknown, problem: unknown) =>
    tx.run(sql`update platform.jobs set state = ${state}, result = ${JSON.stringify(result ?? null)}::jsonb, problem = ${JSON.stringify(problem ?? null)}::jsonb, finished_at = now(), progress = case when ${state} = 'done' then 1 else progress end where commune = ${tx.commune} and id = ${id}`),
  cancel: (id: string) => tx.run(sql`update platform.jobs set cancel_requested = true, state = case when state = 'waiting' then 'cancelled' else state end where commune = ${tx.commune} and id = ${id} and state in ('waiting', 'running')`),
})
