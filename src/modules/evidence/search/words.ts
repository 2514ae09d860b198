import { fold } from './fold.ts'
import { stem } from './stem.ts'

export type Word = { readonly text: string; readonly from: number; readonly to: number; readonly position: number }

/** A word, or a code with its marks: «40.012.345-0», «215.31.02.004», «1509-5-L114», «12/2026». */
const PIECE = /[\p{L}\p{N}]+(?:[.\-/–][\p{L}\p{N}]+)*/gu
const LONGEST = 60
const MOST_POSITIONS = 16_000
/** Words that say nothing alone; in a quoted phrase they only keep their place. */
const EMPTY = new Set('a al ante con de del el en es la las lo los o para por que se su sus un una unas unos y e u'.split(' '))
export const isEmpty = (word: string): boolean => EMPTY.has(word)

/** What is found of a written piece: a plain word is itself; a code is itself without marks, and also its parts when they tell something apart. */
export const formsOf = (piece: string): readonly string[] => {
  if (!/[.\-/–]/.test(piece)) return [piece]
  const parts = piece.split(/[.\-/–]/)
  const whole = parts.join('')
  if (!/\d/.test(piece)) return parts.length > 1 ? [...parts, whole] : parts
  const dated = parts.length <= 3 && parts.some((part) => /^(19|20)\d\d$/.test(part))
  return /[a-z]/.test(piece) || dated ? [whole, ...parts] : [whole]
}

/** The words of a text with their place in it. Words of one code share a position. */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = []
  let position = 0
  for (const { 0: piece, index } of fold(text).matchAll(PIECE)) {
    position += 1
    for (const form of formsOf(piece)) words.push({ text: form.slice(0, LONGEST), from: index, to: index + piece.length, position })
  }
  return words
}

/** A part of what is indexed and how much its words count: A title, B second line, C place, D body. */
export type Weighted = readonly [weight: 'A' | 'B' | 'C' | 'D', text: string]

/**
 * The words of a text as PostgreSQL writes them (`'plaza':1A '~plaza':1A`), to be cast to tsvector: nothing depends on the dictionaries of the
 * engine. Each word comes as it is written and, after «~», by its stem.
 */
export const vectorOf = (parts: readonly Weighted[]): string => {
  const places = new Map<string, string[]>()
  const put = (lexeme: string, place: string): void => {
    const known = places.get(lexeme)
    if (!known) places.set(lexeme, [place])
    else if (known.length < 100 && known.at(-1) !== place) known.push(place)
  }
  let base = 0
  for (const [weight, text] of parts) {
    let last = 0
    for (const word of wordsOf(text)) {
      last = word.position
      if (isEmpty(word.text)) continue
      const place = `${Math.min(base + word.position, MOST_POSITIONS)}${weight === 'D' ? '' : weight}`
      put(word.text, place)
      if (!/\d/.test(word.text)) put(`~${stem(word.text)}`, place)
    }
    base += last + 1
  }
  return [...places].map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ')
}

/** The year a text speaks of, when it names just one: «Balance de junio de 2026». */
export const yearIn = (text: string): number | undefined => {
  const years = new Set([...text.matchAll(/(?<![\d.,-])(20\d\d)(?![\d.,]*\d)/g)].map(([, year]) => Number(year)))
  const [only] = years
  return years.size === 1 ? only : undefined
}
