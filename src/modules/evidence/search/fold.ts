/** Text as the search compares it: small letters without accents; ñ is found by n. The length never changes, so places in one are places in the other. */
export const fold = (text: string): string => {
  const small = text.toLowerCase()
  // The usual case: every letter with its accent in one place. Composed letters fold one by one and keep their place.
  let folded = ''
  for (const letter of text.normalize('NFC') === text && small.length === text.length ? small : text) {
    const plain = letter.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    folded += plain.length === letter.length ? plain : letter
  }
  return folded
}
