import type { ReactNode } from 'react'
import { type Cell, formatValue, type TableBlock, type TableRow } from '#kernel'
import { FigureButton, figureText } from '../figure/FigureButton.tsx'
import type { TableColumn } from './columns.ts'
import { DataTable } from './DataTable.tsx'
import { MiniBar } from './MiniBar.tsx'
import type { TableExport } from './TableExports.tsx'

const cellText = (cell: Cell | undefined): string => {
  if (!cell) return ''
  if (cell.type === 'text') return cell.text
  if (cell.type === 'number') return formatValue(cell.value, cell.unit, cell.show)
  return cell.type === 'empty' ? '' : figureText(cell.figure, cell.type === 'figure' ? cell.show : undefined)
}
const cellNumber = (cell: Cell | undefined): number | null => (cell?.type === 'number' ? cell.value : cell?.type === 'figure' || cell?.type === 'bar' ? cell.figure.value : null)

const seenCell = (cell: Cell | undefined, level = 0): ReactNode => {
  if (!cell) return '–'
  if (cell.type === 'empty') return <span className="faint"><span aria-hidden="true">–</span><span className="visually-hidden">{cell.reason}</span></span>
  if (cell.type === 'figure') return <FigureButton figure={cell.figure} show={cell.show} />
  if (cell.type === 'bar') return <><FigureButton figure={cell.figure} />{cell.figure.value !== null && <MiniBar share={cell.figure.value} mark={cell.mark} />}</>
  return <span style={level ? { paddingInlineStart: `${level}em` } : undefined}>{cellText(cell)}</span>
}

/** A table of the block model, as documents print it, with its figures open. */
export const BlockTable = ({ block, exports }: { block: TableBlock; exports?: readonly TableExport[] }) => {
  const columns = block.columns.map<TableColumn<TableRow>>((column, index) => ({
    key: column.key, title: column.title, group: column.group, align: column.align,
    text: (row) => cellText(row.cells[index]), render: (row) => seenCell(row.cells[index], index === 0 ? row.level : 0),
    ...(column.align === 'right' ? { number: (row: TableRow) => cellNumber(row.cells[index]) } : {}),
  }))
  return <DataTable caption={block.title} subtitle={block.subtitle} columns={columns} rows={block.rows} rowKey={({ id }) => id} rowKind={({ kind }) => kind ?? 'row'} sort="none" notes={block.notes} source={block.source} landscape={block.landscape} exports={exports} />
}
