import type { Hono } from 'hono'
import { z } from 'zod'
import { parseInput, readContext, scopeOf } from '#platform/actions'
import { type ApiOptions, asOfFrom, demandSession } from '#platform/http'
import { threadOf } from '#evidence'
import { modules } from '../modules.ts'
import type { System } from '../system.ts'

const Record = z.object({ kind: z.string().min(1).max(60), id: z.string().min(1).max(120) })

/** The thread of any record: it needs the kinds of every module, so the app composes it. */
export const threadRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const thread = threadOf(modules.flatMap(({ records }) => records ?? []))
  app.get('/api/evidence/thread', async (context) => {
    const session = await demandSession(options, context)
    const parameters = context.req.query()
    const record = parseInput(Record, parameters, 'Hilo de un registro')
    const asOf = asOfFrom(parameters, system.clock)
    const answer = await system.database.read(scopeOf(session.actor), (tx) => thread(record, readContext(system.services, tx, session.actor, asOf)))
    return context.json({ record: answer.record, steps: answer.steps.map(({ records, ...step }) => ({ ...step, items: records })) })
  })
}
