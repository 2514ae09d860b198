import { existsSync, readFileSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import type { Actor } from '#kernel'
import { type ApiOptions, apiOver, staticFiles } from '#platform/http'
import { packageRoot } from '#platform/files'
import { startSchedule, startWorker } from '#platform/jobs'
import { DAILY_BACKUP } from '#platform/backup'
import { DELIVER_MESSAGES } from '#requests'
import { accountStore, communesInstalled, personStore, sessionBook } from '#registry'
import { today } from '#kernel'
import type { Configuration } from './configuration.ts'
import { modules, usePublicAddress } from './modules.ts'
import { figureRoutes } from './routes/figures.ts'
import { fileRoutes } from './routes/files.ts'
import { actFileRoutes } from './routes/act-files.ts'
import { reportFileRoutes } from './routes/report-files.ts'
import { threadRoutes } from './routes/thread.ts'
import { agendaRoutes } from './home/agenda.ts'
import { homeRoutes } from './routes/home.ts'
import { jobRoutes } from './routes/jobs.ts'
import { knowledgeRoutes } from './routes/knowledge.ts'
import { manualRoutes } from './routes/manual.ts'
import { sessionRoutes } from './routes/session.ts'
import { requestRoutes } from './routes/requests.ts'
import { statisticsFileRoutes } from './routes/statistics-files.ts'
import { statisticsTableRoutes } from './routes/statistics-tables.ts'
import { systemRoutes } from './routes/system.ts'
import { chartDrawingRoutes } from './routes/chart-drawings.ts'
import { tableFileRoutes } from './routes/table-files.ts'
import { worksheetRoutes } from './routes/worksheets.ts'
import { sweepSystem } from './operations/sweep-unposted.ts'
import { DAILY_CLEANING } from './operations/daily-cleaning.ts'
import { searchRoutes } from './search/search-routes.ts'
import { READ_TEXTS } from '#evidence'
import { servedHosts } from './served-hosts.ts'
import type { System } from './system.ts'

/** The actor of an account as it is today, for jobs. */
export const actorOf = (system: System) => async (commune: string, accountId: string): Promise<Actor | undefined> =>
  system.database.read({ commune, accountId, clearances: [] }, async (tx) => {
    const account = await accountStore(tx).byId(accountId)
    if (!account?.active || !account.person_id) return undefined
    const offices = await accountStore(tx).officesOf(account.person_id, today(system.clock))
    const names = await personStore(tx).values([account.person_id])
    return {
      commune, accountId, name: names.get(account.person_id)?.name ?? '',
      offices: offices.map(({ role, title, substitute, unit_id }) => ({ role, title, substitute, unitId: unit_id ?? undefined })),
      permissions: new Set(offices.flatMap(({ permissions }) => permissions)),
      clearances: [...new Set(['public' as const, ...offices.flatMap(({ clearances }) => clearances)])],
      unitId: offices.find(({ unit_id: unit }) => unit)?.unit_id ?? undefined,
    }
  })

/** The web application over an open system: API, pages and their shell. */
export const webApplication = (system: System, configuration: Configuration) => {
  usePublicAddress(configuration.publicAddress)
  const sessions = sessionBook(system.database, system.clock)
  const options: ApiOptions = {
    services: system.services, modules,
    sessionOf: (token) => sessions.of(token),
    anonymous: (commune) => ({ commune, accountId: '00000000-0000-4000-8000-000000000000', name: 'Visita', offices: [], permissions: new Set(), clearances: ['public'] }),
    secure: Boolean(configuration.tls) || configuration.behindProxy,
    behindProxy: configuration.behindProxy,
    hosts: servedHosts(configuration),
    log: system.log,
  }
  const app = apiOver(options)
  sessionRoutes(app, system, options, sessions, configuration)
  fileRoutes(app, system, options)
  jobRoutes(app, system, options)
  knowledgeRoutes(app, system, options)
  searchRoutes(app, system, options)
  manualRoutes(app, system, options)
  figureRoutes(app, system, options)
  reportFileRoutes(app, system, options)
  actFileRoutes(app, system, options)
  threadRoutes(app, system, options)
  homeRoutes(app, system, options)
  agendaRoutes(app, system, options, actorOf(system), configuration.publicAddress)
  requestRoutes(app, system, options, configuration)
  systemRoutes(app, system, options, configuration)
  tableFileRoutes(app, system, options)
  statisticsTableRoutes(app, system, options)
  statisticsFileRoutes(app, system, options)
  chartDrawingRoutes(app, options)
  worksheetRoutes(app, system, options)
  const folder = join(packageRoot(), 'dist/web')
  const assets = staticFiles(folder)
  app.get('*', async (context, next) => {
    if (context.req.path.startsWith('/api/')) return next()
    const found = assets(context.req.path, context.req.raw.headers)
    if (found) return found
    // What looks like a file is not a page, but for names of worksheets («plan.nodes»), which carry a dot.
    if (/\.[a-z0-9]{2,5}$/i.test(context.req.path) && !context.req.path.startsWith('/planillas/')) return next()
    return assets('/index.html', context.req.raw.headers) ?? (existsSync(folder) ? next() : context.text('Falta construir las páginas: ejecute «npm run build».', 503))
  })
  return app
}

/** Serves the system; the worker runs beside. Answers with the address and a way to close in order. */
export const serveSystem = async (system: System, configuration: Configuration): Promise<{ address: string; close: () => Promise<void> }> => {
  const app = webApplication(system, configuration)
  const communes = async () => (await system.database.asOwner((tx) => communesInstalled(tx))).map(({ commune }) => commune)
  // What a load killed half way left goes before any other load begins; pages do not wait for it.
  const swept = sweepSystem(system).catch((error) => system.log('barrido', error, 'inicio'))
  const worker = startWorker({
    services: system.services,
    definitions: system.jobs,
    communes: async () => { await swept; return communes() },
    actorOf: actorOf(system),
    log: system.log,
  })
  system.onEnqueue = () => worker.wake()
  const endSchedule = startSchedule({ database: system.database, communes, daily: [DAILY_BACKUP, DAILY_CLEANING, READ_TEXTS, DELIVER_MESSAGES], onQueued: () => worker.wake(), log: system.log })
  const checkpoint = setInterval(() => void system.engine.checkpoint().catch((error) => system.log('base', error, 'checkpoint')), 300_000)
  checkpoint.unref()
  const server = await new Promise<ServerType>((resolve, reject) => {
    const tls = configuration.tls
    const made: ServerType = serve(
      {
        fetch: app.fetch, hostname: configuration.host, port: configuration.port,
        ...(tls ? { createServer: createSecureServer, serverOptions: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } } : { createServer }),
      } as Parameters<typeof serve>[0],
      () => resolve(made),
    )
    made.once('error', reject)
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : configuration.port
  return {
    address: `${configuration.tls ? 'https' : 'http'}://${configuration.host === '0.0.0.0' ? 'localhost' : configuration.host}:${port}/`,
    close: async () => {
      clearInterval(checkpoint)
      endSchedule()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await worker.stop()
      await system.close()
    },
  }
}
