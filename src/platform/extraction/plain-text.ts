import type { ExtractionLimits, Passage } from './extraction.ts'
import { plain } from './office-text.ts'
import { gather } from './passages.ts'

const decoded = (file: Buffer): string => {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}
const rtf = (text: string): string =>
  text.replace(/\{\\(?:fonttbl|colortbl|stylesheet|info|pict)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, ' ').replace(/\\'([0-9a-f]{2})/gi, (_, hex: string) => new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex')))
    .replace(/\\u(-?\d+)\??/g, (_, code: string) => String.fromCharCode((Number(code) + 65_536) % 65_536)).replace(/\\(par|line|tab)\b/g, '\n').replace(/\\[a-z]+-?\d* ?|[{}]|\\\*/gi, '')

/** Text of files that are already text, without their marks. */
export const plainText = (file: Buffer, key: string, limits: ExtractionLimits): readonly Passage[] => {
  const text = decoded(file.subarray(0, limits.characters * 3))
  const bare = key === 'rtf' ? rtf(text) : key === 'html' || key === 'xml' ? plain(text.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ').replace(/<\/(p|div|tr|li|h\d)>|<br\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, ' ')) : text
  return gather(bare.split(/\r?\n/).map((line) => line.replace(/[ \t]+/g, ' ').trim()), (first, last) => (first === last ? `línea ${first}` : `líneas ${first} a ${last}`), limits.characters)
}
