import type { Cell, Column, TableBlock, Unit } from '#kernel'
import type { CsvTable } from './csv.ts'
import type { RowKind, TableColumn } from './columns.ts'

export type SeenTable<Row> = CsvTable<Row> & { readonly rowKind?: (row: Row) => RowKind }

/** The unit of a number by how it is written beside it: «12,5 %» is a share, «$1.234» and thousands of pesos are money. Undefined when the text says nothing. */
const unitWritten = (value: number, text: string): Unit | undefined => {
  if (/%\s*$/.test(text)) return 'ratio'
  if (/\$/.test(text)) return 'CLP'
  const digits = text.replace(/\D/g, '')
  return Math.abs(value) >= 1_000 && digits === String(Math.round(Math.abs(value) / 1_000)) ? 'CLP' : undefined
}
/** A column is money or a share when any of its numbers is written so. */
const unitOf = <Row>(column: TableColumn<Row>, rows: readonly Row[]): Unit => {
  for (const row of rows) {
    const value = column.number?.(row)
    const unit = value === null || value === undefined ? undefined : unitWritten(value, column.text(row))
    if (unit) return unit
  }
  return 'count'
}

const isNumbers = <Row>({ number, align }: TableColumn<Row>): boolean => Boolean(number) && align === 'right'
const IN_THOUSANDS = /\b(?:miles de pesos \(M\$\)|M\$)/g
const WRITTEN_SOURCE = 'Secplan, la misma tabla en pantalla'

/** Source of the file when the page says none in plain text. */
export const sourceText = (source: string | undefined): string => source?.trim() || WRITTEN_SOURCE

/**
 * The table on screen as a block of the model, for the Excel file: numbers typed, money always in whole pesos
 * (also when the page writes M$), the unit in the heading, texts as they are read.
 */
export const seenTableBlock = <Row>({ caption, subtitle, columns, rows, notes = [], source, rowKind }: SeenTable<Row>): TableBlock => {
  const units = columns.map((column) => (isNumbers(column) ? unitOf(column, rows) : undefined))
  const cellOf = (column: TableColumn<Row>, index: number, row: Row): Cell => {
    const value = isNumbers(column) ? column.number?.(row) : undefined
    if (value === undefined || value === null || !Number.isFinite(value)) return { type: 'text', text: column.text(row) }
    return { type: 'number', value, unit: unitWritten(value, column.text(row)) ?? units[index] ?? 'count' }
  }
  return {
    type: 'table', id: 'table', title: caption, ...(subtitle ? { subtitle: subtitle.replace(IN_THOUSANDS, 'pesos') } : {}),
    columns: columns.map<Column>(({ title, group, align = 'left' }, index) => ({ key: `c${index + 1}`, title: units[index] === 'CLP' && !title.includes('$') ? `${title} ($)` : title.replace('M$', '$'), align, ...(group ? { group } : {}) })),
    rows: rows.map((row, index) => ({ id: `r${index + 1}`, kind: rowKind?.(row) ?? 'row', cells: columns.map((column, at) => cellOf(column, at, row)) })),
    notes: notes.filter((note) => !/se redondea a miles/.test(note)), source: sourceText(source),
  }
}
