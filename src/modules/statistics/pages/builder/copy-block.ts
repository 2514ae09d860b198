import { cellText } from '../../exports/cell-text.ts'
import { cubeValue } from '../../model/cube.ts'
import { labelsOfLine, type TableView } from './table-view.ts'

export type Block = { readonly fromRow: number; readonly toRow: number; readonly fromColumn: number; readonly toColumn: number }
/** The most cells that go to the clipboard at once. */
export const MOST_COPIED = 200_000
export const wholeBlock = ({ rows, columns }: TableView): Block => ({ fromRow: 0, toRow: rows.count - 1, fromColumn: 0, toColumn: columns.count - 1 })
export const blockSize = ({ fromRow, toRow, fromColumn, toColumn }: Block): number => (toRow - fromRow + 1) * (toColumn - fromColumn + 1)

/** A number as Excel in Chile takes it when pasted: all its digits, decimal comma; symbols where there is none. */
const plain = (view: TableView, row: number, column: number): string => {
  const at = view.cell(row, column)
  const value = cubeValue(view.cube, at)
  return value === null ? cellText(view.cube, at) : String(value).replace('.', ',')
}
/** A block with its headings, as tab-separated text. */
export const blockText = (view: TableView, { fromRow, toRow, fromColumn, toColumn }: Block): string => {
  const { rows, columns } = view
  const lines: string[] = []
  const stub = Math.max(1, rows.variables.length)
  const heads = Math.max(1, columns.variables.length)
  for (let level = 0; level < heads; level++) {
    const line = Array.from({ length: stub }, (_, at) => (level === heads - 1 ? (rows.variables[at]?.title ?? '') : ''))
    for (let column = fromColumn; column <= toColumn; column++) line.push(columns.codeAt(column, level)?.label ?? view.cube.measures[0]?.title ?? '')
    lines.push(line.join('\t'))
  }
  for (let row = fromRow; row <= toRow; row++) {
    const line = rows.variables.length > 0 ? [...labelsOfLine(rows, row)] : [view.cube.measures[0]?.title ?? '']
    for (let column = fromColumn; column <= toColumn; column++) line.push(plain(view, row, column))
    lines.push(line.join('\t'))
  }
  return lines.join('\n')
}
