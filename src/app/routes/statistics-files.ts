import type { Context, Hono } from 'hono'
import { notAllowed, parseInput, type ReadContext, readContext, scopeOf } from '#platform/actions'
import { type ApiOptions, asOfFrom, demandSession, rateLimit } from '#platform/http'
import { communesInstalled } from '#registry'
import { addressToRequest, communeShapes, datasetStore, demandExport, isTableFormat, observationCsv, tableFile, tableFileName, tableFormats, type TableHands, tableNotUnderstood, tableOf, textToLayer, versionOf } from '#statistics'
import { z } from 'zod'
import type { System } from '../system.ts'

const FileInput = z.object({ conjunto: z.uuid('Falta el conjunto de datos'), formato: z.string().refine((text) => isTableFormat(text) || text === 'observaciones', 'Ese formato no se ofrece') })
const ShapesInput = z.object({ codigos: z.string().transform((text) => text.split('.').filter(Boolean)).pipe(z.array(z.string().regex(/^\d{5}$/, 'Los códigos de comuna tienen cinco cifras')).min(1).max(400)) })

const streamed = (lines: Generator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      let text = ''
      for (let count = 0; count < 2000; count++) { const { done, value } = lines.next(); if (done) { if (text) controller.enqueue(encoder.encode(text)); controller.close(); return } text += value }
      controller.enqueue(encoder.encode(text))
    },
  }, { highWaterMark: 1 })
}

/**
 * `GET /api/statistics/file?conjunto=…&formato=…&<the address of the table>`: the table that address shows, as a file. Confidential data never leave.
 * `GET /api/statistics/shapes?codigos=…`: borders of communes on a plane, for maps.
 */
export const statisticsFileRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const limit = rateLimit()
  const demanded = async (context: Context, title: string) => {
    const { actor } = await demandSession(options, context)
    if (!actor.permissions.has('statistics.read')) { system.services.refused(actor, 'statistics.file'); throw notAllowed({ title }) }
    limit(`statistics-files ${actor.accountId}`, 60)
    return actor
  }
  app.get('/api/statistics/shapes', async (context) => {
    await demanded(context, 'Ver un mapa')
    const { codigos } = parseInput(ShapesInput, context.req.query(), 'Ver un mapa')
    return context.json({ shapes: communeShapes(codigos) }, 200, { 'cache-control': 'private, max-age=86400' })
  })
  app.get('/api/statistics/file', async (context) => {
    const actor = await demanded(context, 'Descargar un cuadro')
    const query = context.req.query()
    const { conjunto, formato } = parseInput(FileInput, query, 'Descargar un cuadro')
    const request = addressToRequest(conjunto, query)
    if (!request) throw tableNotUnderstood({})
    const asOf = asOfFrom(query, system.clock)
    const read = <T>(work: (reading: ReadContext) => Promise<T>): Promise<T> => system.database.read(scopeOf(actor), (tx) => work(readContext(system.services, tx, actor, asOf)))
    const about = await read(async (reading) => {
      const dataset = await datasetStore(reading.tx).get(conjunto)
      if (dataset) demandExport(dataset)
      const municipality = (await communesInstalled(reading.tx)).find(({ commune }) => commune === actor.commune)?.municipality ?? ''
      return { today: reading.today, town: { code: actor.commune, municipality, unit: 'Secretaría Comunal de Planificación' } }
    })
    const hands: TableHands = { analytics: system.services.analytics, asOf, signal: context.req.raw.signal, versionOf: (id, version) => read((reading) => versionOf(reading, id, version)) }
    const cube = await tableOf(hands, request)
    const format = isTableFormat(formato) ? formato : undefined
    const { ending, media } = format ? tableFormats[format] : tableFormats.csv
    const headers = { 'content-type': media, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(tableFileName(format ? cube.title : `${cube.title}, observaciones`, asOf.effectiveOn, ending))}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }
    if (!format) return new Response(streamed(observationCsv(cube, 'international')), { headers })
    const bytes = await tableFile(format, cube, { ...about, layer: textToLayer(query['capa']), demonstration: system.demonstration, analytics: system.services.analytics, files: system.services.files })
    return new Response(new Uint8Array(bytes), { headers })
  })
}
