import type { Arms } from '#platform/documents'
import type { FileStore } from '#platform/files'

type Size = { readonly width: number; readonly height: number }
const pngSize = (bytes: Buffer): Size | undefined =>
  bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47 && bytes.toString('latin1', 12, 16) === 'IHDR' ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined
/** Markers of a JPG that carry its size: every SOF but the tables DHT, JPG and DAC between them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const jpgSize = (bytes: Buffer): Size | undefined => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) if (isFrame(bytes[at + 1] ?? 0)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  return undefined
}

/** The letterhead that the commune uploaded. Undefined without one, or when its bytes are no picture: the name stands in letters. */
export const letterhead = async (files: Pick<FileStore, 'get'>, hash: string | null, municipality: string): Promise<Arms | undefined> => {
  const bytes = hash ? await files.get(hash) : undefined
  const png = bytes && pngSize(bytes)
  const size = png ?? (bytes && jpgSize(bytes))
  return bytes && size && size.width > 0 && size.height > 0 ? { format: png ? 'png' : 'jpg', data: bytes, alternative: `Membrete de ${municipality}`, proportion: size.width / size.height } : undefined
}
