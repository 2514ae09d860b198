import type { PhaseSums } from './phase.ts'

/**
 * The fingerprint of a row of the ledger as the database computes it (`ROW_DIGEST`): its `uuid_hash_extended` and `hashint8extended`, which
 * are Bob Jenkins' lookup3 in 64 bits (PostgreSQL, src/common/hashfn.c). A load knows its fingerprints before it is written, so that the
 * database neither computes nor sends them; one row read back says whether both agree.
 */
const START = (0x9e3779b9 + 3923095) | 0
const turned = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits))
/** The three words being mixed. One set for all: nothing is made for each row. */
let a = 0
let b = 0
let c = 0

const mix = (): void => {
  a = (a - c) | 0; a ^= turned(c, 4); c = (c + b) | 0
  b = (b - a) | 0; b ^= turned(a, 6); a = (a + c) | 0
  c = (c - b) | 0; c ^= turned(b, 8); b = (b + a) | 0
  a = (a - c) | 0; a ^= turned(c, 16); c = (c + b) | 0
  b = (b - a) | 0; b ^= turned(a, 19); a = (a + c) | 0
  c = (c - b) | 0; c ^= turned(b, 4); b = (b + a) | 0
}
const finish = (): void => {
  c ^= b; c = (c - turned(b, 14)) | 0
  a ^= c; a = (a - turned(c, 11)) | 0
  b ^= a; b = (b - turned(a, 25)) | 0
  c ^= b; c = (c - turned(b, 16)) | 0
  a ^= c; a = (a - turned(c, 4)) | 0
  b ^= a; b = (b - turned(a, 14)) | 0
  c ^= b; c = (c - turned(b, 24)) | 0
}
const begin = (length: number, seed: number): void => {
  a = b = c = (START + length) | 0
  if (seed === 0) return
  b = (b + seed) | 0
  mix()
}

const WEIGHTS = [1, 3, 5, 7, 11, 13, 17] as const
/** A sum of weighted amounts in two halves, exact beyond 2^53. */
const halves = (sums: PhaseSums): readonly [low: number, high: number] => {
  const value = sums.reduce((total, amount, index) => total + amount * (WEIGHTS[index] ?? 0), 0)
  if (Number.isSafeInteger(value)) {
    const high = Math.floor(value / 0x1_0000_0000)
    return [(value - high * 0x1_0000_0000) | 0, high | 0]
  }
  const exact = BigInt.asIntN(64, sums.reduce((total, amount, index) => total + BigInt(amount) * BigInt(WEIGHTS[index] ?? 0), 0n))
  return [Number(BigInt.asIntN(32, exact)), Number(exact >> 32n)]
}

/** Fingerprints of the rows of one entry: (number within the entry, amounts) → 64 bits with sign, as text. */
export const rowDigests = (entryId: string): ((n: number, sums: PhaseSums) => string) => {
  const bytes = Buffer.from(entryId.replaceAll('-', ''), 'hex')
  const words = [0, 4, 8, 12].map((at) => bytes.readInt32LE(at)) as [number, number, number, number]
  return (n, sums) => {
    begin(bytes.length, n)
    a = (a + words[0]) | 0
    b = (b + words[1]) | 0
    c = (c + words[2]) | 0
    mix()
    a = (a + words[3]) | 0
    finish()
    const [upper, lower] = [b, c]
    const [low, high] = halves(sums)
    begin(4, n)
    a = (a + (low ^ (high >= 0 ? high : ~high))) | 0
    finish()
    return ((BigInt(upper ^ b) << 32n) | BigInt((lower ^ c) >>> 0)).toString()
  }
}
