import type { Hono } from 'hono'
import { type AsOf, type Day, formatDay, isDay, type TableBlock } from '#kernel'
import { parseInput, scopeOf } from '#platform/actions'
import { tableSchema } from '#platform/documents'
import { type ApiOptions, demandCsrf, demandSession, rateLimit, readJson } from '#platform/http'
import { type OutputSheet, tableToSheet, writeWorkbook } from '#platform/spreadsheets'
import { communesInstalled } from '#registry'
import { z } from 'zod'
import type { System } from '../system.ts'

const MOST_ROWS = 20_000
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const day = z.string().refine(isDay, 'Escriba un día que exista, como 2026-06-30').transform((text) => text as Day)
/** The table as the page shows it, with the two dates of the page. */
const TableFile = z.strictObject({
  table: tableSchema(MOST_ROWS),
  context: z.strictObject({ title: z.string().trim().min(1, 'Falta el título').max(300), asOf: z.strictObject({ effectiveOn: day, knownOn: day }), source: z.string().trim().min(1, 'Falta la fuente').max(1_000) }),
})

/** The sheet with its municipality and its two dates over the columns. */
export const tableFileSheet = (table: TableBlock, context: { readonly title: string; readonly asOf: AsOf; readonly source: string }, municipality: string): OutputSheet => {
  const [facts, known] = [`hechos al ${formatDay(context.asOf.effectiveOn)}`, `conocido al ${formatDay(context.asOf.knownOn)}`]
  const dates = table.subtitle?.toLowerCase().includes(facts) ? known : `${facts}, ${known}`
  return { ...tableToSheet(table), title: context.title, subtitle: [municipality, table.subtitle, dates].filter(Boolean).join(' · '), source: context.source }
}

/** «Ejecución del gasto», 22-07-2026 → «Ejecución del gasto al 22-07-2026.xlsx». */
export const tableFileName = (title: string, effectiveOn: Day): string => `${title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 90)} al ${formatDay(effectiveOn)}.xlsx`

/**
 * `POST /api/tables/xlsx`: the table a person is looking at, as a workbook with typed numbers.
 * It reads nothing that the page does not already show; only the name of the municipality comes from the records.
 */
export const tableFileRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const limit = rateLimit()
  app.post('/api/tables/xlsx', async (context) => {
    const session = await demandSession(options, context)
    demandCsrf(session, context)
    limit(`tables ${session.actor.accountId}`, 30)
    const { table, context: about } = parseInput(TableFile, await readJson(context), 'Llevar una tabla a Excel')
    const communes = await system.database.read(scopeOf(session.actor), (tx) => communesInstalled(tx))
    const municipality = communes.find(({ commune }) => commune === session.actor.commune)?.municipality ?? ''
    const bytes = await writeWorkbook([tableFileSheet(table, about, municipality)])
    const name = tableFileName(about.title, about.asOf.effectiveOn)
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': MEDIA, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
  })
}
