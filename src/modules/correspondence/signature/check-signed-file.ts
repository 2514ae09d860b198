import { extractText } from 'unpdf'
import type { SignatureFinding } from '../contract.ts'
import { fileKindWrong, fileNotTheAct, signatureBroken } from '../problems.ts'
import { readPdfSignature } from './pdf-signature.ts'

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

/**
 * What can be verified here of the signed copy of an act: that it is a PDF or a picture, that the PDF carries this act's fingerprint and no other,
 * and how its electronic signature stands. Throws when the file is of another kind, of another act, or its signature is broken.
 */
export const checkSignedFile = async (bytes: Buffer, act: { readonly fingerprint: string; readonly title: string }, mode: 'scan' | 'signed-pdf'): Promise<SignatureFinding> => {
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
  const says = signature.state === 'none' ? `${words}; no lleva firma electrónica.` : `${words}; firma electrónica no comprobada del todo: ${signature.why}${signature.signer ? `, a nombre de ${signature.signer}` : ''}. No se comprueba quién emitió el certificado ni si fue revocado.`
  return { text: same ? 'same' : 'no-text', signature: signature.state, says, ...(signature.signer ? { signer: signature.signer } : {}) }
}
