import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { backupNotReadable, passphraseWrong } from './problems.ts'

const MAGIC = Buffer.from('SECPLAN1')
const derive = promisify(scrypt) as (password: string, salt: Uint8Array, length: number) => Promise<Buffer>

const HEAD = MAGIC.length + 16 + 12
const TAG = 16

export type Sealer = { readonly head: Buffer; readonly tagAt: number; readonly update: (piece: Uint8Array) => Buffer; readonly end: () => { rest: Buffer; tag: Buffer } }
/**
 * AES-256-GCM with a key derived from the passphrase (scrypt): magic · salt 16 · nonce 12 · tag 16 · bytes.
 * Pieces are sealed as they come; the tag, known at the end, is written over the room left for it at `tagAt`.
 */
export const sealer = async (passphrase: string): Promise<Sealer> => {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, 32), nonce)
  return {
    head: Buffer.concat([MAGIC, salt, nonce, Buffer.alloc(TAG)]),
    tagAt: HEAD,
    update: (piece) => cipher.update(piece),
    end: () => ({ rest: cipher.final(), tag: cipher.getAuthTag() }),
  }
}
export const isEncrypted = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, MAGIC.length)).equals(MAGIC)

export const decrypt = async (bytes: Uint8Array, passphrase: string | undefined): Promise<Buffer> => {
  if (!passphrase) throw passphraseWrong({ reason: 'está cifrado y falta la frase de paso' })
  const all = Buffer.from(bytes)
  if (all.length <= HEAD + TAG) throw backupNotReadable({ reason: 'está incompleto' })
  const decipher = createDecipheriv('aes-256-gcm', await derive(passphrase, all.subarray(8, 24), 32), all.subarray(24, 36))
  decipher.setAuthTag(all.subarray(36, 52))
  try {
    return Buffer.concat([decipher.update(all.subarray(52)), decipher.final()])
  } catch {
    throw passphraseWrong({ reason: 'la frase de paso no corresponde, o el archivo cambió' })
  }
}
