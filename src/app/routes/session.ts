import { type Actor, isDay, today } from '#kernel'
import type { Hono } from 'hono'
import { z } from 'zod'
import { notAllowed, parseInput } from '#platform/actions'
import { clientAddress, demandCsrf, endedCookie, rateLimit, readCookie, readJson, SESSION_COOKIE, sessionCookie, sessionFrom, type ApiOptions } from '#platform/http'
import { communesInstalled, firstRun, FirstRunInput, SESSION_HOURS, type SessionBook, signIn, signOut } from '#registry'
import { type Configuration, isLoopback } from '../configuration.ts'
import type { System } from '../system.ts'
import { demoAccounts } from '../demo-accounts.ts'

const SignInInput = z.object({ commune: z.string().regex(/^\d{5}$/, 'Elija la comuna'), email: z.string().trim().min(3, 'Escriba su correo').max(200), password: z.string().min(1, 'Escriba su contraseña').max(200) })

const initials = (name: string): string => name.split(/\s+/).filter(Boolean).map((word) => word[0]).slice(0, 2).join('').toUpperCase()
const accountOf = (actor: Actor, mustChange: boolean) => ({ id: actor.accountId, name: actor.name, initials: initials(actor.name), offices: actor.offices.map(({ role, title, substitute }) => ({ role, title, substitute })), permissions: [...actor.permissions].sort(), mustChange })

/** Sign-in, sign-out, who I am and the first run: the only doors open to a visitor. */
export const sessionRoutes = (app: Hono, system: System, options: ApiOptions, sessions: SessionBook, configuration: Configuration): void => {
  const limit = rateLimit()
  const secure = options.secure
  app.get('/api/session', async (context) => {
    const token = readCookie(context.req.header('cookie'), SESSION_COOKIE)
    const session = token ? await sessions.of(token) : undefined
    const communes = await system.database.asOwner((tx) => communesInstalled(tx))
    const own = communes.find(({ commune }) => commune === session?.actor.commune)
    context.header('cache-control', 'no-store')
    return context.json({
      account: session ? accountOf(session.actor, session.mustChange) : null,
      commune: own ? { code: own.commune, name: own.name, municipality: own.municipality, address: own.address } : null,
      communes: communes.map(({ commune, name }) => ({ code: commune, name })),
      clock: { today: today(system.clock), now: system.clock.now().toISOString(), fixed: system.clock.fixed },
      demonstration: own?.demonstration ?? communes.some((row) => row.demonstration),
      csrf: session?.csrf ?? '',
      firstRun: communes.length === 0,
      ...(isLoopback(configuration.host) && communes.some((row) => row.demonstration) && !session ? { demoAccounts } : {}),
    })
  })
  app.post('/api/identity/sign-in', async (context) => {
    limit(`sign-in ${clientAddress(context, options.behindProxy)}`, 20)
    const input = parseInput(SignInInput, await readJson(context), 'Iniciar sesión')
    if (!isLoopback(configuration.host) && system.demonstration) throw notAllowed({ title: 'Ingresar a la demostración desde otro equipo' })
    limit(`sign-in ${input.commune} ${input.email.toLowerCase()}`, 10)
    const opened = await signIn({ database: system.database, clock: system.clock }, input)
    context.header('set-cookie', sessionCookie(opened.token, secure, SESSION_HOURS * 3600))
    return context.json({ result: { mustChange: opened.mustChange } })
  })
  app.post('/api/identity/sign-out', async (context) => {
    const token = readCookie(context.req.header('cookie'), SESSION_COOKIE)
    const session = await sessionFrom(options, context)
    if (session && token) {
      demandCsrf(session, context)
      await signOut({ database: system.database, clock: system.clock }, token)
      sessions.forget()
    }
    context.header('set-cookie', endedCookie(secure))
    return context.json({ result: {} })
  })
  app.post('/api/registry/first-run', async (context) => {
    limit(`first-run ${clientAddress(context, options.behindProxy)}`, 20)
    const origin = context.req.header('sec-fetch-site')
    if (origin && origin !== 'same-origin' && origin !== 'none') throw notAllowed({ title: 'Primera configuración' })
    const input = parseInput(FirstRunInput, await readJson(context), 'Primera configuración')
    const on = today(system.clock)
    if (!isDay(on)) throw new Error('El reloj no da un día')
    const made = await firstRun(system.database, input, on)
    await system.reloadLaw(made.commune)
    return context.json({ result: made })
  })
}
