import { extractText } from 'unpdf'
import type { SignatureFinding } from '../contract.ts'
import { fileKindWrong, fileNotTheAct, signatureBroken } from '../problems.ts'
import type { X509Certificate } from 'node:crypto'
import { checkChain } from './chain.ts'
import { type PdfSignature, readPdfSignature } from './pdf-signature.ts'

/** Certificates the municipality trusts, and the day the person says it was signed, for signatures that state none. */
export type Trust = { readonly anchors: readonly X509Certificate[]; readonly signedOn: string }

const starts = (bytes: Buffer, ...codes: number[]): boolean => codes.every((code, at) => bytes[at] === code)
/** What a file is by its first bytes, whatever its name says. */
const classOf = (bytes: Buffer): 'pdf' | 'picture' | undefined => {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  return starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) ? 'picture' : undefined
}
/** A fingerprint may be broken across lines: spaces between hexadecimal digits are closed before looking. */
const textOf = async (bytes: Buffer): Promise<string> => {
  try {
    const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
    return text
  } catch {
    return '' // A PDF that cannot be opened says nothing: it is treated as a picture of a paper.
  }
}
const FINGERPRINT = /\b[0-9a-f]{64}\b/g
const closed = (text: string): string => text.replace(/([0-9a-f])\s+(?=[0-9a-f])/g, '$1')

const UNKNOWN = 'No se comprueba si el certificado fue revocado.'
/** How the electronic signature stands, with the plain reason. «valid» only with the chain up to an anchor of the municipality. */
const judged = (signature: PdfSignature, words: string, { anchors, signedOn }: Trust): Omit<SignatureFinding, 'text'> => {
  if (signature.state === 'none') return { signature: 'none', says: `${words}; no lleva firma electrónica.` }
  const named = signature.signer ? { signer: signature.signer } : {}
  if (!signature.leaf) return { signature: 'unchecked', says: `${words}; la firma electrónica no se pudo comprobar: ${signature.why}.`, ...named }
  const chain = checkChain(signature.leaf, signature.brought ?? [], anchors, signature.statedOn ?? signedOn)
  if (signature.weak) return { signature: 'intact', says: `${words}; nadie lo cambió después de firmar, pero usa un resumen SHA-1, que ya no prueba nada. ${UNKNOWN}`, certificate: chain.certificate, ...named }
  return chain.trusted
    ? { signature: 'valid', says: `${words}; nadie lo cambió después de firmar y ${chain.why}. Firma a nombre de ${chain.certificate.signer}. ${UNKNOWN}`, certificate: chain.certificate, ...named }
    : { signature: 'intact', says: `${words}; nadie lo cambió después de firmar, pero ${chain.why}. Dice ser de ${chain.certificate.signer}. ${UNKNOWN}`, certificate: chain.certificate, ...named }
}

/**
 * What can be verified here of the signed copy of an act: that it is a PDF or a picture, that the PDF carries this act's fingerprint and no other,
 * and how its electronic signature stands. Throws when the file is of another kind, of another act, or its signature is broken.
 */
export const checkSignedFile = async (bytes: Buffer, act: { readonly fingerprint: string; readonly title: string }, mode: 'scan' | 'signed-pdf', trust: Trust): Promise<SignatureFinding> => {
  const kind = classOf(bytes)
  if (!kind || (mode === 'signed-pdf' && kind !== 'pdf')) throw fileKindWrong({ needs: mode === 'scan' ? 'un PDF, un PNG o un JPG' : 'un PDF' }, { errors: [{ pointer: '/file', message: 'El archivo es de otra clase' }] })
  if (kind === 'picture') return { text: 'not-pdf', signature: 'none', says: 'Imagen del papel firmado: su texto no se puede comprobar, lo afirma quien la sube.' }
  const text = await textOf(bytes)
  const printed = [...new Set([...(text.match(FINGERPRINT) ?? []), ...(closed(text).match(FINGERPRINT) ?? [])])]
  const same = printed.includes(act.fingerprint) || closed(text).includes(act.fingerprint)
  if (!same && printed.length > 0) throw fileNotTheAct({ reason: `El PDF lleva la huella de otro documento, no la de ${act.title}.` }, { errors: [{ pointer: '/file', message: 'Es otro documento' }] })
  if (!same && mode === 'signed-pdf') throw fileNotTheAct({ reason: `El PDF no lleva la huella de ${act.title}: no se firmó el que entregó el sistema.` }, { errors: [{ pointer: '/file', message: 'No lleva la huella del acto' }] })
  const signature = readPdfSignature(bytes)
  if (signature.state === 'invalid') throw signatureBroken({ reason: `El archivo dice estar firmado${signature.signer ? ` por ${signature.signer}` : ''}, pero ${signature.why}.` }, { errors: [{ pointer: '/file', message: 'La firma no es válida' }] })
  if (mode === 'signed-pdf' && signature.state === 'none') throw signatureBroken({ reason: 'El PDF no lleva ninguna firma electrónica.' }, { errors: [{ pointer: '/file', message: 'No lleva firma electrónica' }] })
  const words = same ? 'El PDF lleva la huella de este acto' : 'El PDF no tiene texto que comparar, como un papel escaneado'
  return { text: same ? 'same' : 'no-text', ...judged(signature, words, trust) }
}
