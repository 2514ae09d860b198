import { useEffect, useRef, useState } from 'react'
import { type CellKeyboardEvent, type CellKeyDownArgs, DataGrid, type DataGridHandle, type DataGridProps, type RowsChangeData } from 'react-data-grid'
import 'react-data-grid/lib/styles.css'
import { useAppearance } from '../appearance/appearance.ts'
import { Icon } from '../icons/Icon.tsx'
import { copyText } from './edit.ts'
import { GridErrors } from './GridErrors.tsx'
import { gridColumns } from './grid-columns.tsx'
import type { CellMark, GridProps } from './grid-types.ts'
import { planPaste, repeated } from './paste.ts'
import { readText } from './read-text.ts'
import { covers, edges, type GridRange, readClipboard, writeClipboard } from './selection.ts'
import { useEdits } from './use-edits.ts'

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
const rowHeights = { comfortable: 44, usual: 34, compact: 28 }

/** A grid that is handled as Excel: arrows, Enter, F2, Shift to extend, Ctrl+A, Ctrl+C, Ctrl+V, Supr, Ctrl+Z and Ctrl+Y, Ctrl+Enter to save. */
const Grid = <Row,>(props: GridProps<Row>) => {
  const { label, rows, rowKey, onChange, mark, totals, height, onSave, onActive, newRow } = props
  // The engine puts frozen columns first: places are counted as they are seen.
  const columns = [...props.columns].sort((a, b) => Number(Boolean(b.frozen)) - Number(Boolean(a.frozen)))
  const { density } = useAppearance()
  const rowHeight = rowHeights[density]
  const grid = useRef<DataGridHandle>(null)
  const [range, select] = useState<GridRange>()
  const [message, tell] = useState({ text: '', trouble: false })
  const typed = useRef<string>(undefined)
  const edits = useEdits(props)
  const marked = (row: Row, column: string): CellMark | undefined => {
    const wrong = edits.wrongAt(row, column)
    const own = mark?.(row, column)
    return wrong ? { ...own, error: wrong.reason, unsaved: false } : own
  }
  const spots = new Map(rows.map((row, index) => [rowKey(row), index]))
  const chosen = (row: Row, column: number) => Boolean(range && covers(range, { row: spots.get(rowKey(row)) ?? -1, column }))

  // An undone paste takes its rows away, and the active cell with them: the keyboard stays in the grid.
  useEffect(() => {
    if (range && range.anchor.row >= rows.length && rows.length > 0 && (!document.activeElement || document.activeElement === document.body)) grid.current?.selectCell({ idx: range.anchor.column, rowIdx: rows.length - 1 }, { shouldFocusCell: true })
  }, [rows.length])
  const copied = (): string[][] => {
    if (!range) return []
    const { top, bottom, left, right } = edges(range)
    return rows.slice(top, bottom + 1).map((row) => columns.slice(left, right + 1).map((column) => edits.wrongAt(row, column.key)?.text ?? copyText(column, row)))
  }
  const fill = (block: readonly (readonly string[])[], verb: 'pegaron' | 'vaciaron') => {
    if (!range || !onChange) return
    const plan = planPaste({ columns, rows, mark, newRow }, repeated(block, range), range, verb)
    edits.put(plan.patches, plan.added)
    select(plan.range)
    tell({ text: plan.told, trouble: plan.trouble })
  }
  const clear = () => {
    if (!range) return
    const { top, bottom, left, right } = edges(range)
    fill(Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => '')), 'vaciaron')
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
    } else if ((event.ctrlKey || event.metaKey) && key === 'a') {
      event.preventGridDefault()
      event.preventDefault()
      select({ anchor: { row: 0, column: 0 }, head: { row: rows.length - 1, column: columns.length - 1 } })
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
    const text = typed.current
    typed.current = undefined
    if (!source || text === undefined) return
    const read = readText(source, text)
    edits.put(indexes.filter((rowIndex) => next[rowIndex] !== undefined).map((rowIndex) => ({ rowIndex, column: source.key, ...(read.refused === undefined ? { value: read.value } : { wrong: { text, reason: read.refused } }) })))
  }
  return (
    <div className="grid-block"
      onCopy={(event) => { if (range && !(event.target instanceof HTMLInputElement)) { event.preventDefault(); event.clipboardData.setData('text/plain', writeClipboard(copied())) } }}
      onCut={(event) => { if (range && !(event.target instanceof HTMLInputElement)) { event.preventDefault(); event.clipboardData.setData('text/plain', writeClipboard(copied())); clear() } }}
      onPaste={(event) => { if (range && !(event.target instanceof HTMLInputElement)) { event.preventDefault(); fill(readClipboard(event.clipboardData.getData('text/plain')), 'pegaron') } }}>
      <DataGrid<Row, Row, string> ref={grid} className="grid" aria-label={label} rowHeight={rowHeight} headerRowHeight={rowHeight} summaryRowHeight={rowHeight}
        columns={gridColumns({ columns, rows, mark: marked, editable: Boolean(onChange), chosen, rowKey, wrongAt: edits.wrongAt, onText: (text) => { typed.current = text } })} rows={rows} rowKeyGetter={rowKey} bottomSummaryRows={totals} onRowsChange={onRows as DataGridProps<Row, Row, string>['onRowsChange']} onCellKeyDown={onKey as DataGridProps<Row, Row, string>['onCellKeyDown']}
        onCellMouseDown={({ column, rowIdx }, event) => { if (event.shiftKey && range) { event.preventGridDefault(); select({ anchor: range.anchor, head: { row: rowIdx, column: column.idx } }) } }}
        onSelectedCellChange={({ rowIdx, column, row }) => { const spot = { row: rowIdx, column: column.idx }; select(rowIdx < 0 || rowIdx >= rows.length ? undefined : { anchor: spot, head: spot }); tell({ text: '', trouble: false }); onActive?.(row === undefined ? undefined : { rowKey: rowKey(row), column: column.key }) }}
        style={{ blockSize: height ?? Math.min(560, (rows.length + 1 + (totals?.length ?? 0)) * rowHeight + 18) }} />
      <div role="status">{message.text && <p className={message.trouble ? 'field-error' : 'source'}>{message.trouble && <Icon name="info" />}<span>{message.text}</span></p>}</div>
      <GridErrors columns={columns} rows={rows} rowKey={rowKey} mark={marked} onGo={(spot) => grid.current?.selectCell({ idx: spot.column, rowIdx: spot.row }, { shouldFocusCell: true })} />
    </div>
  )
}
export default Grid
