import { Icon } from '#design'
import type { TableRequest } from '../../model/request.ts'
import { codesOfLine, type TableView } from './table-view.ts'
import { STUB, type Window } from './use-window.ts'

type Props = { view: TableView; seen: Window; stubs: number; sort: TableRequest['sort']; onSort: (column: number) => void; mark: (note: string | undefined) => string }
export const NoteMark = ({ mark }: { mark: string }) => (mark ? <sup className="note-mark"><span className="visually-hidden">nota </span>{mark}</sup> : null)

/** Which way the rows are in order by a column. */
const orderOf = (view: TableView, column: number, sort: TableRequest['sort']): 'ascending' | 'descending' | undefined => {
  if (!sort) return undefined
  const wanted = codesOfLine(view.columns, column)
  return wanted.every((code) => sort.by.includes(code)) ? (sort.descending ? 'descending' : 'ascending') : undefined
}
/** Headings of the columns: each outer one spans what is under it, as far as it is in view. */
export const CubeHead = ({ view, seen, stubs, sort, onSort, mark }: Props) => {
  const { rows, columns, cube } = view
  const levels = Math.max(1, columns.variables.length)
  const cells = (level: number) => {
    const made = []
    const span = columns.span(level)
    for (let column = seen.fromColumn; column < seen.toColumn;) {
      const end = Math.min(seen.toColumn, column - (column % span) + span)
      const [code, last, at] = [columns.codeAt(column, level), level === levels - 1, column]
      const order = last ? orderOf(view, at, sort) : undefined
      const text = <>{code?.label ?? cube.measures[0]?.title ?? 'Valor'}<NoteMark mark={mark(code?.note)} /></>
      made.push(<th key={at} scope={end - at > 1 ? 'colgroup' : 'col'} colSpan={end - at} aria-colindex={stubs + at + 1} aria-colspan={end - at > 1 ? end - at : undefined} aria-sort={order} className={[last ? 'num' : 'span', columns.begins(at, 0) && levels > 1 ? 'edge' : ''].join(' ')}>
        {last ? <button type="button" className="cube-sort" title="Ordenar las filas por esta columna" onClick={() => onSort(at)}>{text}{order && <Icon name={order === 'descending' ? 'down' : 'up'} />}</button> : <span className="cube-span">{text}</span>}
      </th>)
      column = end
    }
    return made
  }
  return (
    <thead>
      {Array.from({ length: levels }, (_, level) => (
        <tr key={level} aria-rowindex={level + 1}>
          {level === 0 && Array.from({ length: stubs }, (_item, at) => <th key={`s${at}`} scope="col" rowSpan={levels} aria-colindex={at + 1} className="stub" style={{ left: at * STUB }}>{rows.variables[at]?.title ?? ''}<NoteMark mark={mark(rows.variables[at]?.note)} /></th>)}
          {seen.fromColumn > 0 && <td aria-hidden="true" />}
          {cells(level)}
          {seen.toColumn < columns.count && <td aria-hidden="true" />}
        </tr>
      ))}
    </thead>
  )
}
