import type { Hono } from 'hono'
import { z } from 'zod'
import { parseInput, readContext, scopeOf } from '#platform/actions'
import { type ApiOptions, asOfFrom, demandSession } from '#platform/http'
import { reporting } from '../modules.ts'
import type { System } from '../system.ts'

const PageInput = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1), size: z.coerce.number().int().min(1).max(200).default(20) })
const RESERVED = new Set(['page', 'size', 'effectiveOn', 'knownOn'])

/** The sheet of any figure: value, method, law, the two dates, the records that add up to it. */
export const figureRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  app.get('/api/figures/*', async (context) => {
    const session = await demandSession(options, context)
    const parameters = context.req.query()
    const id = decodeURIComponent(context.req.path.slice('/api/figures/'.length))
    const page = parseInput(PageInput, parameters, 'Ficha de una cifra')
    const recipe = { id, parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => !RESERVED.has(name))), asOf: asOfFrom(parameters, system.clock) }
    const sheet = await system.database.read(scopeOf(session.actor), (tx) => reporting.figureSheet(readContext(system.services, tx, session.actor, recipe.asOf), recipe, page))
    context.header('cache-control', 'no-store')
    return context.json(sheet)
  })
}
