import { fold } from './fold.ts'
import { stem } from './stem.ts'
import { formsOf, isEmpty, wordsOf } from './words.ts'

/** One thing asked: a word (or code) or a quoted phrase, with its condition as PostgreSQL writes it. */
export type Term = { readonly text: string; readonly condition: string; readonly kind: 'word' | 'phrase' | 'code' }
export type Question = { readonly terms: readonly Term[]; /** To be cast to tsquery; undefined when nothing can be asked. */ readonly query: string | undefined }

const MOST_TERMS = 8
/** BIP and RUT: a base and its check digit. The record may have been written without it. */
const CHECKED = /^(\d{1,3}(?:\.\d{3})*|\d{5,8})-([\dk])$/
const quoted = (lexeme: string): string => `'${lexeme}'`

const codeTerm = (piece: string): Term => {
  const [whole = piece] = formsOf(piece)
  const base = CHECKED.exec(piece)?.[1]?.replaceAll('.', '')
  const alternatives = [`${quoted(whole)}:*`, ...(base && base.length >= 5 ? [quoted(base)] : [])]
  return { text: piece, kind: 'code', condition: alternatives.length > 1 ? `(${alternatives.join(' | ')})` : (alternatives[0] ?? '') }
}
const wordTerm = (word: string): Term => {
  if (/\d/.test(word)) return { text: word, kind: 'code', condition: `${quoted(word)}:*` }
  return { text: word, kind: 'word', condition: `(${quoted(`~${stem(word)}`)} | ${quoted(word)}:*)` }
}
const phraseTerm = (text: string): Term | undefined => {
  const words = wordsOf(text).filter((word, index, all) => !isEmpty(word.text) && all.findIndex(({ position }) => position === word.position) === index)
  let condition = ''
  let last = 0
  for (const word of words) {
    condition += condition ? ` <${word.position - last}> ${quoted(word.text)}` : quoted(word.text)
    last = word.position
  }
  return condition ? { text: text.trim(), kind: 'phrase', condition: `(${condition})` } : undefined
}

/**
 * Reads what a person wrote: words (any order, by stem or beginning), "quoted phrases", and codes with or without their marks.
 * All terms must be found. A phrase left open ends with the text.
 */
export const readQuestion = (text: string): Question => {
  const terms: Term[] = []
  const folded = fold(text).replace(/[«»“”]/g, '"')
  folded.split('"').forEach((part, index) => {
    if (index % 2 === 1) {
      const phrase = phraseTerm(part)
      if (phrase) terms.push(phrase)
      return
    }
    for (const [piece] of part.matchAll(/[\p{L}\p{N}]+(?:[.\-/–][\p{L}\p{N}]+)*/gu)) {
      if (/[.\-/–]/.test(piece) && /\d/.test(piece)) terms.push(codeTerm(piece))
      else for (const word of piece.split(/[.\-/–]/)) if (word && !isEmpty(word)) terms.push(wordTerm(word))
    }
  })
  const distinct = terms.filter((term, index) => terms.findIndex(({ condition }) => condition === term.condition) === index).slice(0, MOST_TERMS)
  return { terms: distinct, query: distinct.length > 0 ? distinct.map(({ condition }) => condition).join(' & ') : undefined }
}
