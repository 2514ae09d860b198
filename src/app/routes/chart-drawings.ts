import type { Hono } from 'hono'
import type { ChartBlock } from '#kernel'
import { parseInput } from '#platform/actions'
import { drawChart, layOutChart } from '#platform/charts'
import { chartSchema, rasterDrawing } from '#platform/documents'
import { type ApiOptions, demandCsrf, demandSession, rateLimit, readJson } from '#platform/http'
import { z } from 'zod'

const ChartDrawing = z.strictObject({
  block: chartSchema.refine(({ series, categories }) => series.every(({ values }) => values.length === categories.length), 'Cada serie lleva un valor por categoría'),
  width: z.number().int().min(280).max(1600), theme: z.enum(['light', 'dark', 'print']), format: z.enum(['svg', 'png']),
})
const MEDIA = { svg: 'image/svg+xml', png: 'image/png' } as const
const nameOf = (title: string, format: string): string => `${title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 90) || 'gráfico'}.${format}`

/**
 * `POST /api/charts/drawing`: the drawing of a chart that a page holds, as SVG or as a picture. It reads nothing of the office:
 * the numbers are those the page already shows.
 */
export const chartDrawingRoutes = (app: Hono, options: ApiOptions): void => {
  const limit = rateLimit()
  app.post('/api/charts/drawing', async (context) => {
    const session = await demandSession(options, context)
    demandCsrf(session, context)
    limit(`charts ${session.actor.accountId}`, 240)
    const { block, width, theme, format } = parseInput(ChartDrawing, await readJson(context), 'Dibujar un gráfico')
    const chart = block as ChartBlock
    const bytes = format === 'svg' ? Buffer.from(drawChart(chart, { width, theme })) : rasterDrawing(layOutChart(chart, { width, theme: 'print' }))
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': MEDIA[format], 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nameOf(block.title, format))}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-security-policy': "sandbox; default-src 'none'" } })
  })
}
