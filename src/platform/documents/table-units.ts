import { type Cell, type TableBlock, absenceText, formatPercent, formatValue } from '#kernel'
import { figureText } from './figure-text.ts'

/**
 * The unit of money is said once above a table and not in each cell. It can only be taken out when every amount of the
 * table is in the same unit; in a mixed table each cell keeps its sign.
 */
export type MoneyUnit = 'pesos' | 'thousands' | 'mixed' | 'none'

const moneyOf = (cell: Cell): 'pesos' | 'thousands' | undefined => {
  if (cell.type === 'figure' && cell.figure.unit === 'CLP' && cell.figure.value !== null) return cell.show?.thousands ? 'thousands' : 'pesos'
  if (cell.type === 'number' && cell.unit === 'CLP') return cell.show?.thousands ? 'thousands' : 'pesos'
  return undefined
}

export const moneyUnit = (table: TableBlock): MoneyUnit => {
  const units = new Set(table.rows.flatMap((row) => row.cells.map(moneyOf)).filter((unit) => unit !== undefined))
  const [only] = units
  return units.size > 1 ? 'mixed' : (only ?? 'none')
}

/** «Miles de pesos (M$)» for the caption, unless the subtitle already names the unit. */
export const unitNote = (table: TableBlock, unit: MoneyUnit): string | undefined => {
  if (unit !== 'pesos' && unit !== 'thousands') return undefined
  const said = unit === 'thousands' ? /M\$|miles de pesos/i : /(^|[^M])\$|pesos/i
  if (said.test(`${table.title} ${table.subtitle ?? ''}`)) return undefined
  return unit === 'thousands' ? 'miles de pesos (M$)' : 'pesos ($)'
}

const withoutSign = (text: string): string => text.replace(/^(−?)M?\$\u00a0?/, '$1')

/** The text of a cell. `unit` is the money unit of its table. */
export const cellText = (cell: Cell, unit: MoneyUnit): string => {
  switch (cell.type) {
    case 'text': return cell.text
    case 'empty': return cell.reason || absenceText['no-data']
    case 'bar': return cell.figure.value !== null && cell.figure.unit === 'ratio' ? formatPercent(cell.figure.value) : figureText(cell.figure)
    case 'number': return trim(formatValue(cell.value, cell.unit, cell.show), unit, cell.unit)
    case 'figure': return cell.figure.value === null ? figureText(cell.figure) : trim(figureText(cell.figure, cell.show), unit, cell.figure.unit)
  }
}

const trim = (text: string, unit: MoneyUnit, own: string): string => (own === 'CLP' && unit !== 'mixed' ? withoutSign(text) : text)
