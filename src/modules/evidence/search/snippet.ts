import { stem } from './stem.ts'
import { isEmpty, wordsOf } from './words.ts'
import type { Term } from './question.ts'

/** A piece of text and whether it is what was asked. */
export type Piece = { readonly text: string; readonly hit: boolean }
const compact = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

const matches = (word: string, terms: readonly Term[]): boolean =>
  terms.some(({ kind, text }) => {
    if (kind === 'phrase') return !isEmpty(word) && wordsOf(text).some((part) => part.text === word)
    if (kind === 'code') return word.startsWith(compact(text)) || (word.length >= 5 && compact(text).startsWith(word))
    return word.startsWith(text) || (!/\d/.test(word) && stem(word) === stem(text))
  })

/** Places of a text that answer the terms, in order and without overlaps. */
const hitsIn = (text: string, terms: readonly Term[]): readonly { from: number; to: number }[] => {
  const hits: { from: number; to: number }[] = []
  for (const word of wordsOf(text)) if (matches(word.text, terms) && (hits.at(-1)?.to ?? -1) <= word.from) hits.push({ from: word.from, to: word.to })
  return hits
}

/** A whole text cut into pieces, with what was asked marked. */
export const marked = (text: string, terms: readonly Term[]): readonly Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of hitsIn(text, terms)) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

const wordEdge = (text: string, at: number, step: 1 | -1): number => {
  let place = Math.max(0, Math.min(text.length, at))
  while (place > 0 && place < text.length && /[\p{L}\p{N}]/u.test(text[place] ?? '') && /[\p{L}\p{N}]/u.test(text[place - 1] ?? '')) place += step
  return place
}

/** The part of a long text where most of what was asked is together, about `width` letters, marked. */
export const snippet = (text: string, terms: readonly Term[], width = 240): readonly Piece[] => {
  const flat = text.replace(/\s+/g, ' ').trim()
  const hits = hitsIn(flat, terms)
  let best = { from: 0, count: -1 }
  for (const hit of hits) {
    const count = hits.filter(({ from, to }) => from >= hit.from && to <= hit.from + width).length
    if (count > best.count) best = { from: hit.from, count }
  }
  const start = wordEdge(flat, best.from - Math.round(width / 4), 1)
  const end = wordEdge(flat, start + width, -1)
  const cut = marked(flat.slice(start, end), terms)
  return [...(start > 0 ? [{ text: '… ', hit: false }] : []), ...cut, ...(end < flat.length ? [{ text: ' …', hit: false }] : [])]
}
