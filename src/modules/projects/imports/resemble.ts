import { formatPesos, sortKey } from '#kernel'

/** What is compared of two projects. Money in pesos. */
export type Likeness = { readonly name: string; readonly place: string; readonly cost?: number }
const COMMON = new Set(['de', 'la', 'el', 'los', 'las', 'en', 'y', 'del', 'para', 'comuna', 'sector', 'proyecto', 'a', 'con', 'por', 'etapa'])
export const wordsOf = (text: string): ReadonlySet<string> => new Set(sortKey(text).replace(/[^a-z0-9~]+/g, ' ').split(' ').filter((word) => word.length > 1 && !COMMON.has(word)))
const ALIKE = 0.6
const VERY_ALIKE = 0.85
const NEAR = 0.1

/**
 * How much two projects look like the same one: words of the name in common (Jaccard), raised when place or amount agree. Undefined when
 * they do not look alike. The sentence says with what evidence.
 */
export const resemblance = (told: Likeness, known: Likeness, words = wordsOf(known.name)): { score: number; why: string } | undefined => {
  const mine = wordsOf(told.name)
  const shared = [...mine].filter((word) => words.has(word)).length
  const jaccard = shared / Math.max(1, mine.size + words.size - shared)
  const place = told.place !== '' && known.place !== '' && [...wordsOf(told.place)].some((word) => wordsOf(known.place).has(word))
  const amount = told.cost !== undefined && known.cost !== undefined && known.cost > 0 && Math.abs(told.cost - known.cost) / known.cost <= NEAR
  const enough = jaccard >= VERY_ALIKE || (jaccard >= ALIKE && (place || amount)) || (jaccard >= ALIKE - NEAR && place && amount)
  if (!enough || shared < 2) return undefined
  const why = [`${shared} palabras del nombre en común`, place ? 'el mismo lugar' : '', amount ? `montos cercanos (${formatPesos(told.cost ?? 0)} y ${formatPesos(known.cost ?? 0)})` : ''].filter(Boolean).join(', ')
  return { score: jaccard + (place ? NEAR : 0) + (amount ? NEAR : 0), why }
}
