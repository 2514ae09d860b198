import { type AsOf, type Day, type DocumentBody, type DocumentFrame, formatDay } from '#kernel'
import type { Analytics } from '#platform/analytics'
import { fingerprint, renderDocx, renderPdf, verificationCode } from '#platform/documents'
import type { FileStore } from '#platform/files'
import { writeWorkbook } from '#platform/spreadsheets'
import { seenCsv } from '../exports/csv.ts'
import { jsonStatOf } from '../exports/json-stat.ts'
import { pxOf } from '../exports/px.ts'
import { tableBlock } from '../exports/table-block.ts'
import { tableSheet } from '../exports/table-sheet.ts'
import type { Cube } from '../model/cube.ts'
import { writeCubeParquet } from './cube-parquet.ts'

/** Every file a table may leave in, but the observations, which are streamed. */
export const tableFormats = {
  xlsx: { ending: 'xlsx', media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { ending: 'docx', media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pdf: { ending: 'pdf', media: 'application/pdf' },
  csv: { ending: 'csv', media: 'text/csv; charset=utf-8' },
  'csv-internacional': { ending: 'csv', media: 'text/csv; charset=utf-8' },
  px: { ending: 'px', media: 'text/plain; charset=utf-8' },
  'json-stat': { ending: 'json', media: 'application/json' },
  parquet: { ending: 'parquet', media: 'application/vnd.apache.parquet' },
} as const
export type TableFormat = keyof typeof tableFormats
export const isTableFormat = (text: string): text is TableFormat => text in tableFormats

type Town = { readonly code: string; readonly municipality: string; readonly unit: string }
type About = { readonly layer: Readonly<Record<string, string>>; readonly today: Day; readonly town: Town; readonly demonstration: boolean; readonly analytics: Analytics; readonly files: FileStore }

const bodyOf = (cube: Cube, { layer, town }: About): DocumentBody => ({ schema: 'secplan.document/1', kind: 'table', title: cube.title, commune: town, asOf: cube.asOf as AsOf, blocks: [tableBlock(cube, 'cuadro', layer)] })
const frameOf = (body: DocumentBody, { demonstration }: About): DocumentFrame => { const print = fingerprint(body); return { state: 'draft', fingerprint: print, verificationCode: verificationCode(print), paper: 'oficio', demonstration, guide: false } }

/** The bytes of a table in a format, as it is seen: its layer, its pivot, its statuses and notes. PX, JSON-stat and Parquet carry all of its layers. */
export const tableFile = async (format: TableFormat, cube: Cube, about: About): Promise<Uint8Array> => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  switch (format) {
    case 'xlsx': return writeWorkbook([tableSheet(cube, about.layer)])
    case 'docx': { const body = bodyOf(cube, about); return renderDocx(body, frameOf(body, about)) }
    case 'pdf': { const body = bodyOf(cube, about); return renderPdf(body, frameOf(body, about)) }
    case 'csv': return text(seenCsv(cube, 'chilean', about.layer))
    case 'csv-internacional': return text(seenCsv(cube, 'international', about.layer))
    case 'px': return text(pxOf(cube, { matrix: cube.source.datasetTitle.normalize('NFD').replace(/[^A-Za-z0-9]/g, '').toUpperCase().slice(0, 20) || 'CUADRO', createdOn: about.today }))
    case 'json-stat': return text(JSON.stringify(jsonStatOf(cube)))
    case 'parquet': return writeCubeParquet(about.analytics, about.files, cube)
  }
}
/** «Población por edad, Loncoche al 22-07-2026.xlsx». */
export const tableFileName = (title: string, on: Day, ending: string): string => `${title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 90)} al ${formatDay(on)}.${ending}`
