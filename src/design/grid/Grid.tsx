import { useRef, useState } from 'react'
import { type CellKeyboardEvent, type CellKeyDownArgs, DataGrid, type DataGridHandle, type DataGridProps, type RowsChangeData } from 'react-data-grid'
import 'react-data-grid/lib/styles.css'
import { useAppearance } from '../appearance/appearance.ts'
import { Icon } from '../icons/Icon.tsx'
import { cellText, isOpen, readCell } from './edit.ts'
import { gridColumns } from './grid-columns.tsx'
import type { GridProps } from './grid-types.ts'
import { covers, edges, type GridRange, type GridSpot, readClipboard, writeClipboard } from './selection.ts'
import { useEdits } from './use-edits.ts'

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
const rowHeights = { comfortable: 44, usual: 34, compact: 28 }

/** A grid that is handled as Excel: arrows, Enter, F2, Shift to extend, Ctrl+C, Ctrl+V, Supr, Ctrl+Z and Ctrl+Y, Ctrl+Enter to save. */
const Grid = <Row,>(props: GridProps<Row>) => {
  const { label, columns, rows, rowKey, onChange, mark, totals, height, onSave, onActive } = props
  const { density } = useAppearance()
  const rowHeight = rowHeights[density]
  const grid = useRef<DataGridHandle>(null)
  const [range, select] = useState<GridRange>()
  const [message, tell] = useState('')
  const edits = useEdits(props)
  const spots = new Map(rows.map((row, index) => [rowKey(row), index]))
  const chosen = (row: Row, column: number) => Boolean(range && covers(range, { row: spots.get(rowKey(row)) ?? -1, column }))

  const open = (spot: GridSpot) => {
    const [row, column] = [rows[spot.row], columns[spot.column]]
    return row !== undefined && column !== undefined && Boolean(onChange) && isOpen(column, mark?.(row, column.key))
  }
  const copied = (): string[][] => {
    if (!range) return []
    const { top, bottom, left, right } = edges(range)
    return rows.slice(top, bottom + 1).map((row) => columns.slice(left, right + 1).map((column) => cellText(column, row)))
  }
  const fill = (cells: readonly (readonly string[])[], from: GridSpot) => {
    let refused = 0
    const patches = cells.flatMap((line, down) => line.flatMap((text, across) => {
      const spot = { row: from.row + down, column: from.column + across }
      const column = columns[spot.column]
      const value = column && readCell(column, text)
      if (!column || value === undefined || !open(spot)) { refused += 1; return [] }
      return [{ rowIndex: spot.row, column: column.key, value }]
    }))
    edits.put(patches)
    tell(refused ? `No se pegaron ${refused} celdas: están cerradas, fuera de la grilla o no se leen como número.` : '')
  }
  const clear = () => {
    if (!range) return
    const { top, bottom, left, right } = edges(range)
    fill(Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => '')), { row: top, column: left })
  }
  const onKey = (args: CellKeyDownArgs<Row>, event: CellKeyboardEvent) => {
    const spot = { row: args.rowIdx, column: args.column.idx }
    if (args.mode === 'EDIT') {
      if (event.key === 'Enter' && !event.ctrlKey) { args.onClose(true, true); event.preventGridDefault(); grid.current?.selectCell({ idx: spot.column, rowIdx: Math.min(rows.length - 1, Math.max(0, spot.row + (event.shiftKey ? -1 : 1))) }) }
      return
    }
    const step = arrows[event.key]
    const key = event.key.toLowerCase()
    if (step && event.shiftKey) {
      event.preventGridDefault()
      event.preventDefault()
      const from = range ?? { anchor: spot, head: spot }
      select({ anchor: from.anchor, head: { row: Math.min(rows.length - 1, Math.max(0, from.head.row + step[0])), column: Math.min(columns.length - 1, Math.max(0, from.head.column + step[1])) } })
    } else if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')) {
      event.preventGridDefault()
      event.preventDefault()
      if (key === 'y' || event.shiftKey) edits.redo()
      else edits.undo()
    } else if ((event.ctrlKey || event.metaKey) && (event.key === 'Enter' || key === 's')) {
      event.preventGridDefault()
      event.preventDefault()
      onSave?.()
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventGridDefault()
      clear()
    } else if (event.ctrlKey && (key === 'c' || key === 'v' || key === 'x')) event.preventGridDefault()
  }
  const onRows = (next: readonly Row[], { indexes, column }: RowsChangeData<Row>) => {
    const source = columns.find(({ key }) => key === column.key)
    if (source) edits.put(indexes.flatMap((rowIndex) => { const row = next[rowIndex]; return row === undefined ? [] : [{ rowIndex, column: source.key, value: source.read(row) }] }))
  }
  const errors = mark ? rows.flatMap((row) => columns.flatMap((column) => { const error = mark(row, column.key)?.error; return error ? [{ id: `${rowKey(row)}-${column.key}`, error }] : [] })) : []
  return (
    <div className="grid-block"
      onCopy={(event) => { if (range && !(event.target instanceof HTMLInputElement)) { event.preventDefault(); event.clipboardData.setData('text/plain', writeClipboard(copied())) } }}
      onCut={(event) => { if (range && !(event.target instanceof HTMLInputElement)) { event.preventDefault(); event.clipboardData.setData('text/plain', writeClipboard(copied())); clear() } }}
      onPaste={(event) => { if (range && !(event.target instanceof HTMLInputElement)) { event.preventDefault(); fill(readClipboard(event.clipboardData.getData('text/plain')), { row: edges(range).top, column: edges(range).left }) } }}>
      <DataGrid<Row, Row, string> ref={grid} className="grid" aria-label={label} rowHeight={rowHeight} headerRowHeight={rowHeight} summaryRowHeight={rowHeight}
        columns={gridColumns({ columns, rows, mark, editable: Boolean(onChange), chosen, rowKey })} rows={rows} rowKeyGetter={rowKey} bottomSummaryRows={totals} onRowsChange={onRows as DataGridProps<Row, Row, string>['onRowsChange']} onCellKeyDown={onKey as DataGridProps<Row, Row, string>['onCellKeyDown']}
        onCellMouseDown={({ column, rowIdx }, event) => { if (event.shiftKey && range) { event.preventGridDefault(); select({ anchor: range.anchor, head: { row: rowIdx, column: column.idx } }) } }}
        onSelectedCellChange={({ rowIdx, column, row }) => { const spot = { row: rowIdx, column: column.idx }; select({ anchor: spot, head: spot }); tell(''); onActive?.(row === undefined ? undefined : { rowKey: rowKey(row), column: column.key }) }}
        style={{ blockSize: height ?? Math.min(560, (rows.length + 1 + (totals?.length ?? 0)) * rowHeight + 18) }} />
      <div role="status">{message && <p className="field-error"><Icon name="info" /><span>{message}</span></p>}</div>
      {errors.map(({ id, error }) => <p key={id} className="field-error"><Icon name="warning" /><span>{error}</span></p>)}
    </div>
  )
}
export default Grid
