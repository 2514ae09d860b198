import type { Cell } from '#platform/spreadsheets'
import type { AnswerKind } from '../contract.ts'

export type ReadValue = { readonly value: number | null; readonly text: string } | { readonly refused: string }
const isRecord = (cell: Cell): cell is Exclude<Cell, string | number | boolean | null> => typeof cell === 'object' && cell !== null

/** The text of a cell as somebody typed it; the apostrophe that made it text is dropped. */
export const cellText = (cell: Cell): string => {
  if (cell === null) return ''
  if (isRecord(cell)) return 'error' in cell ? cell.error : 'date' in cell ? cell.date : String(cell.percent)
  if (typeof cell === 'boolean') return cell ? 'sí' : 'no'
  return String(cell).replace(/^'(?=[=+\-@])/, '').trim()
}
/** «1.234,5», «57,4 %», «$ 1.200.000» or «57.4» as a number; undefined when it is none, or could be two. */
export const numberFromText = (text: string): number | undefined => {
  const bare = text.replace(/[$%\s\u00a0]/g, '').replace('−', '-')
  if (/^-?\d+$/.test(bare)) return Number(bare)
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d+,\d+$/.test(bare)) return Number(bare.replace(',', '.'))
  return /^-?\d+\.\d{1,2}$/.test(bare) ? Number(bare) : undefined
}
/** What an answer cell says for its kind of question. Percentages come out 0–100 whether the cell was formatted as a percentage or not. */
export const readAnswerCell = (cell: Cell, kind: AnswerKind): ReadValue => {
  const text = cellText(cell)
  if (isRecord(cell) && 'error' in cell) return { refused: `la celda tiene el error ${cell.error}` }
  if (text === '') return { value: null, text: '' }
  if (kind === 'text') return { value: null, text }
  if (typeof cell === 'number') return { value: cell, text: '' }
  if (isRecord(cell) && 'percent' in cell) return kind === 'percent' ? { value: Math.round(cell.percent * 1e8) / 1e6, text: '' } : { refused: 'pide un número y la celda es un porcentaje' }
  if (isRecord(cell)) return { refused: 'pide un número y la celda es una fecha' }
  const value = numberFromText(text)
  return value === undefined ? { refused: `«${text.slice(0, 40)}» no es un número` } : { value, text: '' }
}
const YES = new Set(['si', 'sí', 'x', 'verdadero', '1', 'true'])
const NO = new Set(['', 'no', 'falso', '0', 'false'])
/** True, false, or undefined when it cannot be told. */
export const readYes = (cell: Cell): boolean | undefined => {
  const text = cellText(cell).toLowerCase()
  return YES.has(text) ? true : NO.has(text) ? false : undefined
}
