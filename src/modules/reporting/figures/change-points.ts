/** A value seen at one step of the ledger. */
export type Seen<T> = { readonly at: number; readonly value: T }

/**
 * Steps at which a value became another, among ordered steps, looking at few of them: halves where the ends are equal are skipped,
 * so a change undone between two looks is not reported. `look` is called at most `budget` times. `before` is the value before the first step.
 */
export const changePoints = async <T>(steps: readonly number[], before: T, same: (a: T, b: T) => boolean, look: (at: number) => Promise<T>, options: { readonly budget?: number; /** Value at the last step, when it is known. */ readonly end?: T } = {}): Promise<Seen<T>[]> => {
  const known = new Map<number, T>()
  let left = options.budget ?? 60
  const at = async (index: number): Promise<T | undefined> => {
    const step = steps[index]
    if (step === undefined) return undefined
    if (!known.has(index)) {
      if (left-- <= 0) return undefined
      known.set(index, await look(step))
    }
    return known.get(index)
  }
  const found: Seen<T>[] = []
  const search = async (low: number, lowValue: T, high: number, highValue: T): Promise<void> => {
    if (same(lowValue, highValue)) return
    if (high - low <= 1) {
      found.push({ at: steps[high] ?? 0, value: highValue })
      return
    }
    const middle = Math.floor((low + high) / 2)
    const value = await at(middle)
    if (value === undefined) {
      found.push({ at: steps[high] ?? 0, value: highValue })
      return
    }
    await search(low, lowValue, middle, value)
    await search(middle, value, high, highValue)
  }
  const last = steps.length - 1
  if (last < 0) return []
  const end = options.end ?? (await at(last))
  if (end !== undefined) await search(-1, before, last, end)
  return found
}
