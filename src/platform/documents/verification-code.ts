/** Crockford's alphabet: no I, L, O, U, so a code read aloud or copied by hand keeps its meaning. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DIGITS = 11

/** Product in the field of 32 elements (x⁵ + x² + 1). */
const times = (left: number, right: number): number => {
  let product = 0
  let shifted = left
  for (let bit = right; bit > 0; bit >>= 1) {
    if (bit & 1) product ^= shifted
    shifted = shifted & 16 ? (shifted << 1) ^ 37 : shifted << 1
  }
  return product
}

/** Weights 2, 4, 8… are all different in that field, so one wrong character or two exchanged ones always change the check. */
const checkOf = (values: readonly number[]): number => {
  let weight = 1
  let sum = 0
  for (const value of values) {
    weight = times(weight, 2)
    sum ^= times(weight, value)
  }
  return sum
}

const grouped = (text: string): string => `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`

/** First 55 bits of a fingerprint as a code people can type, with a check character: «7KQ2-M9XD-04TR». */
export const verificationCode = (fingerprint: string): string => {
  const bits = BigInt(`0x${fingerprint.slice(0, 14)}`) >> 1n
  const values = Array.from({ length: DIGITS }, (_, at) => Number((bits >> BigInt(5 * (DIGITS - 1 - at))) & 31n))
  return grouped([...values, checkOf(values)].map((value) => ALPHABET[value]).join(''))
}

/** A code as somebody typed it (small letters, spaces, O for 0, I or L for 1) in its printed form; undefined when a character is wrong. */
export const readVerificationCode = (typed: string): string | undefined => {
  const text = typed.toUpperCase().replace(/[\s\-–—.]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const values = [...text].map((character) => ALPHABET.indexOf(character))
  if (values.length !== DIGITS + 1 || values.includes(-1)) return undefined
  return checkOf(values.slice(0, DIGITS)) === values[DIGITS] ? grouped(text) : undefined
}

/** Whether a typed code is the one of this fingerprint. */
export const codeMatches = (typed: string, fingerprint: string): boolean => readVerificationCode(typed) === verificationCode(fingerprint)
