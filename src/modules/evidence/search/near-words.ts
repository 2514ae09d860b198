import { wordsOf } from './words.ts'

/** Letters changed, left out, added or swapped between two words, up to `limit`; more is `limit + 1`. */
export const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      line.push(least)
    }
    if (Math.min(...line) > limit) return limit + 1
    before = last
    last = line
  }
  return last[b.length] ?? limit + 1
}

/** One slip in words of four letters or more, two from eight on. */
const slips = (word: string): number => (word.length >= 8 ? 2 : 1)

/** The word of these texts that was probably meant: the nearest, and among equals the most used. Undefined when none is near. */
export const meantWord = (word: string, texts: readonly string[]): string | undefined => {
  if (word.length < 4) return undefined
  const uses = new Map<string, number>()
  for (const text of texts) for (const found of wordsOf(text)) if (!/\d/.test(found.text) && found.text.length >= 4) uses.set(found.text, (uses.get(found.text) ?? 0) + 1)
  const near = [...uses].flatMap(([found, count]) => {
    const far = distance(word, found, slips(word))
    return far > 0 && far <= slips(word) ? [{ found, far, count }] : []
  })
  return near.sort((a, b) => a.far - b.far || b.count - a.count || (a.found < b.found ? -1 : 1))[0]?.found
}
