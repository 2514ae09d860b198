import { tooMany } from '#platform/actions'

const MINUTE_MS = 60_000

/** Counts per key in a sliding minute, in memory: one process. Throws the rate problem past the limit. */
export const rateLimit = () => {
  const seen = new Map<string, number[]>()
  return (key: string, perMinute: number): void => {
    const now = performance.now()
    const recent = (seen.get(key) ?? []).filter((at) => now - at < MINUTE_MS)
    if (recent.length >= perMinute) throw tooMany({ seconds: Math.max(1, Math.ceil((MINUTE_MS - (now - (recent[0] ?? now))) / 1000)) })
    recent.push(now)
    seen.set(key, recent)
    if (seen.size > 5000) for (const old of [...seen.keys()].slice(0, 1000)) seen.delete(old)
  }
}
