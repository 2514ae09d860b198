import { type Pesos, pesos } from '#kernel'
import type { Cell, Sheet } from '#platform/spreadsheets'

export type AmountUnit = 'pesos' | 'thousands'
/** Which mark separates thousands in texts. `sure` is false when no text decides it and the Chilean custom was taken. */
export type NumberStyle = { readonly thousands: '.' | ','; readonly sure: boolean }
export type AmountFault = 'empty' | 'text' | 'fraction' | 'error' | 'ambiguous'
/** A number as it was written: digits before and after the decimal mark. */
export type WrittenNumber = { readonly negative: boolean; readonly whole: string; readonly fraction: string; /** Could be read in both styles. */ readonly ambiguous: boolean }

const DIGIT = (code: number): boolean => code >= 48 && code <= 57
const groupsOfThree = (parts: readonly string[]): boolean => {
  const first = parts[0] ?? ''
  return first.length >= 1 && first.length <= 3 && parts.slice(1).every((part) => part.length === 3)
}

type Stripped = { readonly body: string; readonly negative: boolean }
/** Takes away «$», spaces and the signs: leading, trailing or accounting parentheses. Undefined when something else is there. */
const strip = (text: string): Stripped | undefined => {
  let body = ''
  let negative = false
  let open = false
  // After a trailing sign or a closing parenthesis no digit may come.
  let closed = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (DIGIT(code) || code === 46 || code === 44) {
      if (closed) return undefined
      body += text[at]
    } else if (code === 45 || code === 0x2212 || code === 0x2013) {
      if (negative) return undefined
      negative = true
      closed = body !== ''
    } else if (code === 40) {
      if (negative || body !== '') return undefined
      negative = true
      open = true
    } else if (code === 41) {
      if (!open) return undefined
      open = false
      closed = true
    } else if (!(code === 32 || code === 36 || code === 0xa0 || code === 0x202f || code === 9 || code === 39)) return undefined
  }
  return open ? undefined : { body, negative }
}

const split = (body: string, mark: '.' | ','): { whole: string; fraction: string } | undefined => {
  const decimal = mark === '.' ? ',' : '.'
  const [left = '', right, ...more] = body.split(decimal)
  if (more.length > 0 || right?.includes(mark)) return undefined
  const parts = left.split(mark)
  if (parts.length > 1 && !groupsOfThree(parts)) return undefined
  return { whole: parts.join('') || '0', fraction: right ?? '' }
}

/** Reads a number written as text under a style; what can only be read one way is read that way. Undefined when it is no number. */
export const readWritten = (text: string, thousands: '.' | ','): WrittenNumber | undefined => {
  const stripped = strip(text)
  if (!stripped || stripped.body === '') return undefined
  const { body, negative } = stripped
  if (!body.includes('.') && !body.includes(',')) return { negative, whole: body, fraction: '', ambiguous: false }
  const dotted = split(body, '.')
  const comma = split(body, ',')
  const preferred = thousands === '.' ? dotted : comma
  const chosen = preferred ?? dotted ?? comma
  if (!chosen || !/\d/.test(body)) return undefined
  return { negative, ...chosen, ambiguous: dotted !== undefined && comma !== undefined && (dotted.whole !== comma.whole || dotted.fraction !== comma.fraction) }
}

/** What a text says of the style: a vote for «.» or «,» as thousands, or nothing. */
const vote = (text: string): '.' | ',' | undefined => {
  const stripped = strip(text)
  if (!stripped || !/[.,]/.test(stripped.body)) return undefined
  const dotted = split(stripped.body, '.')
  const comma = split(stripped.body, ',')
  if (dotted && !comma) return '.'
  if (comma && !dotted) return ','
  return undefined
}

/** The style of the texts of one column, decided by all its rows; undefined when nothing decides. */
export const columnStyle = (sheet: Sheet, column: number, from: number): '.' | ',' | undefined => {
  let dots = 0
  let commas = 0
  for (let row = from; row < sheet.rowCount && dots + commas < 500; row++) {
    const cell = sheet.cell(row, column)
    if (typeof cell !== 'string') continue
    const says = vote(cell)
    if (says === '.') dots++
    else if (says === ',') commas++
  }
  return dots === commas ? undefined : dots > commas ? '.' : ','
}

/** The style of each amount column: its own evidence, else that of the whole sheet, else the Chilean custom, said to be unsure. */
export const numberStyles = (sheet: Sheet, columns: readonly number[], from: number): Map<number, NumberStyle> => {
  const own = columns.map((column) => columnStyle(sheet, column, from))
  const dots = own.filter((style) => style === '.').length
  const commas = own.filter((style) => style === ',').length
  const all = dots === commas ? undefined : dots > commas ? '.' : ','
  return new Map(columns.map((column, index) => [column, { thousands: own[index] ?? all ?? '.', sure: (own[index] ?? all) !== undefined }]))
}

const fromWritten = ({ negative, whole, fraction }: WrittenNumber, unit: AmountUnit): Pesos | AmountFault => {
  const digits = fraction.replace(/0+$/, '')
  const kept = unit === 'thousands' ? 3 : 0
  if (digits.length > kept) return 'fraction'
  const value = Number(unit === 'thousands' ? `${whole}${digits.padEnd(3, '0')}` : whole)
  return Number.isSafeInteger(value) ? pesos(negative ? -value : value) : 'text'
}

/** Noise of binary arithmetic in a stored number is not a fraction of a peso. */
const NOISE = 1e-4
const fromNumber = (value: number, unit: AmountUnit): Pesos | AmountFault => {
  const exact = unit === 'thousands' ? value * 1000 : value
  const whole = Math.round(exact)
  if (!Number.isSafeInteger(whole)) return 'text'
  return Math.abs(exact - whole) > NOISE ? 'fraction' : pesos(whole)
}

/**
 * A cell as whole pesos. «-» is zero; an empty cell is `empty`. Thousands may carry up to three decimals; anything that would
 * leave a fraction of a peso is refused, never rounded. A text that both styles could read and no column decides is `ambiguous`.
 */
export const readAmount = (cell: Cell, unit: AmountUnit, style: NumberStyle): Pesos | AmountFault => {
  if (cell === null) return 'empty'
  if (typeof cell === 'number') return fromNumber(cell, unit)
  if (typeof cell === 'string') {
    const text = cell.trim()
    if (text === '') return 'empty'
    if (text === '-' || text === '–' || text === '—' || text === '$ -' || text === '$-') return pesos(0)
    const written = readWritten(text, style.thousands)
    if (!written) return 'text'
    // In pesos only one of the two readings is whole, and that one is taken.
    if (written.ambiguous && !style.sure && unit === 'thousands') return 'ambiguous'
    return fromWritten(written, unit)
  }
  return typeof cell === 'object' && 'error' in cell ? 'error' : 'text'
}
