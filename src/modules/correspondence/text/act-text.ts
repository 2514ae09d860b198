import type { AsOf, DocumentBody } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { communeStore, personStore, unitStore } from '#registry'
import type { ActRow } from '../acts/act.store.ts'
import { postTitles } from '../acts/posts.ts'
import { composeAct, type SignedBy } from './compose-act.ts'

/** The act as it reads now: issued ones keep their words, drafts are composed. `signers` are known from the moment it is numbered. */
export const bodyOf = async ({ tx, today, asOf }: Pick<ReadContext, 'tx' | 'today' | 'asOf'>, row: ActRow, signers: { readonly signer: SignedBy | null; readonly attest: SignedBy | null } = { signer: null, attest: null }): Promise<DocumentBody> => {
  if (row.body !== null) return JSON.parse(row.body) as DocumentBody
  const commune = await communeStore(tx).get()
  const unit = row.unit_id ? (await unitStore(tx).get(row.unit_id))?.name : undefined
  const drafter = (await personStore(tx).namesOfAccounts([row.drafter_id])).get(row.drafter_id) ?? ''
  const titles = await postTitles(tx, row.unit_id)
  const dates: AsOf = row.act_on ? { effectiveOn: row.act_on, knownOn: today } : asOf
  return composeAct({
    kind: row.kind, series: row.series, number: row.number, subject: row.subject, addressees: row.addressees, distribution: row.distribution, references: row.references_text, content: row.content, actOn: row.act_on,
    ...signers, signerTitle: titles(row.signer_role), drafter,
  }, { code: tx.commune, name: commune?.name ?? '', municipality: commune?.municipality ?? 'Municipalidad', address: commune?.address ?? '', unit: unit ?? 'Municipalidad' }, dates)
}
