import type { ObservationStatus } from '../model/status.ts'

/**
 * A status as a byte, mild first. Up to NO_SERVICE nothing is missing (there is nothing to count); from NO_DATA on a part is not known.
 * When parts with several marks are added, the sum carries the gravest.
 */
const order: readonly ObservationStatus[] = ['none', 'not-applicable', 'no-service', 'revised', 'provisional', 'estimated', 'break', 'unreliable', 'not-publishable', 'no-data', 'not-received', 'reserved', 'incomplete']
export const NO_SERVICE = 3
export const NO_DATA = 10
export const RESERVED = 12
export const INCOMPLETE = 13
export const markOf = (status: ObservationStatus): number => order.indexOf(status) + 1
export const statusOf = (mark: number): ObservationStatus | undefined => order[mark - 1]
export const statusesInOrder = order

export type Part = { readonly value: number; readonly mark: number }
/**
 * The sum of parts, as the engine's query makes it: never a silent zero. No number anywhere gives none, with the gravest reason;
 * some numbers and something missing give an incomplete sum; a part where nothing applies takes nothing away.
 */
export const sumOf = (parts: readonly Part[]): Part => {
  if (parts.length === 1 && parts[0]) return parts[0]
  let value = 0
  let known = 0
  let missing = false
  let withValue = 0
  let without = 0
  for (const part of parts) {
    if (Number.isNaN(part.value)) {
      without = Math.max(without, part.mark || NO_DATA)
      missing ||= part.mark === 0 || part.mark >= NO_DATA
    } else {
      known++
      value += part.value
      withValue = Math.max(withValue, part.mark)
    }
  }
  if (known === 0) return { value: Number.NaN, mark: without || NO_DATA }
  return { value, mark: missing ? INCOMPLETE : withValue > NO_SERVICE ? withValue : 0 }
}
