import { useId, useState } from 'react'
import type { RenderEditCellProps } from 'react-data-grid'
import type { GridColumn } from './grid-types.ts'
import { readText } from './read-text.ts'

type CellEditorProps<Row> = { column: GridColumn<Row>; cell: string; /** What stands in the cell, wrong or not. */ start: string; /** Every text typed; the grid reads it when the cell closes. */ onText: (text: string) => void } & Pick<RenderEditCellProps<Row>, 'row' | 'onRowChange' | 'onClose'>

/** The box where a cell is typed. A text that does not read stays in its cell, marked with the reason. */
export const CellEditor = <Row,>({ column, cell, start, row, onText, onRowChange, onClose }: CellEditorProps<Row>) => {
  const [first] = useState(row)
  const [text, type] = useState(start)
  const list = useId()
  const read = readText(column, text)
  const change = (next: string) => {
    type(next)
    onText(next)
    const now = readText(column, next)
    // A fresh row even when nothing reads, so that closing the cell tells the grid.
    if (column.write) onRowChange(column.write(first, now.refused === undefined ? now.value : column.read(first)))
  }
  return (
    <>
    <input className="grid-editor" aria-label={cell} aria-invalid={read.refused !== undefined} title={read.refused} inputMode={column.kind === 'text' ? 'text' : 'decimal'} value={text}
      ref={(input) => { if (input && document.activeElement !== input) { input.focus(); input.select() } }}
      onChange={({ target }) => change(target.value)} onBlur={() => onClose(true, false)} list={column.options ? list : undefined} />
    {column.options && <datalist id={list}>{column.options.map((option) => <option key={option} value={option} />)}</datalist>}
    </>
  )
}
