/** One value of the DER encoding of ASN.1 (X.690): its tag, where its content is, and the whole of it. */
export type Der = { readonly tag: number; readonly content: Uint8Array; readonly whole: Uint8Array }

const LONG = 0x80
/** Reads the value at the start of the bytes. Throws a RangeError when they are not DER of definite length. */
export const readDer = (bytes: Uint8Array): Der => {
  const tag = bytes[0]
  const first = bytes[1]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('not DER')
  const sized = first & 0x7f
  let length = first
  let start = 2
  if (first & LONG) {
    if (sized === 0 || sized > 4) throw new RangeError('not DER of definite length')
    length = 0
    for (let at = 2; at < 2 + sized; at += 1) length = length * 256 + (bytes[at] ?? 0)
    start = 2 + sized
  }
  if (start + length > bytes.length) throw new RangeError('cut short')
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) }
}
/** The values inside a constructed one. */
export const partsOf = (content: Uint8Array): Der[] => {
  const found: Der[] = []
  for (let at = 0; at < content.length; ) {
    const part = readDer(content.subarray(at))
    found.push(part)
    at += part.whole.length
  }
  return found
}
/** «1.2.840.113549.1.7.2». */
export const oidOf = ({ content }: Der): string => {
  const first = content[0] ?? 0
  const numbers = [Math.min(2, Math.floor(first / 40)), first - 40 * Math.min(2, Math.floor(first / 40))]
  let value = 0
  for (const byte of content.subarray(1)) {
    value = value * 128 + (byte & 0x7f)
    if (!(byte & LONG)) { numbers.push(value); value = 0 }
  }
  return numbers.join('.')
}
