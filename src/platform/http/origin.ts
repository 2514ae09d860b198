import type { Context } from 'hono'
import { crossSite } from './problems.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

/**
 * Refuses a writing request that another site made the browser send; it covers sign-in too, which has no mark yet.
 * Browsers say it in Sec-Fetch-Site; older ones only in Origin, compared with Host where no proxy rewrites it. Programs send neither.
 */
export const refuseCrossSite = (context: Context, behindProxy: boolean): void => {
  if (SAFE.has(context.req.method)) return
  const site = context.req.header('sec-fetch-site')
  if (site) {
    if (site !== 'same-origin' && site !== 'none') throw crossSite({})
    return
  }
  const origin = context.req.header('origin')
  if (origin && !behindProxy && hostOf(origin) !== context.req.header('host')) throw crossSite({})
}
