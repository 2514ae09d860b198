import type { Actor, DocumentBody } from '#kernel'
import { letterheadArms, renderPdf } from '#platform/documents'
import { asOfNow, notFound, scopeOf, type Services } from '#platform/actions'
import { sql } from '#platform/database'
import { communeStore } from '#registry'
import { mediaTypes } from '../files/render-act.ts'
import type { ActFileRequest } from '../contract.ts'
import { frameOfAct } from '../text/compose-act.ts'
import type { ActCatalog } from '../text/figures-of-act.ts'
import { deliveryStore } from './delivery.store.ts'

const TODAY_ON = Number.MAX_SAFE_INTEGER
const nameOf = (title: string, end: string): string => `${title.replace('N.º ', 'N ').replace(/[\\/:*?"<>|]+/g, ' ')}${end}`

/** The file of an act for who received it: the signed copy, or the PDF that was kept when it was issued. Never the Word, which is for who drafts. */
export const receivedFile = async (catalog: ActCatalog, services: Services, actor: Actor, { act, format }: ActFileRequest) => {
  const found = await services.database.read(scopeOf(actor), async (tx) => {
    const row = await deliveryStore(tx).get(actor.accountId, act, { knownSeq: TODAY_ON, on: asOfNow(services.clock).effectiveOn })
    if (!row || format === 'docx' || (format === 'signed' && !row.signedFile)) throw notFound({ what: 'el acto entre los que le llegaron' })
    const kept = await tx.one<{ hash: string }>(sql`select r.hash from correspondence.renditions r where r.commune = ${tx.commune} and r.act_id = ${act} and r.format = 'pdf' limit 1`)
    return { row, kept: kept?.hash, commune: await communeStore(tx).get() }
  })
  const { row, kept, commune } = found
  const stored = format === 'signed' ? row.signedFile : kept
  const bytes = stored ? await services.files.get(stored) : undefined
  if (format === 'signed') {
    if (!bytes) throw notFound({ what: 'el ejemplar firmado' })
    // Its name is inside a label the councillor does not hold: what it is comes from its first bytes.
    const kind = bytes.subarray(0, 4).toString('latin1') === '%PDF' ? 'pdf' : bytes[0] === 0x89 ? 'png' : 'jpg'
    return { bytes, mediaType: kind === 'pdf' ? 'application/pdf' : `image/${kind === 'png' ? 'png' : 'jpeg'}`, name: nameOf(`${row.title}, firmado`, `.${kind}`) }
  }
  const file = { mediaType: mediaTypes.pdf, name: nameOf(row.title, '.pdf') }
  if (bytes) return { ...file, bytes }
  const body = JSON.parse(row.body) as DocumentBody
  const arms = await letterheadArms(services.files, commune?.letterhead ?? null, body.commune.municipality)
  const address = catalog.publicAddress()
  const frame = frameOfAct(row, { issuedOn: row.actOn, paper: row.paper, demonstration: commune?.demonstration ?? false, commune: actor.commune, ...(address ? { address } : {}) })
  return { ...file, bytes: await renderPdf(body, frame, arms ? { arms } : {}) }
}
