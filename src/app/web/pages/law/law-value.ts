import { counted, formatPercent, formatPesos, type LawValue } from '#kernel'
import { countedText, recordText, rowText, saidText } from './law-words.ts'

type Valued = Pick<LawValue, 'value'>
type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const SHORT = 3
const NAMED: Readonly<Record<string, string>> = { UTM: 'UTM', UF: 'UF', 'M$': 'M$' }

const numberText = (value: number, unit: string): string =>
  unit === 'CLP' ? formatPesos(value) : unit === 'ratio' ? formatPercent(value, Number.isInteger(value * 100) ? 0 : 2) : unit === 'percent' ? `${countedText(value, '')} %` : unit === 'M$' || unit === 'UF' ? `${NAMED[unit]} ${countedText(value, '')}` : `${countedText(value, unit)}${NAMED[unit] ? ` ${NAMED[unit]}` : ''}`

/** A legal value in one line; what does not fit in it is in `fullValue`. */
export const valueText = ({ value }: Valued, unit: string): string => {
  if (typeof value === 'number') return numberText(value, unit)
  if (typeof value === 'boolean') return value ? 'sí' : 'no'
  if (typeof value === 'string') return saidText(value, unit)
  if (Array.isArray(value)) return value.some(isRow) ? counted(value.length, 'fila', 'filas') : value.length <= SHORT ? value.map((one) => (typeof one === 'number' ? countedText(one, '') : String(one))).join(', ') : counted(value.length, 'elemento', 'elementos')
  return isRow(value) ? (recordText(value, unit) ?? rowText(value).parts.slice(0, SHORT).join('; ')) : ''
}
/** Every item of a list, row of a table or part of a record, one a line; empty when the line of the value says it all. */
export const fullValue = ({ value }: Valued, unit: string): readonly string[] => {
  if (Array.isArray(value)) return value.some(isRow) ? value.filter(isRow).map((row) => { const { name, parts } = rowText(row); return [name, parts.join(', ')].filter(Boolean).join(': ') }) : value.length > SHORT ? value.map(String) : []
  if (!isRow(value) || recordText(value, unit) !== undefined) return []
  const { parts } = rowText(value)
  return parts.length > SHORT ? parts : []
}
export const citation = ({ norm, article }: LawValue): string => (article ? `${norm}, ${article}` : norm)
