import { formatInstant, formatNumber } from '#kernel'
import { DataTable, PageTitle, PrintButton, StateBadge, type TableColumn, type Tone, useApi, useAsOf, useMay } from '#design'
import type { MonthState, MonthView } from '../../answers.ts'
import { roundingNote, UnitChoice, useUnit } from '../parts/amounts.tsx'
import { useYear, YearChoice } from '../parts/YearChoice.tsx'
import { MonthActions } from './MonthActions.tsx'

const tones: Readonly<Record<MonthState, Tone>> = { open: 'neutral', 'in-review': 'data', closed: 'good', reopened: 'warning' }

/** The months of the year: a closed month takes no more facts and its figures are firm. */
const MonthsPage = () => {
  const choice = useYear()
  const unit = useUnit()
  const { knownOn } = useAsOf()
  const may = useMay('budget.close-month')
  const { data, problem, loading } = useApi<{ months: readonly MonthView[] }>('budget/list-months', { year: choice.year, effectiveOn: `${choice.year}-12-31`, knownOn })
  const money = (key: 'accrued' | 'paid' | 'collected', title: string): TableColumn<MonthView> => ({ key, title, align: 'right', number: (row) => row[key], text: (row) => unit.write(row[key]) })
  const columns: readonly TableColumn<MonthView>[] = [
    { key: 'month', title: 'Mes', text: ({ title }) => `${title.charAt(0).toUpperCase()}${title.slice(1)}`, number: ({ month }) => month },
    { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle, reason, changedAt }) => <><StateBadge tone={tones[state]}>{stateTitle}</StateBadge>{changedAt && <small className="soft"> {formatInstant(changedAt)}</small>}{reason && <small className="soft"> {reason}</small>}</> },
    money('accrued', 'Gasto devengado'), money('paid', 'Gasto pagado'), money('collected', 'Ingreso percibido'),
    { key: 'movements', title: 'Movimientos', align: 'right', number: ({ movements }) => movements, text: ({ movements }) => formatNumber(movements) },
    { key: 'loads', title: 'Balances', align: 'right', number: ({ loads }) => loads, text: ({ loads }) => (loads ? formatNumber(loads) : '') },
    { key: 'act', title: 'Decidir', text: () => '', sortable: false, render: (row) => <MonthActions month={row} may={may} /> },
  ]
  const closed = data?.months.filter(({ state }) => state === 'closed').length ?? 0
  return (
    <>
      <PageTitle title="Meses del presupuesto" lead={data && (closed === 12 ? 'El año está cerrado.' : `${closed} de 12 meses cerrados en ${choice.year}. Un mes cerrado no recibe hechos nuevos y sus cifras quedan firmes.`)} actions={<PrintButton />} />
      <div className="toolbar"><YearChoice {...choice} /><UnitChoice unit={unit} /></div>
      <DataTable caption={`Meses de ${choice.year}`} subtitle={`${unit.subtitle}, lo de cada mes`} columns={columns} rows={data?.months} rowKey={({ month }) => String(month)} sort="none" loading={loading} problem={problem} source="libro presupuestario, Secplan"
        notes={[...(unit.thousands ? [roundingNote] : []), ...(may ? [] : ['Los meses los cierra y reabre Administración y Finanzas.'])]} />
    </>
  )
}
export default MonthsPage
