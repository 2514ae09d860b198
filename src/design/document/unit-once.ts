import { type Cell, formatValue, type TableBlock } from '#kernel'

type MoneyForm = 'pesos' | 'thousands'
const formOf = (cell: Cell): MoneyForm | 'number' | undefined => {
  if (cell.type === 'figure') return cell.figure.unit !== 'CLP' || cell.figure.value === null ? undefined : cell.show?.thousands ? 'thousands' : 'pesos'
  return cell.type === 'number' && cell.unit === 'CLP' ? 'number' : undefined
}
const bare = (text: string): string => text.replace(/^(−?)M?\$\u00a0?/, '$1')

/**
 * A table as documents print it: the unit of money once, above, and not in each cell. Only when every amount is a figure in the same
 * unit; otherwise each cell keeps its sign. Values and recipes stay as they are.
 */
export const unitOnce = (table: TableBlock): TableBlock => {
  const forms = new Set(table.rows.flatMap(({ cells }) => cells.map(formOf)).filter((form) => form !== undefined))
  const [form] = forms
  if (forms.size !== 1 || form === 'number' || form === undefined) return table
  const said = (form === 'thousands' ? /M\$|miles de pesos/i : /(^|[^M])\$|pesos/i).test(`${table.title} ${table.subtitle ?? ''}`)
  const unit = form === 'thousands' ? 'miles de pesos (M$)' : 'pesos ($)'
  const written = (cell: Cell): Cell => cell.type === 'figure' && formOf(cell)
    ? { type: 'figure', figure: { ...cell.figure, text: bare(cell.show ? formatValue(cell.figure.value ?? 0, 'CLP', cell.show) : cell.figure.text) } } : cell
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(written) })), ...(said ? {} : { subtitle: table.subtitle ? `${table.subtitle}, ${unit}` : unit.slice(0, 1).toUpperCase() + unit.slice(1) }) }
}
