import type { Column } from 'react-data-grid'
import { Icon } from '../icons/Icon.tsx'
import { CellEditor } from './CellEditor.tsx'
import { cellText, copyText, isOpen } from './edit.ts'
import type { CellMark, GridColumn, GridProps, WrongText } from './grid-types.ts'

type Source<Row> = Pick<GridProps<Row>, 'columns' | 'rows' | 'mark' | 'rowKey'> & { editable: boolean; chosen: (row: Row, column: number) => boolean; wrongAt: (row: Row, column: string) => WrongText | undefined; onText: (text: string) => void }

/** A frozen column never takes more than its part of a phone. */
const widthOf = <Row,>({ width, kind, frozen }: GridColumn<Row>): number | string => (width === undefined ? (kind === 'text' ? 'max-content' : 112) : frozen ? `min(${width}px, 40vw)` : width)
const words = (mark: CellMark | undefined): string =>
  [mark?.error && `error: ${mark.error}`, mark?.unsaved && 'sin guardar', mark?.comment && `comentario: ${mark.comment}`, mark?.followed && 'en seguimiento', mark?.closed && 'cerrada'].filter(Boolean).join('; ')
const classes = (mark: CellMark | undefined): string[] =>
  [mark?.error ? 'cell-error' : '', mark?.unsaved ? 'cell-unsaved' : '', mark?.comment ? 'cell-comment' : '', mark?.followed ? 'cell-followed' : '', mark?.closed ? 'cell-closed' : '']

/** Our columns as the grid engine reads them: the state of each cell in its class and, in words, for those who do not see it. */
export const gridColumns = <Row,>({ columns, rows, mark, editable, chosen, rowKey, wrongAt, onText }: Source<Row>): Column<Row, Row>[] => columns.map((column, index): Column<Row, Row> => {
  const align = column.kind === 'text' ? '' : 'num'
  return {
    key: column.key, name: column.title, frozen: column.frozen, resizable: true, width: widthOf(column), minWidth: 64,
    headerCellClass: align || undefined, summaryCellClass: `${align} cell-total`.trim(),
    cellClass: (row) => [align, column.kind === 'computed' || (editable && !column.write) ? 'cell-computed' : '', chosen(row, index) ? 'cell-selected' : '', ...classes(mark?.(row, column.key))].filter(Boolean).join(' '),
    renderCell: ({ row }) => <CellContent text={wrongAt(row, column.key)?.text ?? cellText(column, row)} mark={mark?.(row, column.key)} />,
    renderSummaryCell: ({ row }) => cellText(column, row),
    editable: (row) => editable && isOpen(column, mark?.(row, column.key)),
    ...(editable && column.write ? { renderEditCell: ({ row, onRowChange, onClose }) => <CellEditor column={column} cell={cellName(column, columns, rows, row, rowKey)} start={wrongAt(row, column.key)?.text ?? copyText(column, row)} row={row} onText={onText} onRowChange={onRowChange} onClose={onClose} /> } : {}),
  }
})

const CellContent = ({ text, mark }: { text: string; mark: CellMark | undefined }) => {
  const said = words(mark)
  return <>{mark?.error && <Icon name="warning" />}<span title={said || undefined}>{text}</span>{said && <span className="visually-hidden"> ({said})</span>}</>
}
export const cellName = <Row,>(column: GridColumn<Row>, columns: readonly GridColumn<Row>[], rows: readonly Row[], row: Row, rowKey: (row: Row) => string): string => {
  const [first] = columns
  return `${column.title}, ${first ? cellText(first, row) : ''}, fila ${rows.findIndex((one) => rowKey(one) === rowKey(row)) + 1}`
}
