import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Personal values sealed with AES-256-GCM under a key per subject: nonce (12) · tag (16) · text. */
export const newSubjectKey = (): Buffer => randomBytes(32)

export const seal = (key: Uint8Array, value: unknown): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}
export const unseal = <T>(key: Uint8Array, sealed: Uint8Array): T => {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')) as T
}
/** Look-up value of an address within a commune: the address itself is never stored in clear. */
export const emailLookup = (commune: string, email: string): string => createHash('sha256').update(`${commune}\n${email.trim().toLowerCase()}`).digest('hex')
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
export const newToken = (): string => randomBytes(32).toString('base64url')
