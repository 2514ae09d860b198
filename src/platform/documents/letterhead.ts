import type { Arms } from './render-options.ts'

/** Where uploaded bytes are read from. */
type Bytes = { readonly get: (hash: string) => Promise<Buffer | undefined> }

type Size = { readonly width: number; readonly height: number }
/** Size of a PNG: its first chunk says it. Undefined for any other bytes. */
const pngSize = (bytes: Buffer): Size | undefined =>
  bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47 && bytes.toString('latin1', 12, 16) === 'IHDR' ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined

/** Markers of a JPG that carry its size: every SOF but the tables DHT, JPG and DAC between them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const jpgSize = (bytes: Buffer): Size | undefined => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (isFrame(bytes[at + 1] ?? 0)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  }
  return undefined
}

/** An uploaded picture as the emblem of a letterhead. Undefined when the bytes are neither PNG nor JPG: the name stands in letters. */
export const armsFrom = (bytes: Buffer, municipality: string): Arms | undefined => {
  const png = pngSize(bytes)
  const size = png ?? jpgSize(bytes)
  if (!size || size.width === 0 || size.height === 0) return undefined
  return { format: png ? 'png' : 'jpg', data: bytes, alternative: `Membrete de ${municipality}`, proportion: size.width / size.height }
}

/** The letterhead that the commune uploaded, read outside any transaction. Undefined without one. */
export const letterheadArms = async (files: Bytes, hash: string | null, municipality: string): Promise<Arms | undefined> => {
  const bytes = hash ? await files.get(hash) : undefined
  return bytes && armsFrom(bytes, municipality)
}
