import type { Hono } from 'hono'
import { z } from 'zod'
import { notAllowed, notFound, parseInput, scopeOf } from '#platform/actions'
import { type ApiOptions, demandCsrf, demandSession, readJson } from '#platform/http'
import { jobStore } from '#platform/jobs'
import type { System } from '../system.ts'

const Id = z.object({ id: z.uuid() })

/** Progress and cancellation: of one's own jobs, or of any for those who operate the system. */
export const jobRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  app.get('/api/jobs/:id', async (context) => {
    const session = await demandSession(options, context)
    const { id } = parseInput(Id, { id: context.req.param('id') }, 'Trabajo')
    const job = await system.database.read(scopeOf(session.actor), (tx) => jobStore(tx).get(id))
    if (!job || (job.account_id !== session.actor.accountId && !session.actor.permissions.has('system.operate'))) throw notFound({ what: 'el trabajo' })
    const { input: _, account_id: __, cancel_requested: cancelRequested, created_at: createdAt, finished_at: finishedAt, ...shown } = job
    return context.json({ ...shown, cancelRequested, createdAt, finishedAt })
  })
  app.post('/api/jobs/cancel', async (context) => {
    const session = await demandSession(options, context)
    demandCsrf(session, context)
    const { id } = parseInput(Id, await readJson(context), 'Cancelar un trabajo')
    const job = await system.database.read(scopeOf(session.actor), (tx) => jobStore(tx).get(id))
    if (!job) throw notFound({ what: 'el trabajo' })
    if (job.account_id !== session.actor.accountId && !session.actor.permissions.has('system.operate')) throw notAllowed({ title: 'Cancelar el trabajo de otra persona' })
    await system.database.write(scopeOf(session.actor), (tx) => jobStore(tx).cancel(id))
    return context.json({ result: { id } })
  })
}
