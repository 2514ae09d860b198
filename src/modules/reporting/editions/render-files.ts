import type { DocumentBody, DocumentFrame } from '#kernel'
import { renderDocx, renderHtml, renderPdf } from '#platform/documents'
import type { FileFormat } from '../contract.ts'
import { editionJson } from './edition-json.ts'

export const mediaTypes: Record<FileFormat, string> = {
  html: 'text/html; charset=utf-8', pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', json: 'application/json',
}
/** Bytes of one format. Heavy: never inside a transaction. */
export const renderFile = async (format: FileFormat, body: DocumentBody, frame: DocumentFrame): Promise<Uint8Array> => {
  if (format === 'html') return new TextEncoder().encode(renderHtml(body, frame))
  if (format === 'json') return editionJson(body, frame)
  return format === 'pdf' ? renderPdf(body, frame) : renderDocx(body, frame)
}
/** «informe-semestral-2026-1-edicion-1.pdf»; a draft says so. */
export const fileName = (kind: string, period: string, edition: number | undefined, format: FileFormat): string =>
  `${kind === 'council-half-year' ? 'informe-semestral' : kind}-${period}-${edition === undefined ? 'borrador' : `edicion-${edition}`}.${format}`
