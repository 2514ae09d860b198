import { counted, formatDay, formatPesos } from '#kernel'
import { ButtonLink, DataTable, EmptyState, PageTitle, PrintButton, StateBadge, type TableColumn, type Tone, useApi, useAsOf, useMay } from '#design'
import type { AmendmentState, AmendmentSummary } from '../../answers.ts'
import { UnitChoice, useUnit } from '../parts/amounts.tsx'
import { useYear, YearChoice } from '../parts/YearChoice.tsx'

export const amendmentTones: Readonly<Record<AmendmentState, Tone>> = { draft: 'warning', approved: 'good', withdrawn: 'neutral', undone: 'bad' }

/** Amendments of the year, from the first, with their agreement and decree. */
const AmendmentsPage = () => {
  const choice = useYear()
  const { effectiveOn, knownOn } = useAsOf()
  const may = useMay('budget.amend')
  const unit = useUnit()
  const { data, problem, loading } = useApi<{ amendments: readonly AmendmentSummary[] }>('budget/list-amendments', { year: choice.year, effectiveOn, knownOn })
  const columns: readonly TableColumn<AmendmentSummary>[] = [
    { key: 'number', title: 'Modificación', text: ({ number, kindTitle }) => `N.º ${number} ${kindTitle}`, number: ({ number }) => number },
    { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle }) => <StateBadge tone={amendmentTones[state]}>{stateTitle}</StateBadge> },
    { key: 'reason', title: 'Razón', text: ({ reason }) => reason, sortable: false },
    { key: 'agreement', title: 'Acuerdo', text: ({ agreement, sessionOn }) => [agreement, sessionOn && `sesión del ${formatDay(sessionOn)}`].filter(Boolean).join(', ') },
    { key: 'decree', title: 'Decreto', text: ({ decreeNumber, decreeOn }) => [decreeNumber, decreeOn && formatDay(decreeOn)].filter(Boolean).join(', ') },
    { key: 'lines', title: 'Líneas', align: 'right', number: ({ lines }) => lines, text: ({ lines }) => String(lines) },
    { key: 'moved', title: 'Aumenta gastos', align: 'right', number: ({ moved }) => moved, text: ({ moved }) => unit.write(moved) },
    { key: 'income', title: 'Cambia ingresos', align: 'right', number: ({ income }) => income, text: ({ income }) => unit.write(income) },
  ]
  const approved = data?.amendments.filter(({ state, decreeOn }) => state === 'approved' && decreeOn && decreeOn <= effectiveOn) ?? []
  return (
    <>
      <PageTitle title="Modificaciones presupuestarias" lead={approved.length ? `${counted(approved.length, 'aprobada', 'aprobadas')} en ${choice.year} hasta el ${formatDay(effectiveOn)}; el presupuesto creció ${formatPesos(approved.reduce((sum, { expenditure }) => sum + expenditure, 0))}.` : undefined}
        actions={<><PrintButton />{may && <ButtonLink kind="primary" icon="add" href={`/presupuestar/modificaciones/nueva${choice.year ? `?ano=${choice.year}` : ''}`}>Preparar una modificación</ButtonLink>}</>} />
      <div className="toolbar"><YearChoice {...choice} /><UnitChoice unit={unit} /></div>
      <DataTable caption={`Modificaciones de ${choice.year}`} subtitle={unit.subtitle} columns={columns} rows={data?.amendments} rowKey={({ id }) => id} rowHref={({ id }) => `/presupuestar/modificaciones/${id}`} loading={loading} problem={problem} landscape source="libro presupuestario, Secplan"
        empty={<EmptyState title={`Aún no hay modificaciones en ${choice.year}`} actions={may && <ButtonLink kind="primary" href={`/presupuestar/modificaciones/nueva?ano=${choice.year}`}>Preparar una modificación</ButtonLink>}>El presupuesto sigue como se aprobó. Una modificación se prepara, se lleva al Concejo y se decreta.</EmptyState>} />
    </>
  )
}
export default AmendmentsPage
