import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { join, resolve } from 'node:path'
import type { Context, Hono } from 'hono'
import { notAllowed, notFound, scopeOf } from '#platform/actions'
import { backupFolder } from '#platform/backup'
import { sql } from '#platform/database'
import { type ApiOptions, demandSession, type HttpSession, rateLimit } from '#platform/http'
import { communesInstalled } from '#registry'
import type { Configuration } from '../configuration.ts'
import { communeHealth } from '../operations/commune-health.ts'
import { machineHealth } from '../operations/machine-health.ts'
import { mayOperate } from '../operations/module.ts'
import { othersInside } from '../operations/problems.ts'
import type { System } from '../system.ts'

/** Names this product writes or a person gave; never a path. */
const NAME = /^[\w][\w .-]{0,150}\.(zip|secplan)$/

/** Health, and the backups of the data folder, for those who operate the system. */
export const systemRoutes = (app: Hono, system: System, options: ApiOptions, configuration: Configuration): void => {
  const folder = resolve(configuration.dataFolder)
  const limit = rateLimit()
  const demandOperator = async (context: Context): Promise<HttpSession> => {
    const session = await demandSession(options, context)
    if (!mayOperate(session.actor)) throw notAllowed({ title: 'Operar el sistema' })
    limit(`system ${session.actor.accountId}`, 60)
    return session
  }
  const communes = () => system.database.asOwner((tx) => communesInstalled(tx))
  /** Whoever operates one municipality does not take home the data of another. */
  const mayDownload = async (): Promise<boolean> => {
    const installed = await communes()
    return installed.length === 1 || installed.every(({ demonstration }) => demonstration)
  }

  app.get('/api/system/health', async (context) => {
    const { actor } = await demandOperator(context)
    const own = (await communes()).filter(({ commune }) => commune === actor.commune)
    const findings = await machineHealth(folder, system.engine.kind)
    for (const commune of own) findings.push(...(await communeHealth(system, commune)))
    return context.json({ findings })
  })
  app.get('/api/system/backups', async (context) => {
    await demandOperator(context)
    const names = (await readdir(backupFolder(folder)).catch(() => [] as string[])).filter((name) => NAME.test(name))
    const backups = await Promise.all(names.map(async (name) => {
      const facts = await stat(join(backupFolder(folder), name))
      return { name, bytes: facts.size, at: facts.mtime.toISOString() }
    }))
    return context.json({ backups: backups.sort((a, b) => (a.at < b.at ? 1 : -1)), download: await mayDownload() })
  })
  app.get('/api/system/backups/:name', async (context) => {
    const { actor } = await demandOperator(context)
    const name = context.req.param('name')
    if (!NAME.test(name)) throw notFound({ what: 'el respaldo' })
    if (!(await mayDownload())) throw othersInside({})
    const path = join(backupFolder(folder), name)
    const facts = await stat(path).catch(() => undefined)
    if (!facts?.isFile()) throw notFound({ what: 'el respaldo' })
    await system.database.write(scopeOf(actor), (tx) => tx.run(sql`insert into evidence.access_log (commune, id, account_id, at, kind, what, purpose) values (${tx.commune}, ${randomUUID()}, ${actor.accountId}, ${system.clock.now().toISOString()}, 'backup', ${name}, 'copia fuera del equipo')`))
    return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
      headers: { 'content-type': 'application/zip', 'content-length': String(facts.size), 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
    })
  })
}
