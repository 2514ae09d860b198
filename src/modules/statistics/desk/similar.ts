import { fold, stem, wordsOf } from '#evidence'

/** Words of a question that tell nothing of what it asks. */
const PLAIN = new Set('a al ante con cual cuales cuanto cuanta cuantos cuantas de del dato datos el en entre es esta favor la las lo los o para pedir pido por porque que quisiera requiere requiero se necesita necesito numero segun ser si sobre solicita solicito su sus tabla un una unos unas y e u nos me informacion'.split(' '))
/** What a text asks about: its stems, once each. */
export const topicsOf = (text: string): ReadonlySet<string> => new Set(wordsOf(fold(text)).map(({ text: word }) => word).filter((word) => word.length > 1 && !PLAIN.has(word)).map(stem))

/**
 * How alike two questions are, from 0 to 1: the words they share over all the words of both, each word weighing more the fewer
 * of the candidates say it (so «población» alone, which everybody asks, is little).
 */
export const rankSimilar = <T>(asked: string, candidates: readonly { readonly text: string; readonly value: T }[], least = 0.2, most = 5): readonly { readonly value: T; readonly score: number }[] => {
  const wanted = topicsOf(asked)
  const known = candidates.map(({ text, value }) => ({ words: topicsOf(text), value }))
  const weights = new Map<string, number>()
  for (const { words } of known) for (const word of words) weights.set(word, (weights.get(word) ?? 0) + 1)
  const weight = (word: string): number => Math.log(1 + (known.length + 1) / (1 + (weights.get(word) ?? 0)))
  const sum = (words: Iterable<string>): number => [...words].reduce((total, word) => total + weight(word), 0)
  return known.map(({ words, value }) => {
    const shared = sum([...words].filter((word) => wanted.has(word)))
    return { value, score: shared === 0 ? 0 : shared / (sum(new Set([...words, ...wanted])) || 1) }
  }).filter(({ score }) => score >= least).sort((a, b) => b.score - a.score).slice(0, most)
}
