import type { Compared } from '../compare/compare-file.ts'
import { cellText } from '../compare/read-cell.ts'
import type { Line } from '../contract.ts'
import { readRowMark } from './row-key.ts'
import type { WrittenRow, WrittenSheet } from './write-worksheet.ts'

const ids = (key: string): string => key.slice(0, key.lastIndexOf(':'))

/** The rows that were not admitted, as they came, with why in a last column: corrected there, they come back by the same page. */
export const rejectedSheet = ({ rows, found, columns, current, secret, comparison }: Compared, municipality: string): WrittenSheet => {
  const reasonsAt = new Map<number, Line[]>()
  for (const line of rows.lines) if (line.verdict === 'rejected' || line.verdict === 'unknown' || line.verdict === 'repeated') reasonsAt.set(line.row - 1, [...(reasonsAt.get(line.row - 1) ?? []), line])
  const written = [...rows.refusedRows].map(([index, id]): WrittenRow => {
    const lines = reasonsAt.get(index) ?? []
    const reason = lines.map(({ column, reason: why }) => (column ? `${column}: ${why}` : why)).join(' · ')
    const typed = (all: boolean) => Object.fromEntries(columns.flatMap((column) => { const at = found.at.get(column.key); return at !== undefined && (all || (column.open && lines.some((line) => line.column === column.title))) ? [[column.key, cellText(found.sheet.cell(index, at))] as const] : [] }))
    const row = id === null ? undefined : current.get(id)
    const mark = row && readRowMark(cellText(found.sheet.cell(index, found.key)), secret, comparison.name)
    if (!row || !mark || mark === 'forged') return { id: '', values: {}, typed: typed(true), reason }
    // Cells of the row that were fine keep what the person wrote; the others show it as it was written.
    const own = rows.changes.find(({ row: { id: other } }) => other === id)?.cells ?? []
    return { id: row.id, values: { ...row.values, ...Object.fromEntries(own.map(({ column, to }) => [column.key, to])) }, was: mark.was, typed: typed(false), reason, ...(row.closed === undefined ? {} : { closed: row.closed }) }
  })
  return { secret, title: `${comparison.title}: filas que no se admitieron`, municipality, columns, rows: written, reasons: true, mark: { ...found.mark, rows: written.filter(({ id }) => ids(`${id}:`) !== '').length } }
}
