import { Icon } from '../icons/Icon.tsx'
import { columnGroups, type SortChoice, sortText, type TableColumn } from './columns.ts'

/** First press: ascending for text and descending for numbers; second: the other way; third: the order of the list. */
const nextOrder = <Row,>(column: TableColumn<Row>, order: SortChoice | undefined): string | undefined => {
  const first = { key: column.key, descending: Boolean(column.number) }
  if (order?.key !== column.key) return sortText(first)
  return order.descending === first.descending ? sortText({ ...first, descending: !first.descending }) : undefined
}

export const TableHead = <Row,>({ columns, order, onOrder }: { columns: readonly TableColumn<Row>[]; order: SortChoice | undefined; onOrder?: (order: string | undefined) => void }) => {
  const groups = columnGroups(columns)
  const grouped = groups.some(({ title }) => title)
  const starts = new Set(groups.filter(({ title }) => title).map(({ key }) => key))
  return (
    <thead>
      {grouped && <tr className="column-groups">{groups.map(({ key, title, span }) => title ? <th key={key} colSpan={span} scope="colgroup" className="group-start">{title}</th> : <td key={key} colSpan={span} />)}</tr>}
      <tr>
        {columns.map((column) => {
          const sorts = onOrder && column.sortable !== false
          const state = order?.key === column.key ? (order.descending ? 'descending' : 'ascending') : undefined
          return (
            <th key={column.key} scope="col" style={column.width ? { width: column.width } : undefined} aria-sort={state} className={[column.align === 'right' ? 'num' : '', grouped && starts.has(column.key) ? 'group-start' : '', column.upright ? 'upright' : ''].join(' ').trim() || undefined}>
              {sorts ? <button type="button" className="sort-button" onClick={() => onOrder(nextOrder(column, order))}>{column.title}<Icon name={state === 'ascending' ? 'up' : state === 'descending' ? 'down' : 'sort'} /></button> : column.upright ? <span>{column.title}</span> : column.title}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
