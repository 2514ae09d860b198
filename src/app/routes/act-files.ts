import type { Hono } from 'hono'
import { parseInput } from '#platform/actions'
import { type ApiOptions, demandSession, rateLimit } from '#platform/http'
import { ActFileRequest } from '#correspondence'
import { correspondence } from '../modules.ts'
import type { System } from '../system.ts'

/** Files of an act: what was kept when it was issued, or the draft with its watermark. Served as attachments. */
export const actFileRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const limit = rateLimit()
  app.get('/api/correspondence/file', async (context) => {
    const session = await demandSession(options, context)
    limit(`file ${session.actor.accountId}`, 30)
    const file = await correspondence.file(system.services, session.actor, parseInput(ActFileRequest, context.req.query(), 'Descargar un acto'))
    return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.mediaType, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
  })
}
