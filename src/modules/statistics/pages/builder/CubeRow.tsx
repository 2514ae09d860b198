import { cellText } from '../../exports/cell-text.ts'
import { cubeValue } from '../../model/cube.ts'
import { statuses } from '../../model/status.ts'
import { TOTAL } from '../../tables/totals.ts'
import type { Block } from './copy-block.ts'
import { NoteMark } from './CubeHead.tsx'
import type { Place } from './CubeTable.tsx'
import type { TableView } from './table-view.ts'
import { STUB, type Window } from './use-window.ts'

type Props = { view: TableView; row: number; seen: Window; levels: number; stubs: number; active: number; chosen: Block | undefined; mark: (note: string | undefined) => string; onPlace: (place: Place, extend: boolean) => void }

const cellTitle = ({ cube }: TableView, at: number): string | undefined => {
  const status = cube.statuses.get(at)
  const note = cube.cellNotes.get(at)
  return [status ? `${statuses[status].title}. ${statuses[status].explanation}` : '', note ?? ''].filter(Boolean).join(' ') || undefined
}
/** One line of a table: its headings, merged down as far as they are in view, and its cells. */
export const CubeRow = ({ view, row, seen, levels, stubs, active, chosen, mark, onPlace }: Props) => {
  const { rows, columns, cube } = view
  const heads = rows.variables.flatMap((_, level) => {
    if (!rows.begins(row, level) && row !== seen.fromRow) return []
    const span = rows.span(level)
    const [code, down] = [rows.codeAt(row, level), Math.min(span - (row % span), seen.toRow - row)]
    return [<th key={`h${level}`} scope={down > 1 ? 'rowgroup' : 'row'} rowSpan={down} aria-rowspan={down > 1 ? down : undefined} aria-colindex={level + 1} className="stub" style={{ left: level * STUB }}><span className="cube-label" title={code?.label}>{code?.label}<NoteMark mark={mark(code?.note)} /></span></th>]
  })
  const total = rows.variables.some((_, level) => rows.codeAt(row, level)?.code === TOTAL)
  return (
    <tr aria-rowindex={levels + row + 1} className={total ? 'total' : undefined}>
      {rows.variables.length === 0 ? <th scope="row" aria-colindex={1} className="stub" style={{ left: 0 }}>{cube.measures[0]?.title}</th> : heads}
      {seen.fromColumn > 0 && <td aria-hidden="true" />}
      {Array.from({ length: seen.toColumn - seen.fromColumn }, (_, at) => seen.fromColumn + at).map((column) => {
        const at = view.cell(row, column)
        const [text, value] = [cellText(cube, at), cubeValue(cube, at)]
        const whole = columns.variables.some((_, level) => columns.codeAt(column, level)?.code === TOTAL)
        return (
          <td key={column} role="gridcell" aria-colindex={stubs + column + 1} title={cellTitle(view, at)} tabIndex={active === column || (active < 0 && row === seen.fromRow && column === seen.fromColumn) ? 0 : -1} data-active={active === column || undefined}
            aria-selected={chosen ? column >= chosen.fromColumn && column <= chosen.toColumn : undefined} className={['num', value === null ? 'absent' : '', whole ? 'whole' : '', columns.variables.length > 1 && columns.begins(column, 0) ? 'edge' : ''].filter(Boolean).join(' ')}
            onMouseDown={(event) => onPlace({ row, column }, event.shiftKey)}>{text}<NoteMark mark={mark(cube.cellNotes.get(at))} />{value === null && <span className="visually-hidden">{cellTitle(view, at) ?? statuses['no-data'].title}</span>}</td>
        )
      })}
      {seen.toColumn < columns.count && <td aria-hidden="true" />}
      {rows.variables.length === 0 && stubs > 1 && <td aria-hidden="true" />}
    </tr>
  )
}
