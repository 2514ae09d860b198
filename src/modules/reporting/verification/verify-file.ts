import { createHash } from 'node:crypto'
import { fingerprint as fingerprintOf, readBody, verificationCode } from '#platform/documents'
import { strFromU8, unzipSync } from 'fflate'
import { extractText } from 'unpdf'
import type { FileFormat } from '../contract.ts'
import { EDITION_SCHEMA } from '../editions/edition-json.ts'

/** What is known of an issued edition: its fingerprint and the hashes of its files. */
export type Proof = { readonly fingerprint: string; readonly verificationCode: string; readonly title: string; readonly edition: number; readonly issuedOn: string; readonly hashes: readonly string[]; readonly replaces?: number }
export type FileVerdict = {
  readonly verdict: 'valid' | 'altered' | 'unknown'
  readonly format: FileFormat | 'other'
  readonly hash: string
  /** The fingerprint the file says it has. */
  readonly fingerprint?: string
  readonly verificationCode?: string
  readonly proof?: Proof
  /** One sentence in Spanish for whoever asked. */
  readonly explanation: string
}

const FINGERPRINT = /\b[0-9a-f]{64}\b/
const starts = (bytes: Uint8Array, text: string): boolean => strFromU8(bytes.subarray(0, text.length)) === text

const formatOf = (bytes: Uint8Array): FileVerdict['format'] => {
  if (starts(bytes, '%PDF')) return 'pdf'
  if (starts(bytes, 'PK')) return 'docx'
  const opening = strFromU8(bytes.subarray(0, 200)).trimStart().toLowerCase()
  return opening.startsWith('{') ? 'json' : opening.startsWith('<!doctype html') || opening.startsWith('<html') ? 'html' : 'other'
}
const wordParts = (bytes: Uint8Array): string => {
  const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => /^(docProps\/core|word\/(document|footer\d*))\.xml$/.test(name) && originalSize < 60_000_000 })
  return Object.values(parts).map((part) => strFromU8(part)).join(' ')
}
/** A fingerprint may be broken across lines on paper: spaces between hexadecimal digits are closed before looking. */
const pdfText = async (bytes: Uint8Array): Promise<string> => {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true })
  return `${text} ${text.replace(/([0-9a-f])\s+(?=[0-9a-f])/g, '$1')}`
}
const printedIn = async (bytes: Uint8Array, format: FileVerdict['format']): Promise<string | undefined> => {
  try {
    if (format === 'pdf') return FINGERPRINT.exec(await pdfText(bytes))?.[0]
    return FINGERPRINT.exec(format === 'docx' ? wordParts(bytes) : strFromU8(bytes))?.[0]
  } catch {
    return undefined // A file that cannot be opened states no fingerprint: it is answered as unknown.
  }
}

type Edition = { readonly body: unknown; readonly frame: { readonly fingerprint?: unknown } }
const readEdition = (bytes: Uint8Array): Edition | undefined => {
  try {
    const value = JSON.parse(strFromU8(bytes)) as { schema?: unknown; body?: unknown; frame?: { fingerprint?: unknown } }
    return value.schema === EDITION_SCHEMA && value.frame ? { body: value.body, frame: value.frame } : undefined
  } catch {
    return undefined
  }
}
const contentFingerprint = (body: unknown): string | undefined => {
  try {
    return fingerprintOf(readBody(body))
  } catch {
    return undefined // Not a document of ours any more: whatever it states is altered.
  }
}

/**
 * Says whether a file is an issued edition, without network or database. `proofs` are the editions known here (none offline).
 * Data files are recomputed; pages, Word and PDF are known by their bytes, or named by the fingerprint they print.
 */
export const verifyFile = async (bytes: Uint8Array, proofs: readonly Proof[] = []): Promise<FileVerdict> => {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const format = formatOf(bytes)
  const known = proofs.find(({ hashes }) => hashes.includes(hash))
  const base = { format, hash }
  if (known) return { ...base, verdict: 'valid', fingerprint: known.fingerprint, verificationCode: known.verificationCode, proof: known, explanation: `Es, byte por byte, la edición ${known.edition} de «${known.title}».` }
  const edition = format === 'json' ? readEdition(bytes) : undefined
  if (edition) return jsonVerdict(base, edition, proofs)
  const printed = await printedIn(bytes, format)
  if (!printed) return { ...base, verdict: 'unknown', explanation: 'No es un documento emitido por Secplan, o perdió su huella.' }
  const proof = proofs.find(({ fingerprint }) => fingerprint === printed)
  const named = { ...base, fingerprint: printed, verificationCode: verificationCode(printed) }
  return proof
    ? { ...named, verdict: 'altered', proof, explanation: `Dice ser la edición ${proof.edition} de «${proof.title}», pero sus bytes no son los que se emitieron: fue modificado o vuelto a guardar.` }
    : { ...named, verdict: 'unknown', explanation: 'Lleva una huella que no se puede comprobar aquí. Compárela con el archivo de datos (.json) o con la página de verificación del municipio.' }
}

const jsonVerdict = (base: { format: FileVerdict['format']; hash: string }, edition: Edition, proofs: readonly Proof[]): FileVerdict => {
  const stated = typeof edition.frame.fingerprint === 'string' ? edition.frame.fingerprint : undefined
  const real = contentFingerprint(edition.body)
  if (!real || real !== stated) return { ...base, verdict: 'altered', ...(stated ? { fingerprint: stated } : {}), explanation: 'El contenido no corresponde a la huella que declara: fue modificado después de emitirse.' }
  const proof = proofs.find(({ fingerprint }) => fingerprint === real)
  const said = { ...base, fingerprint: real, verificationCode: verificationCode(real) }
  if (proof) return { ...said, verdict: 'valid', proof, explanation: `El contenido es el de la edición ${proof.edition} de «${proof.title}».` }
  return proofs.length
    ? { ...said, verdict: 'unknown', explanation: 'El archivo es coherente, pero aquí no se ha emitido ninguna edición con esa huella.' }
    : { ...said, verdict: 'valid', explanation: 'El contenido corresponde a la huella que declara. Compare su código con el impreso en el documento.' }
}
