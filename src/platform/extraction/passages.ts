import type { Passage } from './extraction.ts'

const WIDTH = 2500

/** Puts short pieces together and cuts long ones, so that each passage is about a page. `placeOf` names the passage by the pieces it holds, counted from 1. */
export const gather = (pieces: Iterable<string>, placeOf: (first: number, last: number) => string, most: number): readonly Passage[] => {
  const passages: Passage[] = []
  let [text, first, last, total] = ['', 1, 0, 0]
  const close = (end: number): void => {
    if (text.trim()) passages.push({ place: placeOf(first, Math.max(first, end)), text: text.trim() })
    text = ''
    first = end + 1
  }
  for (const piece of pieces) {
    last += 1
    for (let at = 0; at < Math.max(1, piece.length) && total < most; at += WIDTH) {
      const part = piece.slice(at, at + WIDTH)
      if (text && text.length + part.length > WIDTH) {
        // Full: what is held ends with the piece before, unless it is already part of this one.
        close(at > 0 ? last : last - 1)
        first = last
      }
      text += `${part}\n`
      total += part.length
    }
    if (total >= most) break
  }
  close(last)
  return passages
}
