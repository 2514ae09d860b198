/** Upper half of code page 850, the one of old municipal systems under DOS. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

/** Bytes that Spanish text uses in each one-byte encoding: áéíóúñü ÁÉÍÓÚÑÜ º ° ª. */
const SPANISH: Readonly<Record<OneByte, readonly number[]>> = {
  'windows-1252': [0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xf1, 0xfc, 0xc1, 0xc9, 0xcd, 0xd3, 0xda, 0xd1, 0xdc, 0xba, 0xb0, 0xaa],
  macintosh: [0x87, 0x8e, 0x92, 0x97, 0x9c, 0x96, 0x9f, 0xe7, 0x83, 0xea, 0xee, 0xf2, 0x84, 0x86, 0xbc, 0xa1, 0xbb],
  cp850: [0xa0, 0x82, 0xa1, 0xa2, 0xa3, 0xa4, 0x81, 0xb5, 0x90, 0xd6, 0xe0, 0xe9, 0xa5, 0x9a, 0xa7, 0xf8, 0xa6],
}
type OneByte = 'windows-1252' | 'macintosh' | 'cp850'
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | OneByte
export type Decoded = { readonly text: string; readonly encoding: TextEncoding }

const decodeCp850 = (bytes: Uint8Array): string => {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8192) {
    let part = ''
    for (const byte of bytes.subarray(from, from + 8192)) part += byte < 128 ? String.fromCharCode(byte) : (CP850[byte - 128] ?? '')
    text += part
  }
  return text
}

const utf16WithoutMark = (bytes: Uint8Array): TextEncoding | undefined => {
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, index) => { if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1 })
  const half = sample.length / 2
  if ((zeros[1] ?? 0) > half * 0.6) return 'utf-16le'
  return (zeros[0] ?? 0) > half * 0.6 ? 'utf-16be' : undefined
}

/** Which one-byte encoding explains the high bytes best as Spanish. A tie is Windows-1252, what Excel in Chile writes. */
const oneByte = (bytes: Uint8Array): OneByte => {
  const seen = new Uint32Array(256)
  for (const byte of bytes.subarray(0, 1_000_000)) if (byte > 127) seen[byte] = (seen[byte] as number) + 1
  const score = (name: OneByte): number => SPANISH[name].reduce((sum, byte) => sum + (seen[byte] ?? 0), 0)
  return (['windows-1252', 'macintosh', 'cp850'] as const).reduce((best, name) => (score(name) > score(best) ? name : best))
}

/** True when the bytes are UTF-8; a character cut at the very end is forgiven. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Decodes text of unknown encoding: byte order marks, UTF-16 without one, UTF-8, Windows-1252, Mac Roman or code page 850. */
export const decodeText = (bytes: Uint8Array): Decoded => {
  const as = (encoding: Exclude<TextEncoding, 'cp850'>): Decoded => ({ text: new TextDecoder(encoding).decode(bytes), encoding })
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be')
  const wide = utf16WithoutMark(bytes)
  if (wide && wide !== 'cp850') return as(wide)
  if (isUtf8(bytes)) return as('utf-8')
  const encoding = oneByte(bytes)
  return encoding === 'cp850' ? { text: decodeCp850(bytes), encoding } : as(encoding)
}
/** Decodes text whose encoding its own file declares. */
export const decodeAs = (bytes: Uint8Array, encoding: 'utf-8' | 'windows-1252' | 'cp850'): string => (encoding === 'cp850' ? decodeCp850(bytes) : new TextDecoder(encoding).decode(bytes))
