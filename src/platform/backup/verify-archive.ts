import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { checkHashes, type Manifest, readManifest } from './manifest.ts'
import { backupNotReadable } from './problems.ts'
import { readDirectory, type ZipEntry } from './zip-directory.ts'

const LOCAL_HEAD = 30
const DEFLATED = 8

const contentStart = async (handle: FileHandle, { offset }: ZipEntry): Promise<number> => {
  const head = Buffer.alloc(LOCAL_HEAD)
  await handle.read(head, 0, LOCAL_HEAD, offset)
  return offset + LOCAL_HEAD + head.readUInt16LE(26) + head.readUInt16LE(28)
}
/** SHA-256 of a member as it comes out, and its bytes when asked. */
const readMember = async (path: string, handle: FileHandle, entry: ZipEntry, keep: boolean): Promise<{ hash: string; bytes: Uint8Array }> => {
  const hash = createHash('sha256')
  const kept: Buffer[] = []
  const take = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece)
      if (keep) kept.push(piece)
    }
  }
  if (entry.size > 0) {
    const start = await contentStart(handle, entry)
    const stored = createReadStream(path, { start, end: start + entry.size - 1 })
    await (entry.method === DEFLATED ? pipeline(stored, createInflateRaw(), take) : pipeline(stored, take))
  }
  return { hash: hash.digest('hex'), bytes: Buffer.concat(kept) }
}

/**
 * Reads a backup without passphrase from the disk, piece by piece, and checks the hash of every member; memory does not grow with it.
 * It goes by the directory at the end: the members are often zips themselves (.docx, .xlsx), whose own marks would deceive whoever reads in order.
 */
export const verifyArchive = async (path: string): Promise<Manifest> => {
  const hashes = new Map<string, string>()
  let manifest: Uint8Array | undefined
  const handle = await open(path, 'r')
  try {
    for (const entry of await readDirectory(handle)) {
      const { hash, bytes } = await readMember(path, handle, entry, entry.name === 'manifest.json')
      hashes.set(entry.name, hash)
      if (entry.name === 'manifest.json') manifest = bytes
    }
  } catch {
    throw backupNotReadable({ reason: 'está dañado o incompleto' })
  } finally {
    await handle.close()
  }
  const found = readManifest(manifest)
  checkHashes(found, hashes)
  return found
}
