import type { TableColumn } from './columns.ts'

export type CsvTable<Row> = { readonly caption: string; readonly subtitle?: string; readonly columns: readonly TableColumn<Row>[]; readonly rows: readonly Row[]; readonly notes?: readonly string[]; readonly source?: string }

/** Cells that a spreadsheet would run as a formula are neutralised with an apostrophe; numbers stay numbers. */
const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(,\d+)?$/.test(text) ? `'${text}` : text)
const cell = (text: string): string => (/[";\n\r]/.test(neutral(text)) ? `"${neutral(text).replaceAll('"', '""')}"` : neutral(text))

/**
 * The table on screen as CSV for a Spanish Excel: semicolons, decimal comma, UTF-8 with mark.
 * Title, notes and source travel in visible rows.
 */
export const tableCsv = <Row>({ caption, subtitle, columns, rows, notes = [], source }: CsvTable<Row>): string => {
  const value = (column: TableColumn<Row>, row: Row): string => {
    const number = column.number?.(row)
    return number === undefined ? column.text(row) : number === null ? '' : String(number).replace('.', ',')
  }
  const lines = [
    [caption], ...(subtitle ? [[subtitle]] : []), [],
    columns.map(({ title, group }) => (group ? `${group} · ${title}` : title)),
    ...rows.map((row) => columns.map((column) => value(column, row))),
    ...(notes.length || source ? [[]] : []), ...notes.map((note) => [note]), ...(source ? [[`Fuente: ${source}`]] : []),
  ]
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`
}

/** File name without accents nor spaces: «Ejecución del gasto» → `ejecucion-del-gasto.csv`. */
export const fileName = (caption: string, ending: string): string =>
  `${caption.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80)}.${ending}`
