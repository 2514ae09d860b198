import { timingSafeEqual } from 'node:crypto'
import { type Actor, Problem } from '#kernel'
import { type Context, Hono } from 'hono'
import { csrfRefused, type ModuleDefinition, notFound, notSignedIn, runAction, runQuery, type Services, tooLarge } from '#platform/actions'
import { asOfFrom } from './as-of.ts'
import { readCookie, SESSION_COOKIE } from './cookies.ts'
import { securityHeaders, transportSecurity } from './headers.ts'
import { answerProblem, type LogDefect } from './problem-answer.ts'
import { rateLimit } from './rate-limit.ts'

export type HttpSession = { readonly actor: Actor; readonly csrf: string; readonly tokenHash: string }
export type ApiOptions = {
  readonly services: Services
  readonly modules: readonly ModuleDefinition[]
  readonly sessionOf: (token: string) => Promise<HttpSession | undefined>
  /** Who an unsigned visitor is in the named commune. */
  readonly anonymous: (commune: string) => Actor
  readonly secure: boolean
  readonly log: LogDefect
}
const MAX_JSON = 2_000_000

export const clientAddress = (context: Context): string => {
  const env = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return env?.incoming?.socket?.remoteAddress ?? 'local'
}
export const sessionFrom = (options: ApiOptions, context: Context): Promise<HttpSession | undefined> => {
  const token = readCookie(context.req.header('cookie'), SESSION_COOKIE)
  return token ? options.sessionOf(token) : Promise.resolve(undefined)
}
export const demandSession = async (options: ApiOptions, context: Context): Promise<HttpSession> => {
  const session = await sessionFrom(options, context)
  if (!session) throw notSignedIn({})
  return session
}
/** Writing needs the mark of the session: a form of another site cannot know it. */
export const demandCsrf = (session: HttpSession, context: Context): void => {
  const sent = Buffer.from(context.req.header('x-csrf') ?? '')
  const expected = Buffer.from(session.csrf)
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) throw csrfRefused({})
}
export const readJson = async (context: Context): Promise<unknown> => {
  if (Number(context.req.header('content-length') ?? 0) > MAX_JSON) throw tooLarge({ limit: '2 MB' })
  const text = await context.req.text()
  if (text.length > MAX_JSON) throw tooLarge({ limit: '2 MB' })
  if (!text) return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('entrada/no-es-json', 'input', 'No se entiende lo enviado', 'El cuerpo no es JSON.', 'Envíe JSON con codificación UTF-8.', undefined)
  }
}

/** Every action and query of every module under /api, with its session, marks, limits, problems and headers. */
export const apiOver = (options: ApiOptions): Hono => {
  const app = new Hono()
  const limit = rateLimit()
  app.use('*', async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value)
    if (options.secure) context.header('strict-transport-security', transportSecurity)
  })
  app.onError((error, context) => answerProblem(context, error, options.log))
  app.notFound((context) => answerProblem(context, notFound({ what: 'esa dirección' }), options.log))
  for (const module of options.modules) {
    for (const query of module.queries ?? []) {
      app.get(`/api/${query.name.replace('.', '/')}`, async (context) => {
        const parameters = context.req.query()
        const session = await sessionFrom(options, context)
        if (!session && !query.anonymous) throw notSignedIn({})
        const actor = session?.actor ?? options.anonymous(parameters['commune'] ?? '')
        if (!session) limit(`q ${clientAddress(context)}`, 120)
        const answer = await runQuery(options.services, actor, query, parameters, asOfFrom(parameters, options.services.clock))
        context.header('cache-control', 'no-store')
        return context.json(answer as object)
      })
    }
    for (const action of module.actions ?? []) {
      app.post(`/api/${action.name.replace('.', '/')}`, async (context) => {
        const session = await sessionFrom(options, context)
        if (!session && !action.anonymous) throw notSignedIn({})
        if (session) demandCsrf(session, context)
        limit(`${action.name} ${session?.actor.accountId ?? clientAddress(context)}`, action.perMinute ?? (action.anonymous ? 20 : 120))
        const input = await readJson(context)
        const actor = session?.actor ?? options.anonymous(String((input as { commune?: string }).commune ?? ''))
        const key = context.req.header('idempotency-key')
        const answer = await runAction(options.services, actor, action, input, key ? { key: `${actor.accountId}:${key}` } : {})
        return context.json(answer as object)
      })
    }
  }
  return app
}
