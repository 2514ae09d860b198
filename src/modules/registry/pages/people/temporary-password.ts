const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const SIZE = 4
/** Largest byte below which every letter is equally likely. */
const FAIR = 256 - (256 % LETTERS.length)

/** Four groups of four letters without look-alikes, from the browser's own randomness: it travels once, as input, and only its hash is kept. */
export const temporaryPassword = (): string => {
  const letters: string[] = []
  while (letters.length < GROUPS * SIZE) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) if (byte < FAIR && letters.length < GROUPS * SIZE) letters.push(LETTERS[byte % LETTERS.length] ?? '')
  }
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * SIZE, (group + 1) * SIZE).join('')).join('-')
}
