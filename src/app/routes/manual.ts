import { type DocumentFrame, today } from '#kernel'
import type { Hono } from 'hono'
import { notFound, scopeOf } from '#platform/actions'
import { renderPdf } from '#platform/documents'
import { type ApiOptions, rateLimit, sessionFrom } from '#platform/http'
import { communesInstalled } from '#registry'
import { guideBody } from '../search/guide-body.ts'
import { guideGroups, type ManualPage, manualPages } from '../search/manual.ts'
import type { System } from '../system.ts'

const FRAME: DocumentFrame = { state: 'issued', guide: true, fingerprint: '', verificationCode: '', paper: 'letter' }
const pageNamed = (name: string | undefined): ManualPage => {
  const page = manualPages().find((one) => one.name === name)
  if (!page) throw notFound({ what: 'esa página del manual' })
  return page
}
/** The manual: its index by role, each guide to read, and each guide as a PDF of two pages. It holds no data of anybody. */
export const manualRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const limit = rateLimit()
  const printed = new Map<string, Promise<Buffer>>()
  app.get('/api/manual', (context) => context.json({ groups: guideGroups() }))
  app.get('/api/manual/:name', (context) => {
    const { title, text } = pageNamed(context.req.param('name'))
    return context.json({ title, text })
  })
  app.get('/api/manual/:name/pdf', async (context) => {
    const page = pageNamed(context.req.param('name'))
    const session = await sessionFrom(options, context)
    limit(`guide ${session?.actor.accountId ?? 'open'}`, 60)
    const commune = session?.actor.commune ?? ''
    const communes = session ? await system.database.read(scopeOf(session.actor), (tx) => communesInstalled(tx)) : []
    const municipality = communes.find((one) => one.commune === commune)?.municipality ?? 'Secplan'
    const day = today(system.clock)
    const key = `${page.name} ${municipality}`
    const made = printed.get(key) ?? renderPdf(guideBody(page, { code: commune, municipality }, { effectiveOn: day, knownOn: day }), FRAME)
    printed.set(key, made)
    const bytes = await made.catch((error: unknown) => { printed.delete(key); throw error })
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`Guía ${page.title}.pdf`)}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
  })
}
