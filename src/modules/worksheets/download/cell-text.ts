import { type Day, formatDay, formatNumber, formatPercent, formatPesos } from '#kernel'
import type { SheetColumn, SheetValue } from '#platform/actions'

const MOST = 6
/** Decimals a number needs to be written whole, six at most. */
export const decimalsOf = (value: number): number => {
  for (let decimals = 0; decimals < MOST; decimals++) if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) return decimals
  return MOST
}
/** A value as the office reads it. */
export const valueText = (column: SheetColumn, value: SheetValue | undefined): string => {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'sí' : 'no'
  if (typeof value === 'number') {
    if (column.kind === 'money') return formatPesos(value)
    return column.kind === 'percent' ? formatPercent(value, Math.max(1, decimalsOf(value * 100))) : formatNumber(value, decimalsOf(value))
  }
  if (column.kind === 'day') return formatDay(value as Day)
  return column.kind === 'choice' ? (column.choices?.find((choice) => choice.value === value)?.title ?? value) : value
}
const bare = (value: SheetValue | undefined): SheetValue => {
  if (typeof value !== 'string') return value ?? null
  return value.normalize('NFC').replace(/\r\n?/g, '\n').trim() || null
}
/** Whether two values say the same: empty is empty, and a float is not its last bit. */
export const sameValue = (left: SheetValue | undefined, right: SheetValue | undefined): boolean => {
  const [a, b] = [bare(left), bare(right)]
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a)) : a === b
}
