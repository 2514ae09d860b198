import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Day } from '#kernel'
import type { SheetValue } from '#platform/actions'

const LENGTH = 24
/** What the file says of itself, in the hidden column of its title. */
export type SheetMark = {
  readonly name: string; readonly commune: string; readonly filters: unknown; readonly at: string; readonly effectiveOn: Day; readonly knownOn: Day
  readonly rows: number; readonly words: readonly string[]
}
/** Which record a row is and what its open cells said when it went down. */
export type RowMark = { readonly id: string; readonly was: Readonly<Record<string, SheetValue>> }

const sign = (secret: Uint8Array, kind: string, payload: string): string => createHmac('sha256', secret).update(`${kind}\n${payload}`).digest('hex').slice(0, LENGTH)
const write = (secret: Uint8Array, kind: string, value: unknown): string => {
  const payload = Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${kind}.${payload}.${sign(secret, kind, payload)}`
}
const SHAPE = /^(planilla|fila-[a-z.-]+)\.([\w-]+)\.([0-9a-f]{24})$/

/** A mark and whether its signature is ours; undefined when the text is no mark at all. */
const read = (text: string, secret: Uint8Array): { readonly kind: string; readonly value: unknown; readonly ours: boolean } | undefined => {
  const [, kind, payload, given] = SHAPE.exec(text.trim()) ?? []
  if (!kind || !payload || !given) return undefined
  const ours = timingSafeEqual(Buffer.from(given), Buffer.from(sign(secret, kind, payload)))
  try {
    return { kind, value: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')), ours }
  } catch {
    return undefined
  }
}

export const sheetMark = (secret: Uint8Array, mark: SheetMark): string => write(secret, 'planilla', mark)
/** Bound to its worksheet: a row of one list is nobody's in another. */
export const rowMark = (secret: Uint8Array, name: string, mark: RowMark): string => write(secret, `fila-${name}`, mark)

/** The mark of the file. `forged` when somebody else signed it. */
export const readSheetMark = (text: string, secret: Uint8Array): SheetMark | 'forged' | undefined => {
  const found = read(text, secret)
  if (found?.kind !== 'planilla') return undefined
  return found.ours ? (found.value as SheetMark) : 'forged'
}
export const readRowMark = (text: string, secret: Uint8Array, name: string): RowMark | 'forged' => {
  const found = read(text, secret)
  return found?.kind === `fila-${name}` && found.ours ? (found.value as RowMark) : 'forged'
}
