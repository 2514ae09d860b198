import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import { useAddress, useAddressParam } from '../address/address.tsx'
import type { ApiProblem } from '../client/api-problem.ts'
import { ProblemView } from '../feedback/ProblemView.tsx'
import { ThinLoader } from '../feedback/progress.tsx'
import { chosenColumns, columnsText } from './chosen-columns.ts'
import { ColumnsButton } from './ColumnsButton.tsx'
import { type RowKind, readSort, sortRows, type TableColumn } from './columns.ts'
import { TableBody } from './TableBody.tsx'
import { TableExports, type TableExport } from './TableExports.tsx'
import { TableHead } from './TableHead.tsx'
import type { Worksheet } from './WorksheetLinks.tsx'

export type DataTableProps<Row> = {
  caption: string
  /** Measure, unit and period. */
  subtitle?: string
  columns: readonly TableColumn<Row>[]
  /** Undefined while the first answer comes. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  /** Address of the record; the first column becomes its link. */
  rowHref?: (row: Row) => string | undefined
  rowKind?: (row: Row) => RowKind
  rowClass?: (row: Row) => string | undefined
  /** Rows after the others, bold, over a black rule; they never sort. */
  totals?: readonly Row[]
  notes?: readonly string[]
  source?: ReactNode
  /** What to say when there is nothing: what it is, why, first step. */
  empty?: ReactNode
  loading?: boolean
  problem?: ApiProblem
  /** `page` sorts the rows given; `server` only writes the order in the address (`orden`), the list asks again; `none` keeps the order. */
  sort?: 'page' | 'server' | 'none'
  sortParam?: string
  /** More files of the same table. Excel and CSV of what is seen are always offered, unless `csv` is false. */
  exports?: readonly TableExport[]
  csv?: boolean
  /** The list edited in Excel and brought back, for whoever may; several behind a menu. */
  worksheets?: readonly Worksheet[]
  /** On a phone: slide inside the frame with the first column fixed, or become labelled lines. */
  phone?: 'slide' | 'lines'
  /** More than seven columns go landscape on paper. */
  landscape?: boolean
  hideCaption?: boolean
}

/** Moves between the links of the rows with the arrows. */
const moveBetweenRows = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof HTMLElement) || !event.target.matches('.row-link')) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-link')]
  const next = links[links.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next) { event.preventDefault(); next.focus() }
}

/** A table with something to choose among. Small ones, and those without files, are seen whole. */
const chooses = <Row,>({ columns, csv = true }: Pick<DataTableProps<Row>, 'columns' | 'csv'>): boolean => csv && columns.length > 3

/** The table of the product: caption above, hairlines, figures at the right, notes and source below; order and columns in the address. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, subtitle, columns: all, rows, totals = [], notes = [], source, empty, loading = false, problem, sort = 'page', sortParam = 'orden', exports = [], csv = true, worksheets = [], phone = 'slide', landscape, hideCaption } = props
  const { search, set } = useAddress()
  const columns = useMemo(() => (chooses(props) ? chosenColumns(all, search['columnas'] ?? '') : all), [all, search['columnas']])
  const [orderText, reorder] = useAddressParam(sortParam)
  const order = sort === 'none' ? undefined : readSort(orderText)
  const sorted = useMemo(() => (rows && sort === 'page' ? sortRows(rows, all, order) : rows), [rows, all, order?.key, order?.descending, sort])
  if (problem && !rows) return <ProblemView problem={problem} />
  return (
    <div className={`table-block phone-${phone}${(landscape ?? columns.length > 7) ? ' landscape' : ''}`}>
      <div className="scroller" role="region" aria-label={caption} tabIndex={0} onKeyDown={moveBetweenRows}>
        <table aria-busy={loading}>
          <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}{subtitle && <small>{subtitle}</small>}</caption>
          <TableHead columns={columns} order={order} onOrder={sort === 'none' ? undefined : reorder} />
          <TableBody {...props} columns={columns} rows={sorted} totals={totals} />
        </table>
      </div>
      <ThinLoader active={loading || !rows} label={`Cargando ${caption}`} />
      {rows?.length === 0 && totals.length === 0 && (empty ?? <p className="source">Nada cumple lo pedido.</p>)}
      {problem && <ProblemView problem={problem} />}
      {(notes.length > 0 || source) && <div className="source">{notes.map((note) => <p key={note}>{note}</p>)}{source && <p>Fuente: {source}</p>}</div>}
      {rows && rows.length > 0 && (csv || exports.length > 0 || worksheets.length > 0) && <TableExports exports={exports} worksheets={worksheets} tools={chooses(props) && <ColumnsButton caption={caption} all={all.map(({ key, title, group }) => ({ key, title: group ? `${group}: ${title}` : title }))} seen={columns.map(({ key }) => key)} onChange={(keys) => set({ columnas: keys ? columnsText(keys) : undefined }, { replace: true })} />} seen={csv ? { caption, subtitle, columns, rows: [...(sorted ?? []), ...totals], notes, source: typeof source === 'string' ? source : undefined, rowKind: (row) => props.rowKind?.(row) ?? (totals.includes(row) ? 'total' : 'row') } : undefined} />}
    </div>
  )
}
