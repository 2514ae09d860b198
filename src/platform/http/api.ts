import { timingSafeEqual } from 'node:crypto'
import type { Actor } from '#kernel'
import { type Context, Hono } from 'hono'
import { type AnyAction, type AnyQuery, csrfRefused, type ModuleDefinition, notFound, notSignedIn, runAction, runQuery, type Services } from '#platform/actions'
import { asOfFrom } from './as-of.ts'
import { readJson } from './body.ts'
import { readCookie, SESSION_COOKIE } from './cookies.ts'
import { answerHeaders } from './headers.ts'
import { hostCheck } from './host.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { refuseCrossSite } from './origin.ts'
import { answerProblem, type LogDefect } from './problem-answer.ts'
import { keyTooLong, passwordDue } from './problems.ts'
import { rateLimit } from './rate-limit.ts'

export type HttpSession = { readonly actor: Actor; readonly csrf: string; readonly tokenHash: string; readonly mustChange?: boolean }
export type ApiOptions = {
  readonly services: Services
  readonly modules: readonly ModuleDefinition[]
  readonly sessionOf: (token: string) => Promise<HttpSession | undefined>
  /** Who an unsigned visitor is in the named commune. */
  readonly anonymous: (commune: string) => Actor
  readonly secure: boolean
  /** Names, besides the loopback ones, by which this server is asked. */
  readonly hosts?: readonly string[]
  /** A proxy stands in front: its X-Forwarded-For says who calls. Never believed otherwise. */
  readonly behindProxy?: boolean
  readonly log: LogDefect
}
/** The one action open to a session with a temporary password. */
const CHANGE_PASSWORD = 'identity.change-password'

/** Address of the caller: of the socket, or the last one the trusted proxy added. */
export const clientAddress = (context: Context, behindProxy = false): string => {
  const forwarded = behindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const env = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return forwarded || (env?.incoming?.socket?.remoteAddress ?? 'local')
}
export const sessionFrom = (options: ApiOptions, context: Context): Promise<HttpSession | undefined> => {
  const token = readCookie(context.req.header('cookie'), SESSION_COOKIE)
  return token ? options.sessionOf(token) : Promise.resolve(undefined)
}
/** The open session; refused without one, and with a temporary password still to be changed. */
export const demandSession = async (options: ApiOptions, context: Context): Promise<HttpSession> => {
  const session = await sessionFrom(options, context)
  if (!session) throw notSignedIn({})
  if (session.mustChange) throw passwordDue({})
  return session
}
/** Writing needs the mark of the session: a form of another site cannot know it. */
export const demandCsrf = (session: HttpSession, context: Context): void => {
  const sent = Buffer.from(context.req.header('x-csrf') ?? '')
  const expected = Buffer.from(session.csrf)
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) throw csrfRefused({})
}
const sessionFor = async (options: ApiOptions, context: Context, definition: AnyAction | AnyQuery): Promise<HttpSession | undefined> => {
  const session = await sessionFrom(options, context)
  if (!session && !definition.anonymous) throw notSignedIn({})
  if (session?.mustChange && !definition.anonymous && definition.name !== CHANGE_PASSWORD) throw passwordDue({})
  return session
}
const keyFrom = (context: Context): string | undefined => {
  const key = context.req.header('idempotency-key')
  if (key && !/^[\x21-\x7e]{1,200}$/.test(key)) throw keyTooLong({})
  return key
}

/** Every action and query of every module under /api, with its session, marks, limits, problems and headers. */
export const apiOver = (options: ApiOptions): Hono => {
  const app = new Hono()
  const limit = rateLimit()
  const inTurn = oneAtATime()
  const checkHost = hostCheck(options.hosts ?? [])
  const headers = answerHeaders(options.secure)
  const json = { ...headers, 'content-type': 'application/json', 'cache-control': 'no-store' }
  /** Answers that already carry the headers: most of them, made in one go. */
  const complete = new WeakSet<Response>()
  const answerJson = (answer: unknown): Response => {
    const response = new Response(JSON.stringify(answer ?? null), { headers: json })
    complete.add(response)
    return response
  }
  app.use('*', async (context, next) => {
    checkHost(context)
    refuseCrossSite(context, options.behindProxy ?? false)
    await next()
    if (complete.has(context.res)) return
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
    if (context.req.path.startsWith('/api/') && !context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
  })
  app.onError((error, context) => {
    const answer = answerProblem(context, error, options.log)
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
    return answer
  })
  app.notFound((context) => answerProblem(context, notFound({ what: 'esa dirección' }), options.log))
  const visitor = (commune: unknown): Actor => options.anonymous(typeof commune === 'string' && /^\d{5}$/.test(commune) ? commune : '')

  const addQuery = (query: AnyQuery) =>
    app.get(`/api/${query.name.replace('.', '/')}`, async (context) => {
      const parameters = context.req.query()
      const session = await sessionFor(options, context, query)
      if (!session) limit(`q ${clientAddress(context, options.behindProxy)}`, 120)
      const actor = session?.actor ?? visitor(parameters['commune'])
      return answerJson(await runQuery(options.services, actor, query, parameters, asOfFrom(parameters, options.services.clock)))
    })
  const addAction = (action: AnyAction) =>
    app.post(`/api/${action.name.replace('.', '/')}`, async (context) => {
      const session = await sessionFor(options, context, action)
      if (session) demandCsrf(session, context)
      limit(`${action.name} ${session?.actor.accountId ?? clientAddress(context, options.behindProxy)}`, action.perMinute ?? (action.anonymous ? 20 : 120))
      const input = await readJson(context)
      const actor = session?.actor ?? visitor(input['commune'])
      const sent = keyFrom(context)
      if (!sent) return answerJson(await runAction(options.services, actor, action, input))
      const key = `${actor.accountId}:${sent}`
      // The second of a double submit waits for the first and finds its answer kept.
      return answerJson(await inTurn(`${actor.commune} ${key}`, () => runAction(options.services, actor, action, input, { key })))
    })
  for (const module of options.modules) {
    for (const query of module.queries ?? []) addQuery(query)
    for (const action of module.actions ?? []) addAction(action)
  }
  return app
}
