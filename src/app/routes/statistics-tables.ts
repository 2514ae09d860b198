import type { Context, Hono } from 'hono'
import { notAllowed, parseInput, readContext, scopeOf } from '#platform/actions'
import { type ApiOptions, asOfFrom, demandCsrf, demandSession, rateLimit, readJson } from '#platform/http'
import { demandExport, type TableHands, TableRequestShape, tableOf, tableRows, toWire, versionOf } from '#statistics'
import type { System } from '../system.ts'
import { rowsAsCsv } from './statistics-rows-csv.ts'

const CSV = 'text/csv; charset=utf-8'

/**
 * `POST /api/statistics/table` answers a table request with its cube. `POST /api/statistics/rows` gives the same request as a CSV of any size, in parts.
 * Neither is a query of the module: the engine may take seconds, and a transaction may not. Only what describes the data is read inside one.
 */
export const statisticsTableRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const limit = rateLimit()
  /** `leaves`: the numbers go out in a file, so no data set the table reads, its population included, may be confidential. */
  const prepared = async (context: Context, title: string, leaves: boolean) => {
    const session = await demandSession(options, context)
    demandCsrf(session, context)
    const { actor } = session
    if (!actor.permissions.has('statistics.read')) {
      system.services.refused(actor, 'statistics.table')
      throw notAllowed({ title })
    }
    limit(`statistics ${actor.accountId}`, 120)
    const asOf = asOfFrom(context.req.query(), system.clock)
    const request = parseInput(TableRequestShape, await readJson(context), title)
    const read = <T>(work: (reading: ReturnType<typeof readContext>) => Promise<T>): Promise<T> => system.database.read(scopeOf(actor), (tx) => work(readContext(system.services, tx, actor, asOf)))
    const hands: TableHands = { analytics: system.services.analytics, asOf, signal: context.req.raw.signal, versionOf: (id, version) => read(async (reading) => {
      const found = await versionOf(reading, id, version)
      if (leaves) demandExport({ access: found.access, title: found.source.datasetTitle })
      return found
    }) }
    return { request, hands }
  }
  app.post('/api/statistics/table', async (context) => {
    const { request, hands } = await prepared(context, 'Ver una tabla', false)
    return context.json(toWire(await tableOf(hands, request)), 200, { 'cache-control': 'no-store' })
  })
  app.post('/api/statistics/rows', async (context) => {
    const { request, hands } = await prepared(context, 'Descargar los datos de una tabla', true)
    const rows = await tableRows(hands, request)
    return new Response(rowsAsCsv(rows), { headers: { 'content-type': CSV, 'content-disposition': 'attachment; filename="datos.csv"', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
  })
}
