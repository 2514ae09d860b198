import { type ObservationStatus, statuses } from '../model/status.ts'

/** A number with what is known of it; null says why in its status. */
export type Known = { readonly value: number | null; readonly status?: ObservationStatus }
export const UNKNOWN: Known = { value: null, status: 'no-data' }

/** From the gravest to the lightest: what a result inherits from its parts. */
const GRAVITY: readonly ObservationStatus[] = ['incomplete', 'not-publishable', 'unreliable', 'break', 'estimated', 'provisional', 'revised']
const inherited = (parts: readonly Known[]): ObservationStatus | undefined => GRAVITY.find((status) => parts.some((part) => part.status === status))
const made = (value: number, parts: readonly Known[]): Known => { const status = inherited(parts); return { value, ...(status ? { status } : {}) } }
const missing = (parts: readonly Known[]): Known => { const status = parts.find(({ value }) => value === null)?.status; return { value: null, status: status && !statuses[status].hasValue ? status : 'no-data' } }

/** The sum of parts; nothing when a part is not known, for a hole is not a zero. */
export const sumOf = (parts: readonly Known[]): Known => (parts.length === 0 || parts.some(({ value }) => value === null) ? missing(parts) : made(parts.reduce((sum, { value }) => sum + (value ?? 0), 0), parts))
/** One over another, by `per`. Over zero there is nothing to say. */
export const ratioOf = (over: Known, under: Known, per: number): Known => {
  if (over.value === null || under.value === null) return missing([over, under])
  return under.value === 0 ? { value: null, status: 'not-applicable' } : made((over.value / under.value) * per, [over, under])
}
/** Mean yearly growth in per cent: ((P1/P0)^(1/t) − 1) × 100. */
export const growthOf = (first: Known, last: Known, years: number): Known => {
  if (first.value === null || last.value === null) return missing([first, last])
  return first.value <= 0 || last.value < 0 || years <= 0 ? { value: null, status: 'not-applicable' } : made(((last.value / first.value) ** (1 / years) - 1) * 100, [first, last])
}
/** The middle of the numbers that are known. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
