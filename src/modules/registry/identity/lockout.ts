/** Failed attempts before the account rests, and for how long: five, then 1, 2, 4… minutes up to 60. A rule of this product, not of the law. */
const FREE_ATTEMPTS = 5
const LONGEST_MINUTES = 60
const MINUTE = 60_000
const MAX_STRANGERS = 2000

/** Minutes to wait after this many failures in a row; 0 while there are free attempts. */
export const lockMinutes = (failures: number): number => (failures < FREE_ATTEMPTS ? 0 : Math.min(LONGEST_MINUTES, 2 ** (failures - FREE_ATTEMPTS)))

/** The same count for addresses without account, kept in memory for the newest of them. Instants in milliseconds. */
export const strangerAttempts = () => {
  const attempts = new Map<string, { failures: number; lockedUntil: number }>()
  return {
    lockedUntil: (lookup: string): number => attempts.get(lookup)?.lockedUntil ?? 0,
    count: (lookup: string, now: number): void => {
      const failures = (attempts.get(lookup)?.failures ?? 0) + 1
      const minutes = lockMinutes(failures)
      attempts.delete(lookup)
      attempts.set(lookup, { failures, lockedUntil: minutes ? now + minutes * MINUTE : 0 })
      if (attempts.size > MAX_STRANGERS) attempts.delete(attempts.keys().next().value ?? '')
    },
  }
}
