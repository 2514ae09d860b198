import type { Hono } from 'hono'
import { asOfNow, type ReadContext, readContext, scopeOf } from '#platform/actions'
import { tokenHash } from '#platform/identity'
import { type ApiOptions, demandSession } from '#platform/http'
import { communeOfToken, feedStore } from '#calendar'
import type { Actor } from '#kernel'
import { calendar } from '../modules.ts'
import type { System } from '../system.ts'

const HEADERS = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

/**
 * The agenda of a person: a download with the session, and the secret address that phones read without one. The address answers the
 * same «no existe» for a token that was never made, was revoked or whose account no longer may read the calendar.
 */
export const agendaRoutes = (app: Hono, system: System, options: ApiOptions, actorOf: (commune: string, account: string) => Promise<Actor | undefined>, address?: string): void => {
  const write = (actor: Actor): Promise<string> => system.database.read(scopeOf(actor), (tx) => {
    const context: ReadContext = readContext(system.services, tx, actor, asOfNow(system.clock))
    return calendar.agenda(context, `Calendario legal · ${actor.name}`, address)
  })
  app.get('/api/agenda', async (context) => {
    const { actor } = await demandSession(options, context)
    if (!actor.permissions.has('calendar.read')) return context.text('Su cargo no lee el calendario.', 403)
    return context.body(await write(actor), 200, { ...HEADERS, 'content-disposition': 'attachment; filename="calendario-legal.ics"' })
  })
  app.get('/agenda/:file', async (context) => {
    const token = /^(.+)\.ics$/.exec(context.req.param('file'))?.[1] ?? ''
    const commune = communeOfToken(token)
    const account = commune && (await system.database.read({ commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: [] }, (tx) => feedStore(tx).account(tokenHash(token))))
    const actor = commune && account ? await actorOf(commune, account) : undefined
    if (!actor?.permissions.has('calendar.read')) return context.text('Esta dirección de agenda no existe o fue anulada.', 404, { 'cache-control': 'no-store' })
    return context.body(await write(actor), 200, HEADERS)
  })
}
