import { tooMany } from '#platform/actions'

const MINUTE_MS = 60_000
const MAX_KEYS = 5000

/** Counts per key in a sliding minute, in memory: one process. Throws the rate problem past the limit. */
export const rateLimit = (clock: () => number = () => performance.now()) => {
  const seen = new Map<string, number[]>()
  /** Forgets keys whose minute passed; only when that is not enough, the ones least recently used. */
  const tidy = (now: number) => {
    for (const [key, times] of seen) if (now - (times.at(-1) ?? 0) >= MINUTE_MS) seen.delete(key)
    for (const key of seen.keys()) {
      if (seen.size <= MAX_KEYS) return
      seen.delete(key)
    }
  }
  return (key: string, perMinute: number): void => {
    const now = clock()
    const recent = (seen.get(key) ?? []).filter((at) => now - at < MINUTE_MS)
    if (recent.length >= perMinute) {
      const seconds = Math.max(1, Math.ceil((MINUTE_MS - (now - (recent[0] ?? now))) / 1000))
      throw tooMany({ seconds }, { facts: { retryAfter: seconds } })
    }
    recent.push(now)
    seen.delete(key) // to the end: most recently used
    seen.set(key, recent)
    if (seen.size > MAX_KEYS) tidy(now)
  }
}
