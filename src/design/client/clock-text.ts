import { type Day, formatInstant, monthOf, monthNames, weekday } from '#kernel'

const weekdays = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const

/** 2026-07-22 → «miércoles». */
export const weekdayName = (value: Day): string => weekdays[weekday(value)] ?? ''
/** «mié 22-07», as lists of dates write it. */
export const shortDay = (value: Day): string => `${weekdayName(value).slice(0, 3)} ${value.slice(8, 10)}-${value.slice(5, 7)}`
/** «Miércoles 22 de julio». */
export const dayTitle = (value: Day): string => {
  const name = weekdayName(value)
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${Number(value.slice(8, 10))} de ${monthNames[monthOf(value) - 1]}`
}
/** «miércoles 22-07-2026, 09:40». */
export const formatClock = ({ today, now }: { today: Day; now: string }): string => `${weekdayName(today)} ${formatInstant(now)}`
