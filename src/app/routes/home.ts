import { formatInstant } from '#kernel'
import type { Hono } from 'hono'
import { readContext, scopeOf } from '#platform/actions'
import { type ApiOptions, asOfFrom, demandSession } from '#platform/http'
import { homeOf } from '../home/home.ts'
import type { System } from '../system.ts'

/** «Mi trabajo»: what I owe and until when, first thing on the screen. */
export const homeRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  app.get('/api/home', async (context) => {
    const session = await demandSession(options, context)
    const asOf = asOfFrom(context.req.query(), system.clock)
    const hour = Number(formatInstant(system.clock.now()).slice(12, 14))
    const home = await system.database.read(scopeOf(session.actor), (tx) => homeOf(readContext(system.services, tx, session.actor, asOf), hour))
    context.header('cache-control', 'no-store')
    return context.json(home)
  })
}
