import { can, formatDay } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { attachmentRows, fileRows } from '#evidence'
import { approverIsDrafter } from '#registry'
import { randomUUID } from 'node:crypto'
import { type SignatureFinding, SignActInput, signatureModeTitle } from '../contract.ts'
import { dateInFuture, notTheSigner, signedBefore } from '../problems.ts'
import type { ActCatalog } from '../text/figures-of-act.ts'
import { checkSignedFile } from '../signature/check-signed-file.ts'
import { actStore } from './act.store.ts'
import { circuitFor } from './circuit.store.ts'
import { ACT, moveAct, needMove } from './move-act.ts'
import { actTitle } from './titles.ts'

/**
 * Keeps the signed copy. Uploaded by who signs, or by the clerk, who attests that the paper was signed; never by who drafted as if it were
 * their own approval. The file is read before the transaction and the finding is stored with its hash.
 */
export const signAct = (catalog: ActCatalog) => defineAction({
  name: 'correspondence.sign-act', title: 'Registrar la firma de un acto', help: 'Suba el papel firmado y escaneado, o el PDF firmado electrónicamente.', input: SignActInput,
  unless: [notTheSigner, approverIsDrafter], allowed: (actor) => can('correspondence.sign')(actor) || can('correspondence.number')(actor),
  prepare: async ({ id, mode, file, signedOn }, { read, files }): Promise<SignatureFinding> => {
    const act = await read(async ({ tx }) => {
      const row = await actStore(tx).need(id)
      needMove(row, 'sign')
      if (!(await fileRows(tx).get(file))) throw notFound({ what: 'el archivo subido' })
      return { fingerprint: row.fingerprint ?? '', title: actTitle(row) }
    })
    const bytes = await files.get(file)
    if (!bytes) throw notFound({ what: 'el archivo subido' })
    return checkSignedFile(bytes, act, mode, { anchors: await catalog.anchors(), signedOn })
  },
  run: async ({ id, version, mode, file, signedOn }, context, finding) => {
    const { tx, actor } = context
    const row = await actStore(tx).needVersion(id, version)
    needMove(row, 'sign')
    const clerk = can('correspondence.number')(actor)
    const isSigner = row.signer_account === actor.accountId
    if (!isSigner && !clerk) throw notTheSigner({ office: row.signer_title ?? '' })
    if (isSigner && row.drafter_id === actor.accountId && !(await circuitFor(tx, row.kind)).selfSign) throw approverIsDrafter({})
    if (signedOn > context.today) throw dateInFuture({ what: 'La fecha de la firma' }, { errors: [{ pointer: '/signedOn', message: 'Esa fecha aún no llega' }] })
    if (row.act_on && signedOn < row.act_on) throw signedBefore({ actOn: formatDay(row.act_on) }, { errors: [{ pointer: '/signedOn', message: 'Es anterior al acto' }] })
    const stored = await fileRows(tx).get(file)
    if (!stored) throw notFound({ what: 'el archivo subido' })
    await attachmentRows(tx).add({ id: randomUUID(), record: { kind: ACT, id }, title: `${actTitle(row)}, ejemplar firmado`, fileHash: file, visibility: row.visibility, entryId: context.entryId, on: context.today })
    await tx.run(sql`insert into correspondence.renditions (commune, act_id, format, hash, entry_id) values (${tx.commune}, ${id}, 'signed', ${file}, ${context.entryId}) on conflict do nothing`)
    await tx.run(sql`delete from correspondence.withdrawn_copies where commune = ${tx.commune} and act_id = ${id} and hash = ${file}`)
    const { row: next, entry } = await moveAct(context, row, 'sign', { signed_on: signedOn, signed_file: file, signature_mode: mode, finding }, {
      name: 'act-signed', summary: `${actTitle(row)} firmado por ${row.signer_title ?? ''}, ${signatureModeTitle[mode].toLowerCase()}`, on: signedOn, facts: { file, mode, finding: finding.signature, text: finding.text },
    })
    return { result: { id, version: next.version, finding }, entry }
  },
})
