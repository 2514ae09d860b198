import { counted, type FigureValue, formatDay, formatPesos, formatThousands, monthNames, type Period } from '#kernel'
import { DataTable, EmptyState, Icon, MiniBar, PlaceLink, type TableColumn, useAddressParam, useApi, useAsOf } from '#design'
import type { ExecutionBy, ExecutionColumn, ExecutionRow, ExecutionTable, LineKind } from '../../answers.ts'
import { FigureCell, roundingNote, type Unit } from '../parts/amounts.tsx'

const titles: Readonly<Record<ExecutionBy, string>> = { account: 'cuenta del clasificador', area: 'área de gestión', programme: 'programa', objective: 'objetivo del plan' }
const headings: Readonly<Record<ExecutionBy, string>> = { account: 'Cuenta', area: 'Área', programme: 'Programa', objective: 'Objetivo' }
const outsideText: Readonly<Record<ExecutionBy, string>> = { account: '', area: 'sin área de gestión', programme: 'sin programa', objective: 'de programas que aún no sirven a un objetivo del plan' }
const spending: readonly [ExecutionColumn, string][] = [['initial', 'Inicial'], ['amended', 'Modificaciones'], ['adjusted', 'Vigente'], ['committed', 'Obligado'], ['accrued', 'Devengado'], ['settled', 'Pagado']]
const income: readonly [ExecutionColumn, string][] = [['initial', 'Inicial'], ['amended', 'Modificaciones'], ['adjusted', 'Vigente'], ['accrued', 'Devengado'], ['settled', 'Percibido']]

const NameCell = ({ row, onOpen }: { row: ExecutionRow; onOpen: (code: string) => void }) => {
  const name = <>{row.code && <span className="code">{row.code.length > 3 ? row.code.slice(4) : row.code}</span>}<span className="tree-title">{row.name}</span></>
  const inside = { paddingInlineStart: `${row.level * 1.1}em` }
  if (row.opens === undefined) return <span className="tree-name" style={inside}>{row.href ? <PlaceLink href={row.href}>{row.code.length > 3 ? row.code.slice(4) : row.code} {row.name}</PlaceLink> : name}</span>
  const { opens } = row
  return <button type="button" className="tree-open" style={inside} aria-expanded={row.open} onClick={() => onOpen(opens)}><Icon name={row.open ? 'down' : 'right'} />{name}</button>
}

/** The table of execution. Accounts open in place, down to the line; what is open stays in the address. */
export const ExecutionTableView = ({ by, kind, period, unit }: { by: ExecutionBy; kind: LineKind; period: Period; unit: Unit }) => {
  const [open, change] = useAddressParam('abierta')
  const { effectiveOn, knownOn } = useAsOf()
  const { data, problem, loading } = useApi<ExecutionTable>('budget/execution-table', { period: period.id, kind, by, open: by === 'account' ? open : '', effectiveOn, knownOn })
  const fresh = data?.by === by && data.kind === kind ? data : undefined
  const figure = (column: ExecutionColumn) => (row: ExecutionRow): FigureValue => row.cells[column]
  const money = ([key, title]: [ExecutionColumn, string]): TableColumn<ExecutionRow> => ({
    key, title, align: 'right', number: (row) => figure(key)(row).value, text: (row) => figure(key)(row).text, render: (row) => <FigureCell figure={figure(key)(row)} unit={unit} />,
  })
  const lastMonth = monthNames[Number(period.to.slice(5, 7)) - 1] ?? ''
  const yearShare = Math.min(1, Number(period.to.slice(5, 7)) / 12)
  const columns: TableColumn<ExecutionRow>[] = [
    { key: 'name', title: headings[by], text: (row) => `${row.code} ${row.name}`.trim(), render: (row) => <NameCell row={row} onOpen={(code) => change(code || undefined)} />, width: '30%' },
    ...(kind === 'income' ? income : spending).map(money),
    { key: 'rate', title: 'Ejecución', align: 'right', number: ({ rate }) => rate.value, text: ({ rate }) => rate.text, render: ({ rate }) => <span className="figure-cell"><FigureCell figure={rate} unit={unit} />{rate.value !== null && <MiniBar share={rate.value} mark={yearShare} />}</span> },
  ]
  const outside = fresh?.outside
  const notes = [
    `Ejecución: ${kind === 'income' ? 'percibido' : 'devengado'} sobre vigente; la marca de la barra es la parte del año transcurrida (${Number(period.to.slice(5, 7))} de 12 meses).`,
    ...(unit.thousands ? [roundingNote] : []),
    ...(outside ? [`${counted(outside.lines, 'línea queda', 'líneas quedan')} fuera de esta división, ${outsideText[by]}, por ${unit.thousands ? formatThousands(outside.adjusted) : formatPesos(outside.adjusted)} vigentes; el total las incluye.`] : []),
  ]
  return (
    <DataTable caption={`${kind === 'income' ? 'Ingresos' : 'Gastos'} por ${titles[by]}`} subtitle={`${unit.subtitle}, ${lastMonth === 'enero' ? 'enero' : `enero a ${lastMonth}`} de ${period.year}, hechos al ${formatDay(effectiveOn < period.to ? effectiveOn : period.to)}`}
      columns={columns} rows={fresh?.rows} rowKey={({ id, level, code }) => `${level} ${code} ${id}`} totals={fresh && fresh.rows.length > 0 ? [fresh.total] : []} sort={by === 'account' ? 'none' : 'page'} landscape loading={loading} problem={problem} notes={notes}
      source="libro presupuestario, Secplan"
      empty={by === 'objective' ? <EmptyState title="Ningún programa del presupuesto está enlazado con un objetivo del plan">El enlace se hace en el plan, en la ficha del objetivo. Desde entonces su gasto aparece aquí.</EmptyState> : undefined} />
  )
}
