import { useState } from 'react'
import type { RenderEditCellProps } from 'react-data-grid'
import { cellText, readCell } from './edit.ts'
import type { GridColumn } from './grid-types.ts'

/** The box where a cell is typed. A text that does not read leaves the cell as it was. */
export const CellEditor = <Row,>({ column, cell, row, onRowChange, onClose }: { column: GridColumn<Row>; cell: string } & Pick<RenderEditCellProps<Row>, 'row' | 'onRowChange' | 'onClose'>) => {
  const [first] = useState(row)
  const [text, type] = useState(() => cellText(column, row))
  const unreadable = readCell(column, text) === undefined
  const change = (next: string) => {
    type(next)
    const value = readCell(column, next)
    onRowChange(value === undefined || !column.write ? first : column.write(first, value))
  }
  return (
    <input className="grid-editor" aria-label={cell} aria-invalid={unreadable} inputMode={column.kind === 'text' ? 'text' : 'decimal'} value={text}
      ref={(input) => { if (input && document.activeElement !== input) { input.focus(); input.select() } }}
      onChange={({ target }) => change(target.value)} onBlur={() => onClose(true, false)} />
  )
}
