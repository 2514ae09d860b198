import { type Day, dayFrom, formatNumber, isDay, sortKey } from '#kernel'
import type { SheetColumn, SheetValue } from '#platform/actions'
import type { Cell } from '#platform/spreadsheets'
import { decimalsOf } from '../download/cell-text.ts'

export type ReadCell = { readonly value: SheetValue } | { readonly refused: string }
const isRecord = (cell: Cell): cell is Exclude<Cell, string | number | boolean | null> => typeof cell === 'object' && cell !== null

/** The text of a cell as somebody typed it; the apostrophe that kept it from being a formula is dropped. */
export const cellText = (cell: Cell): string => {
  if (cell === null) return ''
  if (isRecord(cell)) return 'error' in cell ? cell.error : 'date' in cell ? cell.date : String(cell.percent)
  if (typeof cell === 'boolean') return cell ? 'sí' : 'no'
  const text = String(cell).normalize('NFC').replace(/\r\n?/g, '\n').trim()
  return /^'+[=+\-@\t]/.test(text) ? text.slice(1) : text
}
const folded = (text: string): string => sortKey(text).replace(/\s+/g, ' ').trim()

/** «1.234.567», «1.234,5», «$ 1.200», «-3» or «57.4»; undefined when it is no number or could be two. */
export const numberFromText = (text: string): number | undefined => {
  const digits = text.replace(/^M?\$/, '').replace(/[$%\s\u00a0]/g, '').replace('−', '-')
  if (/^-?\d+$/.test(digits)) return Number(digits)
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d+,\d+$/.test(digits)) return Number(digits.replace(',', '.'))
  return /^-?\d+\.(\d{1,2}|\d{4,})$/.test(digits) ? Number(digits) : undefined
}
const readNumber = (cell: Cell, text: string, kind: 'number' | 'money'): ReadCell => {
  if (isRecord(cell)) return { refused: 'date' in cell ? 'pide un número y la celda es una fecha: dé a la celda formato de número y escríbalo otra vez' : 'pide un número y la celda es un porcentaje: quite el signo %' }
  if (kind === 'money' && /^M\$/.test(text)) return { refused: 'está en miles de pesos (M$): escriba pesos' }
  const value = typeof cell === 'number' ? cell : /%/.test(text) ? undefined : numberFromText(text)
  if (value === undefined) return { refused: `«${text.slice(0, 40)}» no es un número: escriba sólo cifras` }
  if (kind === 'money' && !Number.isInteger(Math.round(value * 1e6) / 1e6)) return { refused: 'los montos van en pesos enteros, sin decimales' }
  return { value: kind === 'money' ? Math.round(value) : value }
}
const share = (percent: number): ReadCell => ({ value: Math.round(percent * 1e7) / 1e9 })
/** A share 0–1. «57,4 %» and a cell with percent format say it; a bare 57,4 too. A bare 0,57 could be either, and is asked again. */
const readPercent = (cell: Cell, text: string): ReadCell => {
  if (isRecord(cell)) return 'percent' in cell ? { value: Math.round(cell.percent * 1e9) / 1e9 } : { refused: 'pide un porcentaje y la celda es una fecha: dé a la celda formato de porcentaje y escríbalo otra vez' }
  const value = typeof cell === 'number' ? cell : numberFromText(text)
  if (value === undefined) return { refused: `«${text.slice(0, 40)}» no es un porcentaje: escriba como 57,4 %` }
  const signed = typeof cell !== 'number' && text.includes('%')
  const shown = (number: number) => formatNumber(number, decimalsOf(number))
  if (!signed && Math.abs(value) <= 1 && value !== 0) return { refused: `«${shown(value)}» puede ser ${shown(value)} % o ${shown(value * 100)} %: escríbalo con el signo %` }
  return share(value)
}
const readDay = (cell: Cell, text: string): ReadCell => {
  if (isRecord(cell) && 'date' in cell) return isDay(cell.date.slice(0, 10)) ? { value: cell.date.slice(0, 10) } : { refused: `«${cell.date}» no es una fecha` }
  if (isDay(text)) return { value: text }
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(text) ?? []
  if (year?.length === 2) return { refused: `el año de «${text}» tiene dos cifras: escriba ${day}-${month}-20${year} o el siglo que corresponda` }
  const iso = year && day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : ''
  return isDay(iso) ? { value: dayFrom(Number(year), Number(month), Number(day)) satisfies Day } : { refused: `«${text.slice(0, 40)}» no es una fecha que exista: escriba como 05-06-2026` }
}
const readChoice = (text: string, { choices = [] }: SheetColumn): ReadCell => {
  const wanted = folded(text)
  const found = choices.filter(({ value, title, also }) => folded(title) === wanted || value === text || (also !== undefined && folded(also) === wanted))
  const [one] = found
  if (one && (found.length === 1 || found.every(({ value }) => value === one.value))) return { value: one.value }
  if (one) return { refused: `«${text.slice(0, 60)}» nombra a más de una opción: elija de la lista de la celda` }
  const near = choices.slice(0, 6).map(({ title }) => title).join('; ')
  return { refused: `«${text.slice(0, 60)}» no es una opción. Elija de la lista de la celda: ${near}${choices.length > 6 ? '…' : ''}` }
}
const YES = new Set(['si', 'x', 'verdadero', '1', 'true'])
const NO = new Set(['no', 'falso', '0', 'false'])

/** What a cell says for its column, or why it cannot be taken. */
export const readCell = (cell: Cell, column: SheetColumn): ReadCell => {
  const text = cellText(cell)
  if (isRecord(cell) && 'error' in cell) return { refused: cell.error === '#SIN-CALCULAR' ? 'la celda tiene una fórmula sin calcular: péguela como valor' : `la celda tiene el error ${cell.error}: escriba el valor` }
  if (column.kind === 'text' || column.kind === 'long-text') {
    const said = isRecord(cell) && 'date' in cell && isDay(text) ? `${text.slice(8, 10)}-${text.slice(5, 7)}-${text.slice(0, 4)}` : text
    return { value: column.normal?.(said) ?? said }
  }
  if (text === '') return column.kind === 'yes-no' ? { refused: 'escriba sí o no' } : { value: null }
  if (column.kind === 'number' || column.kind === 'money') return readNumber(cell, text, column.kind)
  if (column.kind === 'percent') return readPercent(cell, text)
  if (column.kind === 'day') return readDay(cell, text)
  if (column.kind === 'choice') return readChoice(text, column)
  const said = folded(text)
  return YES.has(said) ? { value: true } : NO.has(said) ? { value: false } : { refused: `«${text.slice(0, 20)}» no es sí ni no` }
}
