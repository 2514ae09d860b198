import type { Actor } from '#kernel'
import { asOfNow, notAllowed, notFound, readContext, scopeOf, type Services } from '#platform/actions'
import { fileRows } from '#evidence'
import { RECEIVED } from '../deliveries/received-acts.query.ts'
import { receivedFile } from '../deliveries/received-file.ts'
import { sql } from '#platform/database'
import { letterheadArms } from '#platform/documents'
import { communeStore } from '#registry'
import { actStore } from '../acts/act.store.ts'
import type { ActFileRequest } from '../contract.ts'
import { READ } from '../queries/list-acts.query.ts'
import { bodyOf } from '../text/act-text.ts'
import type { ActCatalog } from '../text/figures-of-act.ts'
import { fileName, frameFor, mediaTypes, renderAct } from './render-act.ts'

export type MadeFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string }

/** The copy that was signed, for whoever may open the act. */
const signedCopy = async (services: Services, actor: Actor, act: string): Promise<MadeFile> => {
  if (!actor.permissions.has(READ)) throw notAllowed({ title: 'Descargar un acto' })
  const file = await services.database.read(scopeOf(actor), async (tx) => {
    const { signed_file: hash } = await actStore(tx).need(act)
    return hash ? fileRows(tx).get(hash) : undefined
  })
  const bytes = file && (await services.files.get(file.hash))
  if (!file || !bytes) throw notFound({ what: 'el ejemplar firmado' })
  return { bytes, mediaType: file.media_type, name: file.name }
}
/** One file of an act: what was stored when it was issued, or composed now from the same words. Rendering happens after the transaction. */
export const actFile = (catalog: ActCatalog) => async (services: Services, actor: Actor, { act, format }: ActFileRequest): Promise<MadeFile> => {
  if (!actor.permissions.has(READ) && actor.permissions.has(RECEIVED)) return receivedFile(catalog, services, actor, { act, format })
  if (format === 'signed') return signedCopy(services, actor, act)
  if (!actor.permissions.has(READ)) throw notAllowed({ title: 'Descargar un acto' })
  const found = await services.database.read(scopeOf(actor), async (tx) => {
    const context = readContext(services, tx, actor, asOfNow(services.clock))
    const row = await actStore(tx).need(act)
    const kept = await tx.one<{ hash: string }>(sql`select r.hash from correspondence.renditions r where r.commune = ${tx.commune} and r.act_id = ${act} and r.format = ${format} limit 1`)
    return { row, body: await bodyOf(context, row), kept: kept?.hash, commune: await communeStore(tx).get() }
  })
  const { row, body, commune } = found
  const file = { mediaType: mediaTypes[format], name: fileName(row, format) }
  const stored = found.kept ? await services.files.get(found.kept) : undefined
  if (stored) return { ...file, bytes: stored }
  const surroundings = { commune: actor.commune, demonstration: commune?.demonstration ?? false, address: catalog.publicAddress(), arms: await letterheadArms(services.files, commune?.letterhead ?? null, body.commune.municipality) }
  return { ...file, bytes: await renderAct(format, body, frameFor(row, body, surroundings), surroundings.arms) }
}
