import { useRef } from 'react'
import { applyPatches, type Patch } from './edit.ts'
import type { CellChange, GridProps } from './grid-types.ts'

/** Changes of a grid with their way back: each group (a cell, a paste, a clearing) is undone at once with Ctrl+Z and redone with Ctrl+Y. */
export const useEdits = <Row,>({ rows, columns, rowKey, onChange }: Pick<GridProps<Row>, 'rows' | 'columns' | 'rowKey' | 'onChange'>) => {
  const done = useRef<(readonly CellChange[])[]>([])
  const undone = useRef<(readonly CellChange[])[]>([])
  const put = (patches: readonly Patch[]) => {
    const result = applyPatches(rows, columns, rowKey, patches)
    if (result.changes.length === 0) return
    done.current.push(result.changes)
    undone.current = []
    onChange?.(result.rows, result.changes)
  }
  const replay = (from: typeof done, to: typeof done, side: 'from' | 'to') => {
    const group = from.current.pop()
    if (!group) return
    const index = new Map(rows.map((row, at) => [rowKey(row), at]))
    const patches = group.flatMap((change) => { const rowIndex = index.get(change.rowKey); return rowIndex === undefined ? [] : [{ rowIndex, column: change.column, value: change[side] }] })
    const result = applyPatches(rows, columns, rowKey, patches)
    to.current.push(group)
    if (result.changes.length > 0) onChange?.(result.rows, result.changes)
  }
  return { put, undo: () => replay(done, undone, 'from'), redo: () => replay(undone, done, 'to') }
}
