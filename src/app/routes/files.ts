import type { Hono } from 'hono'
import type { Visibility } from '#kernel'
import { notAllowed, notFound, scopeOf } from '#platform/actions'
import { type ApiOptions, decoded, demandCsrf, demandSession, readBytes } from '#platform/http'
import { fileRows, readableFile } from '#evidence'
import { worksheets } from '../modules.ts'
import type { System } from '../system.ts'

const MAX_UPLOAD = 60 * 1024 * 1024
/** Who may bring a file: whoever attaches documents, loads a balance, or must upload the signed copy or the proof of an act; besides, whoever edits some list in Excel. */
const BRING = ['evidence.attach', 'budget.import', 'correspondence.sign', 'correspondence.notify'] as const
const HASH = /^[0-9a-f]{64}$/
const safeName = (text: string): string => text.replace(/[\u0000-\u001f/\\]/g, ' ').trim().slice(0, 180) || 'archivo'

/** Uploads are stored by content and served only as attachments: nothing a user sends runs in the page. */
export const fileRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  app.post('/api/files', async (context) => {
    const session = await demandSession(options, context)
    demandCsrf(session, context)
    if (!BRING.some((permission) => session.actor.permissions.has(permission)) && !worksheets.mayEdit(session.actor)) throw notAllowed({ title: 'Subir un archivo' })
    const bytes = await readBytes(context, MAX_UPLOAD, '60 MB')
    const name = safeName(decoded(context.req.header('x-file-name') ?? '') ?? '')
    const { hash, size } = await system.services.files.put(bytes)
    const mediaType = (context.req.header('content-type') ?? 'application/octet-stream').slice(0, 120)
    const visibility: Visibility = session.actor.clearances.includes('internal') ? 'internal' : 'public'
    await system.database.write(scopeOf(session.actor), (tx) => fileRows(tx).add({ hash, name, mediaType, size, visibility, uploadedBy: session.actor.accountId, at: system.clock.now().toISOString() }))
    return context.json({ hash, name, size, mediaType })
  })
  app.get('/api/files/:hash', async (context) => {
    const session = await demandSession(options, context)
    const hash = context.req.param('hash')
    if (!HASH.test(hash)) throw notFound({ what: 'el archivo' })
    const row = await system.database.read(scopeOf(session.actor), (tx) => readableFile(tx, session.actor, hash))
    const bytes = row ? await system.services.files.get(hash) : undefined
    if (!row || !bytes) throw notFound({ what: 'el archivo' })
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`, 'x-content-type-options': 'nosniff', 'cache-control': 'private, max-age=0', etag: `"${hash}"` },
    })
  })
}
