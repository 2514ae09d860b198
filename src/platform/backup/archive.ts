import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { type Sealer, sealer } from './envelope.ts'
import { backupTooLarge } from './problems.ts'

/** Without 64-bit extensions a zip ends here; one larger would be written and never read back. */
const MAX_ARCHIVE = 4_000_000_000
const LEVEL = 6
/** Compressed at once: small enough not to make a request wait. */
const PIECE = 128 * 1024

/** A zip written piece by piece, encrypted on the way when there is a passphrase: memory does not grow with it. */
export const openArchive = async (path: string, passphrase?: string) => {
  const handle = await open(path, 'w')
  const seal: Sealer | undefined = passphrase ? await sealer(passphrase) : undefined
  let size = 0
  let pending: Uint8Array[] = []
  let failure: Error | undefined
  const zip = new Zip((error, bytes) => {
    if (error) failure = error
    else pending.push(bytes)
  })
  const flush = async () => {
    const pieces = pending
    pending = []
    if (failure) throw failure
    for (const piece of pieces) {
      size += piece.byteLength
      if (size > MAX_ARCHIVE) throw backupTooLarge({})
      await handle.appendFile(seal ? seal.update(piece) : piece)
    }
  }
  if (seal) await handle.appendFile(seal.head)
  return {
    /** A member from a file, compressed as it is read. */
    addFile: async (name: string, source: string): Promise<void> => {
      const member = new ZipDeflate(name, { level: LEVEL })
      zip.add(member)
      for await (const piece of createReadStream(source, { highWaterMark: PIECE })) {
        member.push(piece as Uint8Array)
        await flush()
      }
      member.push(new Uint8Array(0), true)
      await flush()
    },
    /** A member as it is (stored files are mostly compressed already). */
    addBytes: async (name: string, bytes: Uint8Array): Promise<void> => {
      const member = new ZipPassThrough(name)
      zip.add(member)
      member.push(bytes, true)
      await flush()
    },
    addText: async (name: string, text: string): Promise<void> => {
      const member = new ZipDeflate(name, { level: LEVEL })
      zip.add(member)
      member.push(strToU8(text), true)
      await flush()
    },
    /** Writes the end, and waits until the disk has it all. */
    finish: async (): Promise<void> => {
      zip.end()
      await flush()
      if (seal) {
        const { rest, tag } = seal.end()
        await handle.appendFile(rest)
        await handle.write(tag, 0, tag.length, seal.tagAt)
      }
      await handle.sync()
      await handle.close()
    },
    abandon: () => handle.close().catch(() => undefined),
  }
}
