import { randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { Actor, Visibility } from '#kernel'
import { asOfNow, notAllowed, notFound, parseInput, type ReadContext, readContext, runAction, scopeOf } from '#platform/actions'
import { type ApiOptions, clientAddress, decoded, demandCsrf, demandSession, rateLimit, readBytes, readJson } from '#platform/http'
import { newToken, tokenHash } from '#platform/identity'
import { fileRows } from '#evidence'
import { behindLink, handOver, linkHref, requestToWrite, requestWorkbook, uploadStore, workbookFacts } from '#requests'
import { z } from 'zod'
import type { Configuration } from '../configuration.ts'
import { requests } from '../modules.ts'
import type { System } from '../system.ts'

const MAX_EVIDENCE = 15 * 1024 * 1024
/** So that a link cannot fill the disk. */
const MOST_UPLOADS = 60
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const INSIDE: readonly Visibility[] = ['public', 'internal']
const Target = z.union([z.object({ commune: z.string().regex(/^\d{5}$/), token: z.string().regex(/^\d{5}\.[\w-]{43}$/) }), z.object({ request: z.uuid() })])
type Target = z.output<typeof Target>
const safeName = (text: string): string => text.replace(/[\u0000-\u001f/\\]/g, ' ').trim().slice(0, 180) || 'archivo'

/** Files of a request, in and out, for a session or for who has its link; and what is taken by hand instead of mail. The token travels in a header, never in an address. */
export const requestRoutes = (app: Hono, system: System, options: ApiOptions, configuration: Configuration): void => {
  const limit = rateLimit()
  const targetOf = (context: Context): Target => {
    const token = context.req.header('x-request-link')
    return parseInput(Target, token ? { commune: token.slice(0, 5), token } : { request: context.req.query('request') }, 'Archivo de una solicitud')
  }
  /** Who asks and for which request. A link is its own key; a session needs its mark to write. */
  const actorFor = async (context: Context, target: Target, writes: boolean): Promise<Actor> => {
    if ('token' in target) {
      limit(`request-file ${clientAddress(context, options.behindProxy)}`, 30)
      return options.anonymous(target.commune)
    }
    const session = await demandSession(options, context)
    if (writes) demandCsrf(session, context)
    limit(`request-file ${session.actor.accountId}`, 60)
    return session.actor
  }
  const reading = <T>(actor: Actor, work: (read: ReadContext) => Promise<T>): Promise<T> => system.database.read(scopeOf(actor), (tx) => work(readContext(system.services, tx, actor, asOfNow(system.clock))))
  const rowFor = async (read: ReadContext, target: Target) => {
    if (!('token' in target)) return (await requestToWrite(read, target.request)).row
    const { row, used } = await behindLink(read, target)
    if (used) throw notFound({ what: 'la solicitud' })
    return row
  }

  app.post('/api/requests/evidence', async (context) => {
    const target = targetOf(context)
    const actor = await actorFor(context, target, true)
    const { row, count } = await reading(actor, async (read) => { const found = await rowFor(read, target); return { row: found, count: await uploadStore(read.tx).count(found.id) } })
    if (count >= MOST_UPLOADS) throw notAllowed({ title: 'Subir más archivos a esta solicitud' })
    const bytes = await readBytes(context, MAX_EVIDENCE, '15 MB')
    const name = safeName(decoded(context.req.header('x-file-name') ?? '') ?? '')
    const { hash, size } = await system.services.files.put(bytes)
    const mediaType = (context.req.header('content-type') ?? 'application/octet-stream').slice(0, 120)
    const at = system.clock.now().toISOString()
    await system.database.write({ ...scopeOf(actor), clearances: INSIDE }, async (tx) => {
      await fileRows(tx).add({ hash, name, mediaType, size, visibility: 'internal', uploadedBy: actor.accountId, at })
      await uploadStore(tx).add({ requestId: row.id, hash, name, at })
    })
    return context.json({ hash, name, size, mediaType })
  })
  app.get('/api/requests/workbook', async (context) => {
    const target = targetOf(context)
    const actor = await actorFor(context, target, false)
    const facts = await reading(actor, async (read) => workbookFacts(read, await rowFor(read, target)))
    const bytes = await requestWorkbook(facts)
    const name = safeName(`${facts.title} - ${facts.unitName}.xlsx`)
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': MEDIA, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
  })
  app.post('/api/requests/hand-over', async (context) => {
    const session = await demandSession(options, context)
    demandCsrf(session, context)
    limit(`hand-over ${session.actor.accountId}`, 60)
    const { requestId } = parseInput(z.object({ requestId: z.uuid() }), await readJson(context), 'Entregar un enlace')
    if (!requests.actions.issueLink.allowed(session.actor)) throw notAllowed({ title: requests.actions.issueLink.title })
    const { messageId, letter } = await reading(session.actor, (read) => handOver(read, requestId))
    const token = `${session.actor.commune}.${newToken()}`
    // No idempotency key: an answer kept there would keep the token.
    const { result } = await runAction<{ expiresOn: string }>(system.services, session.actor, requests.actions.issueLink, { id: randomUUID(), requestId, tokenHash: tokenHash(token), messageId })
    const base = (configuration.publicAddress ?? new URL(context.req.url).origin).replace(/\/$/, '')
    return context.json({ result: { ...(await letter(`${base}${linkHref(token)}`)), expiresOn: result.expiresOn } })
  })
  // Pages of links are for nobody's index, whatever asks for them.
  app.use('/responder/*', async (context, next) => {
    await next()
    context.header('x-robots-tag', 'noindex, nofollow, noarchive')
    context.header('referrer-policy', 'no-referrer')
    context.header('cache-control', 'no-store')
  })
}
