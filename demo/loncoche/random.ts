/** A repeatable stream of numbers (mulberry32): the same seed gives the same year, always. */
export type Random = { readonly next: () => number; readonly between: (low: number, high: number) => number; readonly whole: (low: number, high: number) => number; readonly pick: <T>(items: readonly T[]) => T; readonly chance: (probability: number) => boolean }

export const randomStream = (text: string): Random => {
  let state = 2166136261
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next, whole,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new RangeError('Nothing to pick from')
      return item
    },
  }
}

/** Whole parts in proportion to the weights that add up exactly to the total; the last part takes the rounding. */
export const splitExactly = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((acc, weight) => acc + weight, 0)
  let given = 0
  return weights.map((weight, index) => {
    const part = index === weights.length - 1 ? total - given : Math.round((total * weight) / sum)
    given += part
    return part
  })
}
