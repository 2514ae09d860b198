/** «ICR»: the first letter of each word of a name. */
const lettersOf = (name: string): string => name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/^(de|del|la|las|los|y)$/i.test(word)).map((word) => word.charAt(0)).join('')

/** Initials of responsibility: who signs and who attests in capitals, who wrote in small letters: «ICR/BLU/mrs». */
export const initialsOf = (signers: readonly string[], drafter: string): string =>
  [...signers.map((name) => lettersOf(name).toUpperCase()), lettersOf(drafter).toLowerCase()].filter((text, index, all) => text !== '' && all.findIndex((other) => other.toUpperCase() === text.toUpperCase()) === index).join('/')
