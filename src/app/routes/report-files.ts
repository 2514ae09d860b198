import type { Hono } from 'hono'
import { parseInput } from '#platform/actions'
import { type ApiOptions, demandSession, rateLimit } from '#platform/http'
import { FileRequest } from '#reporting'
import { reporting } from '../modules.ts'
import type { System } from '../system.ts'

/** Files of a report: stored bytes of an edition, or the draft composed now. Served as attachments. */
export const reportFileRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const limit = rateLimit()
  app.get('/api/reporting/file', async (context) => {
    const session = await demandSession(options, context)
    limit(`file ${session.actor.accountId}`, 30)
    const request = parseInput(FileRequest, context.req.query(), 'Descargar un informe')
    const file = await reporting.file(system.services, session.actor, request)
    return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.mediaType, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
  })
}
