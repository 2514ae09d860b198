import type { Day } from './day.ts'
import { dayInSantiago } from './format.ts'

/** The only source of «now». A demo or a test fixes it. */
export type Clock = { readonly now: () => Date; readonly fixed: boolean }

export const systemClock: Clock = { now: () => new Date(), fixed: false }

/** A clock that stands still at an instant (demo, tests). */
export const fixedClock = (instant: string): Clock => {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) throw new RangeError(`No es un instante: ${instant}`)
  return { now: () => new Date(at), fixed: true }
}

const QUARTER_MS = 900_000
/** The last answer: every request asks, the calendar of Intl is slow, and the day of Santiago changes only at a quarter of an hour. */
let latest: { readonly quarter: number; readonly day: Day } | undefined
export const today = (clock: Clock): Day => {
  const now = clock.now()
  const quarter = Math.floor(now.getTime() / QUARTER_MS)
  if (latest?.quarter !== quarter) latest = { quarter, day: dayInSantiago(now) }
  return latest.day
}
