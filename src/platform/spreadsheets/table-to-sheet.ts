import type { Cell, Column, FigureDisplay, TableBlock, TableRow, Unit } from '#kernel'
import type { OutputCell, OutputColumn, OutputFormat, OutputRow, OutputSheet } from './write-workbook.ts'

const formatOf = (unit: Unit, show: FigureDisplay | undefined): OutputFormat => {
  if (unit === 'CLP') return show?.thousands ? 'thousands' : 'pesos'
  if (unit === 'ratio') return 'percent'
  return show?.decimals ? 'number' : 'integer'
}

const cellOf = (cell: Cell): OutputCell => {
  switch (cell.type) {
    case 'text': return { value: cell.text, format: cell.code ? 'code' : 'text' }
    case 'number': return { value: cell.value, format: Number.isInteger(cell.value) || cell.unit === 'ratio' ? formatOf(cell.unit, cell.show) : 'number' }
    case 'figure': return cell.figure.value === null ? { value: cell.figure.text, format: 'text' } : { value: cell.figure.value, format: formatOf(cell.figure.unit, cell.show) }
    case 'bar': return cell.figure.value === null ? { value: cell.figure.text, format: 'text' } : { value: cell.figure.value, format: 'percent' }
    default: return { value: cell.reason, format: 'text' }
  }
}

const columnOf = (column: Column): OutputColumn => ({ title: column.title, format: column.align === 'right' ? 'integer' : 'text', group: column.group })
const rowOf = ({ cells, kind, level }: TableRow): OutputRow => ({ cells: cells.map(cellOf), strong: kind !== undefined && kind !== 'row', indent: level ?? 0 })

/** A table of a document as a sheet: the same numbers as on the screen, typed; amounts in thousands keep their pesos and are shown as M$. */
export const tableToSheet = (table: TableBlock): OutputSheet => ({
  name: table.title, title: table.title, subtitle: table.subtitle,
  columns: table.columns.map(columnOf), rows: table.rows.map(rowOf), notes: table.notes, source: table.source,
})
