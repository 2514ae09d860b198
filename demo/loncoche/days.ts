import type { Day } from '#kernel'

/** The demonstration runs on day numbers, 0 being 2025-01-01: fast, and without time zones. */
const MILLISECONDS = 86_400_000
const START = Date.UTC(2025, 0, 1)
const LENGTH = 790

/** Public holidays of 2025 and 2026 with the movable rule applied (Leyes 2.977, 19.668, 19.973, 21.357). */
const HOLIDAYS = new Set(
  `2025-01-01 2025-04-18 2025-04-19 2025-05-01 2025-05-21 2025-06-20 2025-06-29 2025-07-16 2025-08-15 2025-09-18 2025-09-19 2025-10-12
2025-10-31 2025-11-01 2025-11-16 2025-12-08 2025-12-14 2025-12-25 2026-01-01 2026-04-03 2026-04-04 2026-05-01 2026-05-21 2026-06-21 2026-06-29
2026-07-16 2026-08-15 2026-09-18 2026-09-19 2026-10-12 2026-10-31 2026-11-01 2026-12-08 2026-12-25`.split(/\s+/),
)

const texts: Day[] = []
const open: boolean[] = []
for (let index = 0; index < LENGTH; index += 1) {
  const date = new Date(START + index * MILLISECONDS)
  const text = date.toISOString().slice(0, 10) as Day
  texts.push(text)
  open.push(date.getUTCDay() % 6 !== 0 && !HOLIDAYS.has(text))
}

export const dayText = (index: number): Day => texts[index] ?? (new Date(START + index * MILLISECONDS).toISOString().slice(0, 10) as Day)
/** Number of the day; months run 1–12. */
export const dayNumber = (year: number, month: number, dayOfMonth: number): number => Math.round((Date.UTC(year, month - 1, dayOfMonth) - START) / MILLISECONDS)
export const numberOf = (text: string): number => dayNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
export const isOpen = (index: number): boolean => open[index] ?? false

/** The business day itself or the next one. */
export const openFrom = (index: number): number => { let day = index; while (!isOpen(day) && day < LENGTH) day += 1; return day }
/** The business day itself or the one before. */
export const openUntil = (index: number): number => { let day = index; while (!isOpen(day) && day > 0) day -= 1; return day }
export const lastOpenOf = (year: number, month: number): number => openUntil(dayNumber(year, month + 1, 1) - 1)
export const openDaysOf = (year: number, month: number): number[] => {
  const days: number[] = []
  for (let index = dayNumber(year, month, 1); index < dayNumber(year, month + 1, 1); index += 1) if (isOpen(index)) days.push(index)
  return days
}

/** Continental Chile: −03:00 from the first Sunday after 2 September to the first Sunday after 2 April, else −04:00. */
const WINTER = [[dayNumber(2025, 4, 6), dayNumber(2025, 9, 7)], [dayNumber(2026, 4, 5), dayNumber(2026, 9, 6)]] as const
const stamps = new Map<string, string>()
export const instant = (index: number, time: string): string => {
  const key = `${index} ${time}`
  const known = stamps.get(key)
  if (known !== undefined) return known
  const winter = WINTER.some(([from, to]) => index >= from && index < to)
  const made = `${dayText(index)}T${time}:00${winter ? '-04:00' : '-03:00'}`
  stamps.set(key, made)
  return made
}

/** Last day with facts: the demonstration clock stands at the morning of the next day. */
export const LAST_DAY = dayNumber(2026, 7, 21)
export const CLOCK = '2026-07-22T09:40:00-04:00'
