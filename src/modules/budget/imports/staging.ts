import { type JobContext, scopeOf } from '#platform/actions'
import { DatabaseError } from '#platform/database'
import { type LineColumns, lineStore } from '../lines/line.store.ts'
import { addBalanceMovements, movementStore } from '../movements/movement.store.ts'
import type { LoadTold } from './apart/balance-task.ts'
import { CHUNK } from './apart/work-apart.ts'

/** A server takes larger bites, several at a time; the embedded engine has one connection that others wait for. */
export const paceOf = (kind: 'embedded' | 'server') => (kind === 'server' ? { chunk: 8000, hands: 3 } : { chunk: CHUNK, hands: 1 })
const REPEATED = '23505'

/** New lines are nobody's yet, and are written without asking; when one turns out to be there, its chunk is written again, keeping it. */
const stageLines = async (job: JobContext, part: LineColumns, entryId: string): Promise<void> => {
  const add = (clash: 'refuse' | 'keep') => job.database.stage(scopeOf(job.actor), (tx) => lineStore(tx).addOfBalance(part, entryId, clash))
  await add('refuse').catch((error) => {
    if (error instanceof DatabaseError && error.code === REPEATED) return add('keep')
    throw error
  })
}

/** Writes lines and movements of a plan under its entry id in short transactions. Nobody sees them until the entry is posted. */
export const stage = async (job: JobContext, entryId: string, plan: LoadTold): Promise<void> => {
  let from = 0
  const steps = [
    ...plan.lineChunks.map((part) => ({ count: part.count, run: () => stageLines(job, part, entryId) as Promise<unknown> })),
    ...plan.movementChunks.map((part) => {
      const at = from
      from += part.count
      return { count: part.count, run: () => job.database.stage(scopeOf(job.actor), (tx) => addBalanceMovements(tx, part, entryId, at)) as Promise<unknown> }
    }),
  ]
  const total = steps.reduce((sum, { count }) => sum + count, 0)
  let staged = 0
  const hand = async (): Promise<void> => {
    for (let step = steps.shift(); step; step = steps.shift()) {
      await step.run()
      staged += step.count
      await job.progress(0.4 + (0.55 * staged) / Math.max(1, total), `Preparando filas: ${staged} de ${total}`)
    }
  }
  const careful = () => hand().catch((error) => {
    steps.length = 0
    throw error
  })
  // Whatever fails, nothing is still writing when the load is cleaned.
  const ends = await Promise.allSettled(Array.from({ length: paceOf(job.database.engine.kind).hands }, careful))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** Erases in short steps what a load staged and never posted. Posted facts refuse to go. */
export const eraseStaged = async (job: JobContext, entryId: string): Promise<void> => {
  const scope = scopeOf(job.actor)
  while ((await job.database.write(scope, (tx) => movementStore(tx).eraseUnposted(entryId, CHUNK))) > 0);
  while ((await job.database.write(scope, (tx) => lineStore(tx).eraseUnposted(entryId, CHUNK))) > 0);
}
