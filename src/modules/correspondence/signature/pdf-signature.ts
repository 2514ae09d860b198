import { checkCms, type CmsAnswer } from './cms.ts'

export type PdfSignature = Omit<CmsAnswer, 'state'> & { readonly state: 'none' | 'unchecked' | 'intact' | 'invalid' }

const RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g

/**
 * The last signature of a PDF (ISO 32000-1, 12.8): does its range cover the whole file but the signature itself, and does the signature match those bytes?
 * Bytes added after signing are said as such. The chain of the certificate is asked of `checkChain`.
 */
export const readPdfSignature = (bytes: Buffer): PdfSignature => {
  const text = bytes.toString('latin1')
  const found = [...text.matchAll(RANGE)].map((match) => match.slice(1, 5).map(Number)).map(([a = 0, b = 0, c = 0, d = 0]) => ({ a, b, c, d })).sort((x, y) => x.c + x.d - (y.c + y.d))
  const last = found.at(-1)
  if (!last) return { state: 'none', why: 'no lleva firma electrónica' }
  const { a, b, c, d } = last
  if (a !== 0 || c < b || c + d > bytes.length) return { state: 'invalid', why: 'la firma señala bytes que el archivo no tiene' }
  if (c + d !== bytes.length) return { state: 'invalid', why: 'se agregó contenido después de la última firma' }
  const hole = text.slice(b, c)
  const contents = /^<([0-9A-Fa-f\s]+)>$/.exec(hole.trim())?.[1]?.replace(/\s/g, '')
  if (!contents) return { state: 'unchecked', why: 'la firma no está donde el archivo dice' }
  const signed = Buffer.concat([bytes.subarray(a, a + b), bytes.subarray(c, c + d)])
  const answer = checkCms(Buffer.from(contents, 'hex'), signed)
  return { ...answer, state: answer.state === 'unreadable' ? 'unchecked' : answer.state }
}
