import type { Day } from './day.ts'

/** The only place where numbers and days become es-CL text. */
const NO_BREAK_SPACE = '\u00a0'
const MINUS = '−'

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.')

/** 1234567.891 with 2 decimals → «1.234.567,89». Rounds half away from zero. Negative with «−». */
export const formatNumber = (value: number, decimals = 0): string => {
  const scale = 10 ** decimals
  const rounded = Math.round((Math.abs(value) + Number.EPSILON * Math.abs(value)) * scale) / scale
  const [whole = '0', fraction] = rounded.toFixed(decimals).split('.')
  const sign = value < 0 && rounded !== 0 ? MINUS : ''
  return `${sign}${group(whole)}${fraction ? `,${fraction}` : ''}`
}

/** Pesos: «$1.234.567», «−$500». */
export const formatPesos = (amount: number): string => (amount < 0 ? `${MINUS}$${formatNumber(-amount)}` : `$${formatNumber(amount)}`)

/** Pesos shown in thousands: 1234567 → «M$ 1.235». */
export const formatThousands = (amount: number): string => `M$${NO_BREAK_SPACE}${formatNumber(Math.sign(amount) * Math.round(Math.abs(amount) / 1000))}`

/** Ratio 0.125 → «12,5 %» with no-break space, as the RAE writes it. */
export const formatPercent = (ratio: number, decimals = 1): string => `${formatNumber(ratio * 100, decimals)}${NO_BREAK_SPACE}%`

/** 2026-11-22 → «22-11-2026». */
export const formatDay = (value: Day): string => `${value.slice(8, 10)}-${value.slice(5, 7)}-${value.slice(0, 4)}`

const MONTHS = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre']
/** 2026-11-22 → «22 de noviembre de 2026». */
export const formatLongDay = (value: Day): string => `${Number(value.slice(8, 10))} de ${MONTHS[Number(value.slice(5, 7)) - 1]} de ${value.slice(0, 4)}`

/** An instant as the office in Santiago reads it: «22-07-2026, 09:40». */
export const formatInstant = (instant: string | Date): string => {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Santiago', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
      .formatToParts(typeof instant === 'string' ? new Date(instant) : instant)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts['day']}-${parts['month']}-${parts['year']}, ${parts['hour']}:${parts['minute']}`
}

/** The calendar day of an instant in Santiago. */
export const dayInSantiago = (instant: string | Date): Day => {
  const text = formatInstant(instant)
  return `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}` as Day
}

export type Unit = 'CLP' | 'ratio' | 'people' | 'count' | 'days' | 'percent-points' | (string & {})
/** One number with its unit, as screens and documents show it. `thousands` shows pesos as M$. */
export const formatValue = (value: number, unit: Unit, options: { thousands?: boolean; decimals?: number } = {}): string => {
  if (unit === 'CLP') return options.thousands ? formatThousands(value) : formatPesos(value)
  if (unit === 'ratio') return formatPercent(value, options.decimals ?? 1)
  return formatNumber(value, options.decimals ?? (Number.isInteger(value) ? 0 : 1))
}
