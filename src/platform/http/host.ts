import type { Context } from 'hono'
import { hostUnknown } from './problems.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Name of a Host header without its port, in lower case. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')

/**
 * Refuses a request that names another host. A page of another site may point its own name at this machine (DNS rebinding) and then
 * reads as if it were the same origin; what it cannot do is to send a Host that is ours. Loopback names always pass.
 */
export const hostCheck = (hosts: readonly string[]) => {
  const known = new Set(hosts.map(nameOf))
  return (context: Context): void => {
    const name = nameOf(context.req.header('host') ?? new URL(context.req.url).host)
    if (!LOOPBACK.test(name) && !known.has(name)) throw hostUnknown({ host: name.slice(0, 100) })
  }
}
