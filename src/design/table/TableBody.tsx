import type { ReactNode } from 'react'
import { PlaceLink } from '../frame/PlaceLink.tsx'
import type { RowKind, TableColumn } from './columns.ts'

type TableBodyProps<Row> = {
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[] | undefined
  totals: readonly Row[]
  rowKey: (row: Row) => string
  rowHref?: (row: Row) => string | undefined
  rowKind?: (row: Row) => RowKind
  rowClass?: (row: Row) => string | undefined
}
const DATE = /^\d\d-\d\d-\d{4}(, \d\d:\d\d)?$/
const kindClass: Record<RowKind, string | undefined> = { row: undefined, subtotal: 'subtotal', total: 'total', group: 'group-row' }

export const TableBody = <Row,>({ columns, rows = [], totals, rowKey, rowHref, rowKind, rowClass }: TableBodyProps<Row>) => {
  const line = (row: Row, kind: RowKind) => {
    const href = rowHref?.(row)
    const className = [kindClass[kind], rowClass?.(row)].filter(Boolean).join(' ') || undefined
    const [first] = columns
    if (kind === 'group' && first) return <tr key={rowKey(row)} className={className}><th scope="rowgroup" colSpan={columns.length}>{seen(first, row)}</th></tr>
    return (
      <tr key={rowKey(row)} className={className}>
        {columns.map((column, index) => {
          const content = seen(column, row)
          const align = column.align === 'right' ? 'num' : DATE.test(column.text(row)) ? 'date' : undefined
          if (index > 0) return <td key={column.key} className={isBlank(column, row) ? `blank ${align ?? ''}` : align} data-label={column.title}>{content}</td>
          return <th key={column.key} scope="row" className={align}>{href ? <PlaceLink className="row-link" href={href}>{content}</PlaceLink> : content}</th>
        })}
      </tr>
    )
  }
  return <tbody>{rows.map((row) => line(row, rowKind?.(row) ?? 'row'))}{totals.map((row) => line(row, 'total'))}</tbody>
}

/** Nothing to say: on a phone, where a row is a list of labelled lines, the line is left out. */
const isBlank = <Row,>(column: TableColumn<Row>, row: Row): boolean => !column.render && ['', '–'].includes(column.text(row))

/** An empty cell is a dash, with its reason when the column gives it. */
const seen = <Row,>(column: TableColumn<Row>, row: Row): ReactNode => column.render?.(row) ?? (column.text(row) || '–')
