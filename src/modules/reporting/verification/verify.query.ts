import { defineQuery } from '#platform/actions'
import { readVerificationCode } from '#platform/documents'
import type { Tx } from '#platform/database'
import { actProofs } from '#correspondence'
import { communesInstalled } from '#registry'
import { z } from 'zod'
import type { VerificationView } from '../contract.ts'
import { proofStore } from './proof.store.ts'

const hash = z.string().trim().toLowerCase().regex(/^[0-9a-f]{64}$/, 'La huella tiene 64 caracteres, de 0 a 9 y de a a f')

/** Anybody, without a session: is this code, fingerprint or file an issued edition of this municipality, and which? */
export const verify = defineQuery({
  name: 'reporting.verify',
  title: 'Comprobar un documento emitido',
  help: 'Por código de verificación, por huella del contenido o por la huella SHA-256 del archivo.',
  anonymous: true,
  input: z.object({ commune: z.string().max(10).optional(), code: z.string().trim().max(40).optional(), fingerprint: hash.optional(), file: hash.optional() })
    .refine(({ code, fingerprint, file }) => Boolean(code ?? fingerprint ?? file), { message: 'Escriba el código, la huella, o elija el archivo', path: ['code'] }),
  allowed: () => true,
  run: async ({ code, fingerprint, file }, { tx }): Promise<VerificationView> => {
    const read = code ? readVerificationCode(code) : undefined
    const asked = { ...(read ? { code: read } : {}), ...(fingerprint ? { fingerprint } : {}), ...(file ? { hash: file } : {}) }
    const row = await proofStore(tx).find(asked)
    if (!row) return (await actFound(tx, asked)) ?? { found: false }
    const commune = (await communesInstalled(tx)).find((one) => one.commune === tx.commune)
    const by = file && row.hashes.includes(file) ? 'file' : read === row.verification_code ? 'code' : 'fingerprint'
    return {
      found: true, by,
      edition: {
        number: row.edition, title: row.title, municipality: commune?.municipality ?? '', issuedOn: row.issued_on, mode: row.mode, fingerprint: row.fingerprint, verificationCode: row.verification_code,
        ...(row.replaces ? { replaces: row.replaces } : {}), ...(row.replaced_by ? { replacedBy: row.replaced_by } : {}),
      },
    }
  },
})

/** An act has no editions: it is the one of its number, and says when that number was annulled. */
const actFound = async (tx: Tx, asked: { code?: string; fingerprint?: string; hash?: string }): Promise<VerificationView | undefined> => {
  const act = await actProofs(tx).find(asked)
  if (!act) return undefined
  const commune = (await communesInstalled(tx)).find((one) => one.commune === tx.commune)
  return {
    found: true, by: asked.hash && act.hashes.includes(asked.hash) ? 'file' : asked.code === act.verification_code ? 'code' : 'fingerprint',
    act: { title: act.title, municipality: commune?.municipality ?? '', issuedOn: act.issued_on, fingerprint: act.fingerprint, verificationCode: act.verification_code, annulled: act.state === 'annulled' },
  }
}
