import { counted, formatDay, formatNumber, formatPercent } from '#kernel'
import { Button, ButtonLink, Checkbox, DataTable, Desk, EmptyState, FigureRow, MiniBar, PageTitle, Pagination, PrintButton, PrintFoot, SearchBox, Select, StateBadge, type TableColumn, useAddressParam, useApi, useAsOf, useFilters, useMay, usePage } from '#design'
import { type PortfolioAnswer, type ProjectLine, stageTitle } from '../../contract.ts'
import { projectHref } from '../../hrefs.ts'
import { CreateProject } from './CreateProject.tsx'

const ALL = 'all'

const columns: readonly TableColumn<ProjectLine>[] = [
  { key: 'name', title: 'Proyecto', width: '30%', text: ({ name }) => name },
  { key: 'stage', title: 'Etapa', text: ({ stage }) => stageTitle[stage], render: ({ stage, stageSince }) => <>{stageTitle[stage]}<br /><small className="soft nowrap">desde {formatDay(stageSince)}</small></> },
  { key: 'place', title: 'Lugar', sortable: false, text: ({ place }) => place },
  { key: 'cost', title: 'Costo total', align: 'right', text: ({ cost }) => (cost === null ? '' : formatNumber(Math.round(cost / 1000))), number: ({ cost }) => cost },
  { key: 'sources', title: 'Fuentes', sortable: false, text: ({ sources }) => sources.map(({ title }) => title).join('; ') },
  { key: 'physical', title: 'Avance físico', align: 'right', text: ({ physical }) => (physical === null ? '' : formatPercent(physical)), number: ({ physical }) => physical, render: ({ physical, programmed }) => (physical === null ? <span className="faint">–</span> : <span className="nowrap">{formatPercent(physical)}<MiniBar share={physical} mark={programmed ?? undefined} /></span>) },
  { key: 'gap', title: 'Brecha (puntos)', align: 'right', text: ({ gapPoints }) => (gapPoints === null ? '' : formatNumber(gapPoints, 1)), number: ({ gapPoints }) => gapPoints },
  { key: 'state', title: 'Situación', sortable: false, text: (line) => situation(line), render: (line) => (situation(line) ? <StateBadge tone={line.delayed ? 'bad' : line.physical === null ? 'neutral' : 'good'}>{situation(line)}</StateBadge> : <span className="faint">– no aplica</span>) },
]
/** Only works in hand run on time or late. */
const situation = ({ stage, delayed, delayDays, physical }: ProjectLine): string => (stage !== 'execution' && stage !== 'suspended' ? '' : delayed ? `atrasada ${counted(delayDays ?? 0, 'día', 'días')}` : physical === null ? 'sin avance informado' : 'según programa')

/** The portfolio. Filters, order and page live in the address. */
const ProjectsPage = () => {
  const { effectiveOn, knownOn } = useAsOf()
  const mayEdit = useMay('projects.edit')
  const mayImport = useMay('projects.import')
  const { values, change, clear, active } = useFilters(['texto', 'etapa', 'unidad', 'fuente', 'atraso'] as const)
  const [page, turn] = usePage()
  const [sort] = useAddressParam('orden')
  const mayReport = useMay('projects.progress')
  const asked = { text: values.texto, stage: values.etapa, unit: values.unidad, source: values.fuente, delayed: values.atraso, sort: /^-?(name|stage|cost|physical|gap)$/.test(sort) ? sort : 'name' }
  const { data, problem, loading } = useApi<PortfolioAnswer>('projects/list-projects', { ...asked, page, effectiveOn, knownOn })
  const progress = { name: 'projects.progress', title: 'Avance físico', filters: asked }
  const worksheets = mayEdit ? [{ name: 'projects.portfolio', title: 'Fichas de la cartera', filters: asked }, progress, { name: 'projects.curve', title: 'Programación del avance', filters: asked }] : mayReport ? [progress] : []
  const pick = (name: 'etapa' | 'unidad' | 'fuente') => (value: string) => change({ [name]: value === ALL ? undefined : value })
  const filters = (
    <>
      <SearchBox help="Nombre, código BIP o lugar." value={values.texto} onChange={(texto) => change({ texto })} />
      <Select label="Etapa" value={values.etapa || ALL} onChange={pick('etapa')} choices={[{ value: ALL, title: 'Todas' }, ...(data?.stages ?? []).map(({ stage, title, count }) => ({ value: stage as string, title, note: String(count) }))]} />
      <Select label="Unidad" value={values.unidad || ALL} onChange={pick('unidad')} choices={[{ value: ALL, title: 'Todas' }, ...(data?.units ?? []).map(({ id, name }) => ({ value: id, title: name }))]} />
      <Select label="Fuente de financiamiento" value={values.fuente || ALL} onChange={pick('fuente')} choices={[{ value: ALL, title: 'Todas' }, ...(data?.sources ?? []).map(({ code, title }) => ({ value: code, title }))]} />
      <Checkbox checked={values.atraso !== ''} onChange={(on) => change({ atraso: on ? '1' : undefined })}>Sólo obras atrasadas</Checkbox>
      {active > 0 && <Button kind="plain" icon="close" onPress={clear}>Quitar los filtros</Button>}
    </>
  )
  return (
    <>
      <PageTitle title="Cartera de proyectos" lead={data && `${counted(data.all, 'iniciativa registrada', 'iniciativas registradas')} al ${formatDay(effectiveOn)}, conocido al ${formatDay(knownOn)}.`} actions={<><PrintButton />{mayImport && <ButtonLink shortcut="" icon="upload" href="/proyectos/cargas/nueva">Cargar una lista</ButtonLink>}{mayEdit && <CreateProject />}</>} />
      {data && <FigureRow label="La cartera en cifras" items={[{ label: 'Iniciativas en cartera', figure: data.figures.count, note: data.figures.count.value === null || data.figures.count.value === data.all ? undefined : 'sin las desistidas ni las no vigentes' }, { label: 'Costo total', figure: data.figures.cost, show: { thousands: true } }, { label: 'En ejecución', figure: data.figures.running }, { label: 'Obras atrasadas', figure: data.figures.delayed }]} />}
      <Desk filters={filters} filtersLabel="Filtros de la cartera">
        <DataTable caption="Proyectos" subtitle={`Costo en M$. Avance físico acumulado, con la marca de lo programado a esa fecha, al ${formatDay(effectiveOn)}.`} columns={columns} rows={data?.projects} rowKey={({ id }) => id} rowHref={({ id }) => projectHref(id)} worksheets={worksheets} sort="server" loading={loading} problem={problem} phone="lines"
          notes={data ? [`Una obra en ejecución está atrasada cuando su avance físico queda más de ${formatNumber(data.alertPoints, Number.isInteger(data.alertPoints) ? 0 : 1)} puntos bajo lo programado.`] : []} source="fichas de iniciativa e informes de inspección técnica"
          empty={<EmptyState title={active > 0 ? 'Ningún proyecto cumple lo pedido' : 'Aún no hay proyectos'} actions={active > 0 ? <Button onPress={clear}>Quitar los filtros</Button> : undefined}>{active > 0 ? 'Cambie o quite algún filtro.' : mayEdit ? 'Cree el primero con su nombre, lugar y costo; las fuentes, la programación y el contrato se agregan en su ficha.' : 'Los crea la SECPLA desde la idea o el perfil.'}</EmptyState>} />
        {data && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de la cartera" />}
      </Desk>
      <PrintFoot text={`Cartera de proyectos. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default ProjectsPage
