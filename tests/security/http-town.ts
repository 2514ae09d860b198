import { createServer } from 'node:http'
import { serve, type ServerType } from '@hono/node-server'
import { hashPassword } from '#platform/identity'
import { addPerson } from '#registry'
import type { Configuration } from '../../src/app/configuration.ts'
import { webApplication } from '../../src/app/server.ts'
import { COMMUNE, OTHER_COMMUNE } from '../cast.ts'
import { openTown, type Town } from '../town.ts'

export const PASSWORD = 'una frase larga y propia 7'
export const ADDRESS = { director: 'rosa@villa.example', analyst: 'ivan@villa.example', nobody: 'sin.cargo@villa.example', temporary: 'nueva@villa.example', victim: 'victima@villa.example', stranger: 'olga@otro.example' } as const
const ROLES: Readonly<Record<keyof typeof ADDRESS, readonly string[]>> = { director: ['planning_director'], analyst: ['planning_analyst'], nobody: [], temporary: ['planning_director'], victim: ['planning_analyst'], stranger: ['planning_director'] }

const addAccounts = async (town: Town) => {
  const passwordHash = await hashPassword(PASSWORD)
  for (const [key, email] of Object.entries(ADDRESS) as [keyof typeof ADDRESS, string][]) {
    const commune = key === 'stranger' ? OTHER_COMMUNE : COMMUNE
    await town.system.database.write({ commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public'] }, (tx) =>
      addPerson(tx, { values: { name: `Persona ${key}`, email }, offices: ROLES[key].map((role) => ({ role, title: role, from: '2020-01-01' as never })), passwordHash, mustChange: key === 'temporary' }))
  }
}
type Answer = { status: number; headers: Headers; text: string; json: Record<string, unknown> }

/** A browser that keeps its cookie and its mark, over a real socket. */
export const browser = (address: string) => {
  let cookie = ''
  let csrf = ''
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const raw = body instanceof Uint8Array || body instanceof ReadableStream
    const init = { method, redirect: 'manual', headers: { ...(cookie ? { cookie } : {}), ...(csrf && method === 'POST' ? { 'x-csrf': csrf } : {}), ...headers }, ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body), duplex: 'half' }) }
    const response = await fetch(new URL(path, address), init as RequestInit)
    const text = await response.text()
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    let json: Record<string, unknown> = {}
    try { json = JSON.parse(text) as Record<string, unknown> } catch { /* not every answer is JSON */ }
    return { status: response.status, headers: response.headers, text, json }
  }
  return {
    get: (path: string, headers?: Record<string, string>) => send('GET', path, undefined, headers),
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) => send('POST', path, body, headers),
    signIn: async (email: string, password = PASSWORD, commune = email === ADDRESS.stranger ? OTHER_COMMUNE : COMMUNE): Promise<Answer> => {
      const answer = await send('POST', '/api/identity/sign-in', { commune, email, password })
      csrf = String((await send('GET', '/api/session')).json['csrf'] ?? '')
      return answer
    },
    cookie: () => cookie,
    csrf: () => csrf,
    use: (given: { cookie?: string; csrf?: string }) => {
      cookie = given.cookie ?? cookie
      csrf = given.csrf ?? csrf
    },
  }
}

/** The town with accounts, and servers over it; each server has its own counters of attempts. */
export const openHttpTown = async () => {
  const town = await openTown()
  await addAccounts(town)
  const servers: ServerType[] = []
  const listen = async (change: Partial<Configuration> = {}): Promise<string> => {
    const configuration: Configuration = { dataFolder: 'unused', host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false, ...change }
    const app = webApplication(town.system, configuration)
    const server = await new Promise<ServerType>((resolve) => {
      const made: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0, createServer } as Parameters<typeof serve>[0], () => resolve(made))
    })
    servers.push(server)
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = 120_000 // a test that computes for seconds finds its connection open
    const bound = server.address()
    return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`
  }
  return {
    town, listen,
    close: async () => {
      for (const server of servers) {
        if ('closeAllConnections' in server) server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
      await town.close()
    },
  }
}
export type HttpTown = Awaited<ReturnType<typeof openHttpTown>>
