/** A calendar day without zone, written YYYY-MM-DD. */
export type Day = string & { readonly __kind: 'day' }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MILLISECONDS_PER_DAY = 86_400_000

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`)
const fromUtc = (date: Date): Day => date.toISOString().slice(0, 10) as Day

/** True when the text is an existing calendar day in ISO form. */
export const isDay = (text: string): text is Day => {
  if (!SHAPE.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Brands an ISO day. Throws RangeError for a day that does not exist (2026-02-30). */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`No es un día del calendario: ${text}`)
  return text
}

/** Reads a day as an office writes it: 22-11-2026, 22/11/2026, 22.11.2026 or ISO. Undefined when it is none. */
export const readDay = (text: string): Day | undefined => {
  const trimmed = text.trim()
  if (isDay(trimmed)) return trimmed
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(trimmed)
  if (!parts) return undefined
  const iso = `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}`
  return isDay(iso) ? iso : undefined
}

export const addDays = (start: Day, count: number): Day => fromUtc(new Date(utc(start).getTime() + count * MILLISECONDS_PER_DAY))

/** Days from one to the other; negative when `end` is earlier. */
export const daysBetween = (start: Day, end: Day): number => Math.round((utc(end).getTime() - utc(start).getTime()) / MILLISECONDS_PER_DAY)

/** 0 Sunday … 6 Saturday. */
export const weekday = (value: Day): number => utc(value).getUTCDay()

export const yearOf = (value: Day): number => Number(value.slice(0, 4))
export const monthOf = (value: Day): number => Number(value.slice(5, 7))

export const dayFrom = (year: number, month: number, dayOfMonth: number): Day =>
  day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)

export const lastDayOfMonth = (year: number, month: number): Day => fromUtc(new Date(Date.UTC(year, month, 0)))

/** Adds months to the equal date, or to the last day of the month when it does not exist (Ley 19.880, art. 25). */
export const addMonths = (start: Day, count: number): Day => {
  const index = yearOf(start) * 12 + monthOf(start) - 1 + count
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  const last = lastDayOfMonth(year, month)
  const wanted = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${start.slice(8)}`
  return wanted > last ? last : day(wanted)
}

export const earliest = (a: Day, b: Day): Day => (a < b ? a : b)
export const latest = (a: Day, b: Day): Day => (a > b ? a : b)
