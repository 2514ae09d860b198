import { readNumber } from '../form/read-number.ts'
import type { GridColumn, ReadText } from './grid-types.ts'

const SHOWN = 40
/** How accounting formats show a zero. */
const DASH = /^\$?\s*[-–—]\s*$/

const readAmount = (text: string, whole: boolean): ReadText => {
  const said = text.replaceAll('\u00a0', ' ').trim()
  if (DASH.test(said)) return { value: 0 }
  if (/M\s*\$/i.test(said)) return { refused: `«${said.slice(0, SHOWN)}» está en miles de pesos (M$): escriba pesos` }
  if (said.includes('%')) return { refused: `«${said.slice(0, SHOWN)}» es un porcentaje: escriba el número sin el signo %` }
  const value = readNumber(said)
  if (value === undefined) return { refused: `«${said.slice(0, SHOWN)}» no es un número: escriba como ${whole ? '1.234.567' : '1.234,5'}` }
  if (whole && !Number.isInteger(value)) return { refused: `«${said.slice(0, SHOWN)}» trae decimales: los montos van en pesos enteros` }
  return { value }
}
/** What was typed or pasted, as a value of the column, or why it is none. */
export const readText = <Row>(column: GridColumn<Row>, text: string): ReadText => {
  if (column.parse) return column.parse(text)
  if (text.trim() === '') return { value: null }
  return column.kind === 'text' ? { value: text.trim() } : readAmount(text, column.kind === 'pesos')
}
