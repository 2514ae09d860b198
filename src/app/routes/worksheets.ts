import type { Context, Hono } from 'hono'
import { type Actor, dayInSantiago, formatDay } from '#kernel'
import { asOfNow, parseInput, type ReadContext, readContext, scopeOf } from '#platform/actions'
import { type ApiOptions, asOfFrom, demandCsrf, demandSession, rateLimit, readJson } from '#platform/http'
import { communesInstalled } from '#registry'
import { compareFile, demandWorksheet, readFor, rejectedSheet, signingStore, worksheetFacts, type WrittenSheet, writeWorksheet } from '#worksheets'
import { z } from 'zod'
import { modules } from '../modules.ts'
import type { System } from '../system.ts'

const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const Rejected = z.object({ name: z.string().max(60), fileHash: z.string().regex(/^[0-9a-f]{64}$/) })
const answer = async (sheet: WrittenSheet): Promise<Response> => {
  const name = `${sheet.title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').trim()} ${formatDay(dayInSantiago(sheet.mark.at))}.xlsx`
  return new Response(new Uint8Array(await writeWorksheet(sheet)), { headers: { 'content-type': MEDIA, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
}

/**
 * `GET /api/worksheets/file/<name>?<filters of the list>`: the list to be edited in Excel, as of the two dates.
 * `POST /api/worksheets/rejected`: the rows of a returned file that were not admitted, with why. Files are written outside of any transaction.
 */
export const worksheetRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const limit = rateLimit()
  const reading = (actor: Actor, context?: Context) => <T>(work: (read: ReadContext) => Promise<T>): Promise<T> =>
    system.database.read(scopeOf(actor), (tx) => work(readContext(system.services, tx, actor, context ? asOfFrom(context.req.query(), system.clock) : asOfNow(system.clock))))
  app.get('/api/worksheets/file/:name', async (context) => {
    const { actor } = await demandSession(options, context)
    limit(`worksheet ${actor.accountId}`, 30)
    const { effectiveOn: _, knownOn: __, ...filters } = context.req.query()
    const name = context.req.param('name')
    const read = reading(actor, context)
    // Whoever may not take it down is told before anything is written.
    demandWorksheet(() => modules, name, actor)
    const secret = (await read(({ tx }) => signingStore(tx).key())) ?? (await system.database.write(scopeOf(actor), (tx) => signingStore(tx).make()))
    return answer(await read((one) => worksheetFacts(one, () => modules, name, filters, secret)))
  })
  app.post('/api/worksheets/rejected', async (context) => {
    const session = await demandSession(options, context)
    demandCsrf(session, context)
    const { actor } = session
    limit(`worksheet ${actor.accountId}`, 30)
    const { name, fileHash } = parseInput(Rejected, await readJson(context), 'Filas que no se admitieron')
    const read = reading(actor)
    const book = await readFor({ files: system.services.files, read, actor }, () => modules, name, fileHash)
    return answer(await read(async (one) => rejectedSheet(await compareFile(one, () => modules, name, book), (await communesInstalled(one.tx)).find(({ commune }) => commune === actor.commune)?.municipality ?? '')))
  })
}
