import { randomUUID } from 'node:crypto'
import { sql, type Tx } from '#platform/database'
import type { JobRequest } from '#platform/actions'
import { jobInterrupted, keptProblem } from './problems.ts'

export type JobRow = { id: string; kind: string; title: string; account_id: string; input: unknown; state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'; progress: number; message: string; result: unknown; problem: unknown; cancel_requested: boolean; attempts: number; created_at: string; finished_at: string | null; slot: string | null }
/** A run of a job: who was taken over by another attempt may no longer write. */
export type JobRun = { readonly id: string; readonly attempts: number }
const COLUMNS = sql`id, kind, title, account_id, input, state, progress, message, result, problem, cancel_requested, attempts, created_at, finished_at, slot`
/** A running job without a sign of life for this long belongs to a worker that died. */
const DEAD_AFTER = sql`interval '2 minutes'`
const MAX_ATTEMPTS = 3

/** The queue's table. Times are the machine's: a fixed demonstration clock must not freeze the queue. */
export const jobStore = (tx: Tx) => {
  const ofRun = ({ id, attempts }: JobRun) => sql`commune = ${tx.commune} and id = ${id} and state = 'running' and attempts = ${attempts}`
  return {
    /** Queues a job. A slot names a scheduled run: when it is taken, the job that has it is returned and nothing is made. */
    add: async (accountId: string, job: JobRequest & { slot?: string }): Promise<{ id: string; made: boolean }> => {
      const id = randomUUID()
      const made = await tx.run(sql`insert into platform.jobs (commune, id, kind, title, account_id, input, slot) values (${tx.commune}, ${id}, ${job.kind}, ${job.title}, ${accountId}, ${JSON.stringify(job.input ?? null)}::jsonb, ${job.slot ?? null}) on conflict (commune, slot) do nothing`)
      if (made) return { id, made: true }
      const holder = await tx.one<{ id: string }>(sql`select id from platform.jobs where commune = ${tx.commune} and slot = ${job.slot ?? ''}`)
      return { id: holder?.id ?? id, made: false }
    },
    get: (id: string) => tx.one<JobRow>(sql`select ${COLUMNS} from platform.jobs where commune = ${tx.commune} and id = ${id}`),
    recent: (size: number) => tx.all<JobRow>(sql`select ${COLUMNS} from platform.jobs where commune = ${tx.commune} order by created_at desc limit ${size}`),
    /** The next job: the oldest that waits (patient kinds after all others), or one whose worker died. What died too often is given up. */
    take: async (patient: readonly string[] = []): Promise<JobRow | undefined> => {
      await tx.run(sql`update platform.jobs set state = 'failed', problem = ${JSON.stringify(keptProblem(jobInterrupted({ attempts: MAX_ATTEMPTS })))}::jsonb, finished_at = now()
        where commune = ${tx.commune} and state = 'running' and heartbeat_at < now() - ${DEAD_AFTER} and attempts >= ${MAX_ATTEMPTS}`)
      return tx.one<JobRow>(sql`
        update platform.jobs set state = 'running', started_at = now(), heartbeat_at = now(), attempts = attempts + 1
        where commune = ${tx.commune} and id = (select id from platform.jobs where commune = ${tx.commune} and (state = 'waiting' or (state = 'running' and heartbeat_at < now() - ${DEAD_AFTER})) order by (kind = any (${[...patient]})), created_at limit 1 for update skip locked)
        returning ${COLUMNS}`)
    },
    /** Tells progress (or only life, without `told`); undefined when the run was taken over. */
    beat: (run: JobRun, told?: { share: number; message: string }) =>
      tx.one<{ cancel_requested: boolean }>(sql`update platform.jobs set heartbeat_at = now() ${told ? sql`, progress = ${told.share}, message = ${told.message}` : sql``} where ${ofRun(run)} returning cancel_requested`),
    finish: (run: JobRun, state: 'done' | 'failed' | 'cancelled', result: unknown, problem: unknown) =>
      tx.run(sql`update platform.jobs set state = ${state}, result = ${JSON.stringify(result ?? null)}::jsonb, problem = ${JSON.stringify(problem ?? null)}::jsonb, finished_at = now(), progress = case when ${state} = 'done' then 1 else progress end where ${ofRun(run)}`),
    /** Does anybody else wait? */
    others: async ({ id }: JobRun, patient: readonly string[]): Promise<boolean> => (await tx.one<{ n: number }>(sql`select 1 as n from platform.jobs where commune = ${tx.commune} and state = 'waiting' and id <> ${id} and not (kind = any (${[...patient]})) limit 1`)) !== undefined,
    /** Gives a job back unharmed: the program is closing. */
    giveBack: (run: JobRun) => tx.run(sql`update platform.jobs set state = 'waiting', attempts = attempts - 1, heartbeat_at = null where ${ofRun(run)}`),
    /** Running jobs of a process that is surely gone (whoever holds the data folder is alone). */
    reclaim: () => tx.run(sql`update platform.jobs set state = 'waiting' where commune = ${tx.commune} and state = 'running' and attempts < ${MAX_ATTEMPTS}`),
    cancel: (id: string) =>
      tx.run(sql`update platform.jobs set cancel_requested = true, finished_at = case when state = 'waiting' then now() end, state = case when state = 'waiting' then 'cancelled' else state end where commune = ${tx.commune} and id = ${id} and state in ('waiting', 'running')`),
  }
}
