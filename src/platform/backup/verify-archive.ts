import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'
import { checkHashes, type Manifest, readManifest } from './manifest.ts'
import { backupNotReadable } from './problems.ts'

const PIECE = 128 * 1024

/** Reads a backup without passphrase from the disk, piece by piece, and checks the hash of every member; memory does not grow with it. */
export const verifyArchive = async (path: string): Promise<Manifest> => {
  const hashes = new Map<string, string>()
  const manifest: Uint8Array[] = []
  let broken = false
  const unzip = new Unzip((member) => {
    const hash: Hash = createHash('sha256')
    member.ondata = (error, bytes, last) => {
      if (error) broken = true
      else {
        hash.update(bytes)
        if (member.name === 'manifest.json') manifest.push(bytes.slice())
        if (last) hashes.set(member.name, hash.digest('hex'))
      }
    }
    member.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
      unzip.push(piece as Uint8Array)
      await new Promise((resolve) => setImmediate(resolve)) // others take their turn
    }
    unzip.push(new Uint8Array(0), true)
  } catch {
    broken = true
  }
  if (broken || !hashes.has('manifest.json')) throw backupNotReadable({ reason: 'está dañado o incompleto' })
  const found = readManifest(Buffer.concat(manifest))
  checkHashes(found, hashes)
  return found
}
