import type { Actor, DocumentFrame } from '#kernel'
import { asOfNow, notAllowed, notFound, type ReadContext, readContext, scopeOf, type Services } from '#platform/actions'
import { fingerprint, verificationCode, letterheadArms } from '#platform/documents'
import type { Catalog } from '../catalog.ts'
import { assemble, type ComposedChapter, composeChapter, contentsOf, frameOf } from '../compose/compose-report.ts'
import type { FileRequest } from '../contract.ts'
import { reportStore } from '../drafts/report.store.ts'
import { reservationText } from '../readiness/gaps.ts'
import { editionStore } from './edition.store.ts'
import { fileName, mediaTypes, renderFile } from './render-files.ts'

export type MadeFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string }

/**
 * One file of a report: an edition's stored bytes, never rendered again, or the draft composed now with its watermark.
 * Rendering happens after the transaction ends. Throws `permiso/no-autorizado` or `ausente/no-existe`.
 */
export const reportFile = (catalog: Catalog) => async (services: Services, actor: Actor, request: FileRequest): Promise<MadeFile> => {
  const issuedOnly = !actor.permissions.has('reporting.read')
  if (issuedOnly && (request.edition === undefined || !actor.permissions.has('reporting.read-issued'))) throw notAllowed({ title: 'Descargar el informe' })
  return request.edition === undefined ? draftFile(catalog, services, actor, request) : editionFile(services, actor, request, request.edition)
}

const editionFile = async (services: Services, actor: Actor, { report, format }: FileRequest, number: number): Promise<MadeFile> => {
  const row = await services.database.read(scopeOf(actor), (tx) => editionStore(tx).get(report, number))
  const bytes = row && (await services.files.get(row.files[format].hash))
  if (!row || !bytes) throw notFound({ what: `la edición ${number} en ${format}` })
  return { bytes, mediaType: mediaTypes[format], name: fileName(row.kind, row.period, number, format) }
}

/** Composed chapter by chapter, each in its own short transaction and all up to the same ledger number: nobody waits behind a whole report. */
const composeDraft = async (catalog: Catalog, services: Services, actor: Actor, report: string) => {
  const read = <T>(work: (context: ReadContext) => Promise<T>): Promise<T> => services.database.read(scopeOf(actor), (tx) => work(readContext(services, tx, actor, asOfNow(services.clock))))
  const { row, frame, today } = await read(async (context) => {
    const found = await reportStore(context.tx).need(report)
    return { row: found, frame: await frameOf(context, found), today: context.today }
  })
  const chapters: ComposedChapter[] = []
  for (const chapter of contentsOf(frame.definition, catalog)) if (!chapter.computed) chapters.push(await read((context) => composeChapter(catalog, context, frame, chapter)))
  return { row, preview: assemble(frame, chapters, today), demonstration: frame.commune.demonstration, letterhead: frame.commune.letterhead }
}

const draftFile = async (catalog: Catalog, services: Services, actor: Actor, { report, format, paper }: FileRequest): Promise<MadeFile> => {
  const { preview, row, demonstration, letterhead } = await composeDraft(catalog, services, actor, report)
  const print = fingerprint(preview.body)
  const reservations = preview.gaps.filter(({ severity }) => severity !== 'notice').map(reservationText)
  const frame: DocumentFrame = { state: 'draft', fingerprint: print, verificationCode: verificationCode(print), paper, ...(reservations.length ? { reservations } : {}), ...(demonstration ? { demonstration } : {}) }
  const arms = await letterheadArms(services.files, letterhead, preview.body.commune.municipality)
  return { bytes: await renderFile(format, preview.body, frame, arms), mediaType: mediaTypes[format], name: fileName(row.kind, row.period, undefined, format) }
}
