import { addDays, counted, formatDay, formatInstant } from '#kernel'
import { ButtonLink, DataTable, EmptyState, PageTitle, PrintButton, PrintFoot, Section, StateBadge, TodayOnly, useApi, useMay, useSession } from '#design'
import { useDataDates } from '../use-data-dates.ts'
import { datasetHref } from '../../hrefs.ts'
import type { DatasetLine, DatasetsAnswer } from '../../datasets/dataset-queries.ts'
import type { LoadsAnswer } from '../../loads/load-queries.ts'
import type { LoadView } from '../../loads/load-contract.ts'

/** How far ahead the next ones are listed. */
const AHEAD = 90
const Loads = ({ rows }: { rows: readonly LoadView[] }) => (
  <Section title="Cargas" aside="las últimas">
    <TodayOnly why="cada carga se muestra con su estado; las versiones que trajo sí responden a ambas fechas" />
    <DataTable<LoadView> caption="Cargas" hideCaption sort="page" phone="lines" rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/conocer/datos/cargar?carga=${id}`} empty={<p className="source">Aún no se ha cargado ningún archivo.</p>}
      columns={[{ key: 'file', title: 'Archivo', width: '32%', text: ({ fileName }) => fileName }, { key: 'dataset', title: 'Conjunto', text: ({ datasetTitle }) => datasetTitle }, { key: 'when', title: 'Empezó', text: ({ startedAt }) => formatInstant(startedAt) }, { key: 'version', title: 'Versión', text: ({ versionNumber }) => (versionNumber === null ? '—' : String(versionNumber)) }, { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle }) => <StateBadge tone={state === 'loaded' ? 'good' : state === 'undone' ? 'bad' : 'warning'}>{stateTitle}</StateBadge> }]} />
  </Section>
)

/** What should already have come, what comes next, and loads that nobody finished. */
const OverduePage = () => {
  const { effectiveOn, knownOn } = useDataDates()
  const { today } = useSession().clock
  const mayLoad = useMay('statistics.load')
  const { data, problem, loading } = useApi<DatasetsAnswer>('statistics/list-datasets', { effectiveOn, knownOn })
  const loads = useApi<LoadsAnswer>('statistics/list-loads', {}, { enabled: mayLoad }).data?.loads
  const until = addDays(today, AHEAD)
  const waited = (data?.datasets ?? []).filter(({ retiredOn, nextExpectedOn, shared }) => shared && retiredOn === null && nextExpectedOn !== null && nextExpectedOn <= until).sort((a, b) => ((a.nextExpectedOn ?? '') < (b.nextExpectedOn ?? '') ? -1 : 1))
  const late = waited.filter(({ overdueDays }) => overdueDays > 0).length
  return (
    <>
      <PageTitle title="Datos pendientes" lead={data && (late > 0 ? `${counted(late, 'conjunto atrasado', 'conjuntos atrasados')}. Sus cifras salen marcadas dondequiera que se usen.` : 'Nada atrasado.')} actions={<><PrintButton />{mayLoad && <ButtonLink kind="primary" icon="upload" href="/conocer/datos/cargar">Cargar datos</ButtonLink>}</>} />
      <Section title="Lo que se espera" aside={`hasta el ${formatDay(until)}`}>
        <DataTable<DatasetLine> caption="Conjuntos por actualizar" hideCaption sort="page" phone="lines" loading={loading} problem={problem} rows={data && waited} rowKey={({ id }) => id} rowHref={({ id }) => datasetHref(id)} source="fechas esperadas de cada conjunto"
          empty={<EmptyState title="Nada pendiente">Cada conjunto dice cuándo se espera su próxima versión; cuando se acerque, estará aquí y en «Mi trabajo».</EmptyState>}
          columns={[{ key: 'title', title: 'Conjunto', width: '36%', text: ({ title }) => title }, { key: 'publisher', title: 'Publica', text: ({ publisher }) => publisher }, { key: 'has', title: 'Lo que hay', text: ({ newest }) => newest?.period ?? 'sin datos' }, { key: 'due', title: 'Se esperaba', text: ({ nextExpectedOn }) => (nextExpectedOn ? formatDay(nextExpectedOn) : '') },
            { key: 'unit', title: 'Responde', text: ({ unitName }) => unitName ?? 'sin unidad' }, { key: 'state', title: 'Estado', text: ({ overdueDays }) => (overdueDays > 0 ? `atrasado ${overdueDays} días` : 'por llegar'), number: ({ overdueDays }) => overdueDays, render: ({ overdueDays }) => <StateBadge tone={overdueDays > 0 ? 'bad' : 'data'}>{overdueDays > 0 ? `atrasado ${counted(overdueDays, 'día', 'días')}` : 'por llegar'}</StateBadge> }]} />
      </Section>
      {loads && <Loads rows={loads} />}
      <PrintFoot text={`Datos pendientes al ${formatDay(today)}`} />
    </>
  )
}
export default OverduePage
