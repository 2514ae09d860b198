import { createHash } from 'node:crypto'

const SIZE = 32

/**
 * Digest of a set of rows whatever their order: the sum modulo 2^256 of the SHA-256 of each line, as hexadecimal.
 * Engines order text keys by their own collation, so a digest that depends on the order would differ between equal tables.
 */
export const rowDigest = () => {
  const sum = new Uint8Array(SIZE)
  return {
    add: (line: string): void => {
      const hash = createHash('sha256').update(line).digest()
      let carry = 0
      for (let at = SIZE - 1; at >= 0; at--) {
        const total = (sum[at] ?? 0) + (hash[at] ?? 0) + carry
        sum[at] = total & 0xff
        carry = total >> 8
      }
    },
    hex: (): string => Buffer.from(sum).toString('hex'),
  }
}
