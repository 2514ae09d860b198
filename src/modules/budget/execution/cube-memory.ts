import type { Day } from '#kernel'
import type { Cube } from './cube.ts'

/** A cube as it was when the ledger stood at a number; the hash there tells whether the ledger is still the same one. */
export type Kept = { readonly seq: number; readonly hash: string; readonly cube: Cube }
export type CubeKey = { readonly commune: string; readonly year: number; readonly effectiveOn: Day; /** Ledger number up to which it looks; a very large one for «all there is». */ readonly known: number }
const MOST_KEPT = 40
type Slot = { readonly key: CubeKey; readonly kept: Kept }
/** Remembered cubes of each open system (its file store is its identity). They only save time: every one can be computed again. */
const memory = new WeakMap<object, Map<string, Slot>>()
const textOf = ({ commune, year, effectiveOn, known }: CubeKey): string => `${commune} ${year} ${effectiveOn} ${known}`

export const cubeMemory = (system: object) => {
  const book = memory.get(system) ?? new Map<string, Slot>()
  memory.set(system, book)
  return {
    get: (key: CubeKey): Kept | undefined => book.get(textOf(key))?.kept,
    keep: (key: CubeKey, kept: Kept): void => {
      const text = textOf(key)
      book.delete(text)
      book.set(text, { key, kept })
      const oldest = book.keys().next().value
      if (book.size > MOST_KEPT && oldest !== undefined) book.delete(oldest)
    },
    /** Cubes of a year that look at the whole ledger, the last used first. */
    current: (commune: string, year: number): Slot[] => [...book.values()].filter(({ key }) => key.commune === commune && key.year === year && key.known === Number.MAX_SAFE_INTEGER).reverse(),
  }
}
