import type { SessionFact } from '../facts.ts'
import { dayNumber, dayText, openFrom } from './days.ts'

/** Thursdays of a month, by day number. */
const thursdays = (year: number, month: number): number[] => {
  const days: number[] = []
  for (let day = dayNumber(year, month, 1); day < dayNumber(year, month + 1, 1); day += 1) if ((((day + 3) % 7) + 7) % 7 === 4) days.push(day) // 2025-01-01, day 0, was a Wednesday
  return days
}

/** Three ordinary sessions a month (LOCM art. 84): first, second and last Thursday, moved when it is a holiday. The first one was on 12-12-2024. */
export const councilSessions = (): SessionFact[] => {
  const days = [dayNumber(2024, 12, 12)]
  for (let index = 0; index < 20; index += 1) {
    const found = thursdays(2025 + Math.floor(index / 12), (index % 12) + 1)
    for (const day of [found[0], found[1], found.at(-1)]) if (day !== undefined) days.push(openFrom(day))
  }
  return days.map((day, index) => ({ number: index + 1, date: dayText(day), kind: 'ordinary' }))
}
