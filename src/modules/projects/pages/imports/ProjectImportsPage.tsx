import { formatDay, formatInstant, formatNumber } from '#kernel'
import { ButtonLink, DataTable, EmptyState, PageTitle, Section, StateBadge, type TableColumn, TodayOnly, type Tone, useApi } from '#design'
import type { ImportState, ProjectImportList, ProjectImportSummary } from '../../imports/import-contract.ts'

export const stateTone: Readonly<Record<ImportState, Tone>> = { reading: 'warning', loaded: 'good', undone: 'bad' }
const count = (key: string, title: string): TableColumn<ProjectImportSummary> => ({ key, title, align: 'right', number: ({ counts }) => counts[key] ?? null, text: ({ counts }) => (counts[key] === undefined ? '' : formatNumber(counts[key])) })
const columns: readonly TableColumn<ProjectImportSummary>[] = [
  { key: 'file', title: 'Lista', text: ({ fileName, sheet }) => [fileName, sheet].filter(Boolean).join(' · ') }, { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle }) => <StateBadge tone={stateTone[state]}>{stateTitle}</StateBadge> },
  count('new', 'Nuevos'), count('changed', 'Cambian'), count('rejected', 'Rechazados'), { key: 'who', title: 'Quién y cuándo', text: ({ startedBy, startedAt }) => `${startedBy}, ${formatInstant(startedAt)}` },
]
/** Loads of lists of projects: each with its receipt, or back in the assistant. */
const ProjectImportsPage = () => {
  const { data, problem, loading } = useApi<ProjectImportList>('projects/list-imports', {})
  const fresh = <ButtonLink kind="primary" icon="upload" href="/proyectos/cargas/nueva">Cargar una lista</ButtonLink>
  return (
    <>
      <PageTitle title="Cargas de proyectos" lead="Listas de otras planillas y servicios que entran a la cartera; cada carga es un asiento y se deshace entera." actions={fresh} />
      <TodayOnly why="cada carga se muestra con su estado; los proyectos que trajo sí responden a ambas fechas" />
      <DataTable caption="Cargas de listas de proyectos" columns={columns} rows={data?.imports} rowKey={({ id }) => id} rowHref={({ id, state }) => (state === 'reading' ? `/proyectos/cargas/nueva?carga=${id}` : `/proyectos/cargas/${id}`)} loading={loading} problem={problem} phone="lines"
        empty={<EmptyState title="Aún no se ha cargado ninguna lista" actions={fresh}>Traiga la planilla de la SECPLA, la del Gobierno Regional o una capa de puntos: nada entra a la cartera hasta el último paso.</EmptyState>} />
      {data && data.recipes.length > 0 && <Section title="Lecturas recordadas"><ul className="plain-list">{data.recipes.map(({ name, usedOn }) => <li key={name}>{name} {usedOn && <span className="soft">usada el {formatDay(usedOn)}</span>}</li>)}</ul></Section>}
    </>
  )
}
export default ProjectImportsPage
