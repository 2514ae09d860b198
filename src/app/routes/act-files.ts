import type { Hono } from 'hono'
import { parseInput } from '#platform/actions'
import { type ApiOptions, demandSession, rateLimit } from '#platform/http'
import { ActFileRequest, type MadeFile } from '#correspondence'
import { z } from 'zod'
import { correspondence } from '../modules.ts'
import type { System } from '../system.ts'

const MailRequest = z.object({ message: z.uuid('El identificador no es válido') })
const attachment = (file: MadeFile): Response => new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.mediaType, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })

/** Files of an act: what was kept when it was issued, or the draft with its watermark. Served as attachments. */
export const actFileRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const limit = rateLimit()
  app.get('/api/correspondence/file', async (context) => {
    const session = await demandSession(options, context)
    limit(`file ${session.actor.accountId}`, 30)
    const file = await correspondence.file(system.services, session.actor, parseInput(ActFileRequest, context.req.query(), 'Descargar un acto'))
    return attachment(file)
  })
  app.get('/api/correspondence/mail', async (context) => {
    const session = await demandSession(options, context)
    limit(`file ${session.actor.accountId}`, 30)
    return attachment(await correspondence.mail(system.services, session.actor, parseInput(MailRequest, context.req.query(), 'Descargar un correo').message))
  })
}
