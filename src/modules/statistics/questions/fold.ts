/** Small letters, no accents, only letters and figures, one blank between words and at both ends: « cuantos adultos mayores ». */
export const fold = (text: string): string => ` ${text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()} `
/** Is this phrase, in whole words, in a folded text? */
export const has = (folded: string, phrase: string): boolean => folded.includes(fold(phrase))
export const without = (folded: string, phrase: string): string => folded.replace(fold(phrase), ' ')
