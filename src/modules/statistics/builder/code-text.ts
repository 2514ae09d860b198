/** Letters that travel in an address as they are and mean nothing there. The rest go as `*` and two hexadecimal digits for each byte. */
const PLAIN = /^[A-Za-z0-9_-]$/

/** A code as a word of an address: «09109», «80*2B». Never begins with a star and a small letter, which are the words of a selection. */
export const codeToText = (code: string): string => [...code].map((letter) => (PLAIN.test(letter) ? letter : [...new TextEncoder().encode(letter)].map((byte) => `*${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''))).join('')

/** The code of a word; a word nobody wrote this way gives a code that does not exist, which the table then refuses by name. */
export const textToCode = (text: string): string => {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const pair = text[at] === '*' ? /^[0-9A-F]{2}/.exec(text.slice(at + 1))?.[0] : undefined
    if (pair) { bytes.push(Number.parseInt(pair, 16)); at += 2 } else bytes.push(...new TextEncoder().encode(text[at] ?? ''))
  }
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
