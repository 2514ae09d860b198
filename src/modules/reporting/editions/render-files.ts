import type { DocumentBody, DocumentFrame } from '#kernel'
import { type Arms, renderDocx, renderHtml, renderPdf } from '#platform/documents'
import type { FileFormat } from '../contract.ts'
import { editionJson } from './edition-json.ts'

export const mediaTypes: Record<FileFormat, string> = {
  html: 'text/html; charset=utf-8', pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', json: 'application/json',
}
/** Bytes of one format, under the letterhead of the municipality when it has one. Heavy: never inside a transaction. */
export const renderFile = async (format: FileFormat, body: DocumentBody, frame: DocumentFrame, arms?: Arms): Promise<Uint8Array> => {
  const options = arms ? { arms } : {}
  if (format === 'html') return new TextEncoder().encode(renderHtml(body, frame, options))
  if (format === 'json') return editionJson(body, frame)
  if (format === 'docx') return renderDocx(body, frame, options)
  // A picture that the engine cannot read must not keep a report from its legal date: the name stands in letters.
  return arms ? renderPdf(body, frame, options).catch(() => renderPdf(body, frame)) : renderPdf(body, frame)
}
/** «informe-semestral-2026-1-edicion-1.pdf»; a draft says so. */
export const fileName = (kind: string, period: string, edition: number | undefined, format: FileFormat): string =>
  `${kind === 'council-half-year' ? 'informe-semestral' : kind}-${period}-${edition === undefined ? 'borrador' : `edicion-${edition}`}.${format}`
