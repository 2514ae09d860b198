import type { DocumentBody, DocumentFrame } from '#kernel'
import { type Arms, fingerprint, renderDocx, renderHtml, renderPdf, verificationCode } from '#platform/documents'
import type { ActRow } from '../acts/act.store.ts'
import { actTitle } from '../acts/titles.ts'
import type { ActFileFormat } from '../contract.ts'
import { frameOfAct } from '../text/compose-act.ts'

export const mediaTypes: Readonly<Record<ActFileFormat, string>> = { html: 'text/html; charset=utf-8', pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
export type Surroundings = { readonly commune: string; readonly demonstration: boolean; readonly address: string | undefined; readonly arms: Arms | undefined }

export const frameFor = (row: ActRow, body: DocumentBody, { commune, demonstration, address }: Surroundings): DocumentFrame => {
  const print = row.fingerprint ?? fingerprint(body)
  return frameOfAct({ fingerprint: print, verificationCode: row.verification_code ?? verificationCode(print) }, { issuedOn: row.act_on, paper: row.paper, demonstration, commune, ...(address ? { address } : {}) })
}
/** Bytes of one format. The same issued act gives the same bytes. Heavy: never inside a transaction. */
export const renderAct = async (format: ActFileFormat, body: DocumentBody, frame: DocumentFrame, arms: Arms | undefined): Promise<Uint8Array> => {
  const options = arms ? { arms } : {}
  if (format === 'html') return new TextEncoder().encode(renderHtml(body, frame, options))
  if (format === 'docx') return renderDocx(body, frame, options)
  // A letterhead that the engine cannot read must not keep an act from its date: the name stands in letters.
  return arms ? renderPdf(body, frame, options).catch(() => renderPdf(body, frame)) : renderPdf(body, frame)
}
/** «Decreto alcaldicio N.º 200 de 2026.pdf»; a draft says so. */
export const fileName = (row: ActRow, format: ActFileFormat): string => `${actTitle(row).replace('N.º ', 'N ').replace(/[\\/:*?"<>|]+/g, ' ')}.${format}`
