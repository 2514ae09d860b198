/** Endings of nouns made of verbs, of adverbs and of qualities, the longest first: «pavimentaciones» → «paviment». */
const DERIVED = ['amientos', 'imientos', 'amiento', 'imiento', 'aciones', 'iciones', 'uciones', 'adoras', 'adores', 'idades', 'amente', 'ancias', 'encias', 'acion', 'icion', 'ucion', 'adora', 'mente', 'ancia', 'encia', 'antes', 'idad', 'ador', 'ante', 'ivas', 'ivos', 'iva', 'ivo', 'osas', 'osos', 'osa', 'oso'] as const
/** Endings of verbs: «pavimentar», «pavimentado», «pavimentando» → «paviment». */
const VERBAL = ['ando', 'iendo', 'adas', 'ados', 'idas', 'idos', 'aron', 'ieron', 'aran', 'eran', 'iran', 'ada', 'ado', 'ida', 'ido', 'ara', 'era', 'ira', 'ar', 'er', 'ir'] as const
const SHORTEST = 4

const without = (word: string, endings: readonly string[]): string | undefined => {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST)
  return ending && word.slice(0, -ending.length)
}
/** Plural and gender: «luces» → «luz», «luminarias» → «luminari». Short words keep their gender, which is another word: «plazas» → «plaza», «plazos» → «plazo». */
const inflected = (word: string): string => {
  let rest = word
  if (rest.length > 4 && rest.endsWith('ces')) rest = `${rest.slice(0, -3)}z`
  else if (rest.length > 4 && rest.endsWith('es')) rest = rest.slice(0, -2)
  else if (rest.length > 3 && rest.endsWith('s')) rest = rest.slice(0, -1)
  return rest.length > 3 && (/e$/.test(rest) || (/[ao]$/.test(rest) && rest.length > SHORTEST + 1)) ? rest.slice(0, -1) : rest
}

/**
 * What is left of a folded Spanish word without its ending, so that «pavimentación», «pavimentar» and «pavimento» are the same word.
 * Made over words without accents, which the dictionaries of the engines do not accept. Words with digits are left alone.
 */
export const stem = (word: string): string => {
  if (word.length <= 3 || /\d/.test(word)) return word
  return without(word, DERIVED) ?? without(word, VERBAL) ?? inflected(word)
}
