import { can, type DocumentBody, type TableBlock } from '#kernel'
import { defineAction, defineQuery, type ReadContext } from '#platform/actions'
import { letterheadArms, renderDocx, renderPdf } from '#platform/documents'
import { tableToSheet, writeWorkbook } from '#platform/spreadsheets'
import { fileRows, hangFile } from '#evidence'
import { communeStore } from '#registry'
import { z } from 'zod'
import { dataRequestStore } from './data-request.store.ts'
import type { DataRequestLine } from './desk-contract.ts'
import { DESK_YEAR } from './desk-hrefs.ts'
import { lineMaker, lineOf, stepsBy } from './desk-view.ts'
import { letterFrame } from './letter.ts'
import { yearList, yearSummary } from './year-table.ts'

const Year = z.string().regex(/^20\d\d$/, 'Escriba un año de cuatro cifras')
const linesOf = async (context: ReadContext, year: string): Promise<readonly DataRequestLine[]> => {
  const seq = await context.knownSeq()
  const store = dataRequestStore(context.tx)
  const steps = await store.steps(seq)
  const [by, maker] = [stepsBy(steps), await lineMaker(context, steps)]
  return (await store.list(seq)).filter(({ receivedOn }) => receivedOn.startsWith(year) && receivedOn <= context.asOf.effectiveOn).map((row) => lineOf(row, by.get(row.id) ?? [], maker)).reverse()
}
/** The year of the desk in one table: what came, how it ended and in how long. */
export const deskYear = defineQuery({
  name: 'statistics.desk-year', title: 'Solicitudes de datos del año', input: z.object({ year: Year }), allowed: can('statistics.load'),
  run: async ({ year }, context): Promise<{ table: TableBlock; total: number }> => {
    const lines = await linesOf(context, year)
    return { table: yearSummary(year, lines), total: lines.length }
  },
})

type File = { readonly hash: string; readonly size: number; readonly end: string; readonly mediaType: string }
/** Freezes the report of a year as PDF, Word and Excel. Making it again is another version of the same three documents. */
export const issueDeskReport = defineAction<z.ZodObject<{ year: typeof Year }>, { year: string; files: readonly { hash: string; end: string }[] }, readonly File[]>({
  name: 'statistics.issue-desk-report', title: 'Hacer el informe anual de la mesa de solicitudes', help: 'En PDF, Word y Excel, con su huella.', input: z.object({ year: Year }), allowed: can('statistics.load'), perMinute: 10,
  prepare: async ({ year }, context) => {
    const { lines, commune, asOf, today } = await context.read(async (read) => ({ lines: await linesOf(read, year), commune: await communeStore(read.tx).get(), asOf: read.asOf, today: read.today }))
    const tables = [yearSummary(year, lines), yearList(year, lines)]
    const municipality = commune?.municipality ?? ''
    const body: DocumentBody = { schema: 'secplan.document/1', kind: 'desk-report', title: `Informe de solicitudes de datos ${year}`, subtitle: 'Departamento de informaciones y estadísticas', commune: { code: commune?.code ?? '', municipality, unit: 'Secretaría Comunal de Planificación' }, legalBasis: 'Ley 18.695, artículo 21', asOf, blocks: tables }
    const [frame, arms] = [letterFrame(body, today, commune?.demonstration ?? false), await letterheadArms(context.files, commune?.letterhead ?? null, municipality)]
    const options = arms ? { arms } : {}
    const made = [
      { end: 'pdf', mediaType: 'application/pdf', bytes: await renderPdf(body, frame, options) }, { end: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: await renderDocx(body, frame, options) },
      { end: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: await writeWorkbook(tables.map(tableToSheet)) },
    ]
    const files: File[] = []
    for (const { bytes, ...rest } of made) files.push({ ...rest, ...(await context.files.put(bytes)) })
    return files
  },
  run: async ({ year }, context, files) => {
    for (const { hash, size, end, mediaType } of files) {
      await fileRows(context.tx).add({ hash, size, mediaType, name: `Informe de solicitudes de datos ${year}.${end}`, visibility: 'internal', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
      const file = await fileRows(context.tx).get(hash)
      if (file) await hangFile(context, { kind: DESK_YEAR, id: year }, file, `Informe de solicitudes de datos ${year} (${end.toUpperCase()})`)
    }
    return { result: { year, files: files.map(({ hash, end }) => ({ hash, end })) }, entry: { name: 'desk-report-issued', summary: `Informe anual de solicitudes de datos de ${year}, en PDF, Word y Excel`, record: { kind: DESK_YEAR, id: year }, facts: { files: files.map(({ hash }) => hash) } } }
  },
})
