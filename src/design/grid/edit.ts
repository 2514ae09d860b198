import { formatNumber } from '#kernel'
import { readNumber } from '../form/read-number.ts'
import type { CellChange, CellMark, GridColumn, GridValue } from './grid-types.ts'

export const cellText = <Row>(column: GridColumn<Row>, row: Row): string => {
  const value = column.read(row)
  return value === null ? '' : typeof value === 'number' ? formatNumber(value, column.decimals ?? 0) : value
}

/** What was typed or pasted, as a value of the column. Undefined when it does not read: the cell keeps what it had. */
export const readCell = <Row>(column: GridColumn<Row>, text: string): GridValue | undefined => {
  if (text.trim() === '') return null
  return column.kind === 'text' ? text.trim() : readNumber(text)
}
export const isOpen = <Row>(column: GridColumn<Row>, mark: CellMark | undefined): boolean => column.kind !== 'computed' && Boolean(column.write) && !mark?.closed

export type Patch = { readonly rowIndex: number; readonly column: string; readonly value: GridValue }
/** Puts values in cells. Returns the new rows and only what really changed. */
export const applyPatches = <Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], rowKey: (row: Row) => string, patches: readonly Patch[]): { rows: readonly Row[]; changes: readonly CellChange[] } => {
  const next = [...rows]
  const changes: CellChange[] = []
  for (const { rowIndex, column: key, value } of patches) {
    const row = next[rowIndex]
    const column = columns.find((one) => one.key === key)
    if (row === undefined || !column?.write) continue
    const from = column.read(row)
    if (from === value) continue
    next[rowIndex] = column.write(row, value)
    changes.push({ rowKey: rowKey(row), column: key, from, to: value })
  }
  return { rows: next, changes }
}
