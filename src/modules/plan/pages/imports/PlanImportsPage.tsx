import { formatDay, formatInstant, formatNumber } from '#kernel'
import { ButtonLink, DataTable, EmptyState, PageTitle, Section, StateBadge, type TableColumn, TodayOnly, type Tone, useApi } from '#design'
import type { ImportState, PlanImportList, PlanImportSummary } from '../../imports/plan-import-contract.ts'

export const stateTone: Readonly<Record<ImportState, Tone>> = { reading: 'warning', loaded: 'good', undone: 'bad' }
const count = (key: string, title: string): TableColumn<PlanImportSummary> => ({ key, title, align: 'right', number: ({ counts }) => counts[key] ?? null, text: ({ counts }) => (counts[key] === undefined ? '' : formatNumber(counts[key])) })
const columns: readonly TableColumn<PlanImportSummary>[] = [
  { key: 'file', title: 'Documento', text: ({ fileName, planName }) => [fileName, planName].filter(Boolean).join(' · ') }, { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle }) => <StateBadge tone={stateTone[state]}>{stateTitle}</StateBadge> },
  count('axes', 'Ejes'), count('objectives', 'Objetivos'), count('programmes', 'Programas'), count('indicators', 'Indicadores'), { key: 'who', title: 'Quién y cuándo', text: ({ startedBy, startedAt }) => `${startedBy}, ${formatInstant(startedAt)}` },
]
/** Loads of plans from documents: each with its receipt, or back in the assistant. */
const PlanImportsPage = () => {
  const { data, problem, loading } = useApi<PlanImportList>('plan/list-imports', {})
  const fresh = <ButtonLink kind="primary" icon="upload" href="/plan/cargas/nueva">Cargar un plan</ButtonLink>
  return (
    <>
      <PageTitle title="Cargas de planes" lead="El Word o el Excel de la consultora se convierte en un borrador; el plan que rige no cambia hasta que usted lo decide." actions={fresh} />
      <TodayOnly why="cada carga se muestra con su estado; el plan que trajo sí responde a ambas fechas" />
      <DataTable caption="Cargas de planes" columns={columns} rows={data?.imports} rowKey={({ id }) => id} rowHref={({ id, state }) => (state === 'reading' ? `/plan/cargas/nueva?carga=${id}` : `/plan/cargas/${id}`)} loading={loading} problem={problem} phone="lines"
        empty={<EmptyState title="Aún no se ha cargado ningún plan" actions={fresh}>Traiga la matriz tal como la entregó la consultora: se muestra el árbol que se entendió, y lo que no, antes de guardar nada.</EmptyState>} />
      {data && data.recipes.length > 0 && <Section title="Lecturas recordadas"><ul className="plain-list">{data.recipes.map(({ name, usedOn }) => <li key={name}>{name} {usedOn && <span className="soft">usada el {formatDay(usedOn)}</span>}</li>)}</ul></Section>}
    </>
  )
}
export default PlanImportsPage
