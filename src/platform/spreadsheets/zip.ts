import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

export type ZipLimits = { readonly unzippedBytes: number; readonly ratio: number }
export type ZipEntry = { readonly name: string; readonly method: number; readonly packed: number; readonly size: number; readonly offset: number; readonly encrypted: boolean }
export type Zip = { readonly names: readonly string[]; readonly read: (name: string) => Buffer | undefined }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** Small parts may compress well without harm; the ratio is judged above this size. */
const RATIO_FROM_BYTES = 4_000_000

const endOfDirectory = (file: Buffer): number => {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--) if (file.readUInt32LE(at) === END) return at
  throw new Unreadable('damaged')
}

const entries = (file: Buffer): Map<string, ZipEntry> => {
  const end = endOfDirectory(file)
  const found = new Map<string, ZipEntry>()
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) throw new Unreadable('damaged')
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/').replace(/^\//, '')
    found.set(name.toLowerCase(), {
      name, method: file.readUInt16LE(at + 10), packed: file.readUInt32LE(at + 20), size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42), encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return found
}

const isBomb = (entry: ZipEntry, limits: ZipLimits): boolean =>
  entry.size > limits.unzippedBytes || (entry.size > RATIO_FROM_BYTES && entry.size > entry.packed * limits.ratio)

const inflate = (file: Buffer, entry: ZipEntry, limits: ZipLimits): Buffer => {
  if (entry.encrypted) throw new Unreadable('protected')
  if (isBomb(entry, limits)) throw new Unreadable('zip-bomb', { limit: limits.unzippedBytes })
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== LOCAL) throw new Unreadable('damaged')
  const from = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28)
  if (from + entry.packed > file.length) throw new Unreadable('damaged')
  const packed = file.subarray(from, from + entry.packed)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new Unreadable('damaged')
  try {
    // The declared size may lie: what is really written is bounded too.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    if (error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new Unreadable('zip-bomb', { limit: limits.unzippedBytes })
    throw new Unreadable('damaged')
  }
}

/** Opens a ZIP kept in memory. Parts are inflated one by one, within limits; the sum of declared sizes is judged at once. */
export const openZip = (file: Buffer, limits: ZipLimits): Zip => {
  const found = entries(file)
  let total = 0
  for (const entry of found.values()) {
    total += entry.size
    if (total > limits.unzippedBytes || isBomb(entry, limits)) throw new Unreadable('zip-bomb', { limit: limits.unzippedBytes })
  }
  return {
    names: [...found.values()].map(({ name }) => name),
    read: (name) => {
      const entry = found.get(name.toLowerCase())
      return entry && inflate(file, entry, limits)
    },
  }
}
