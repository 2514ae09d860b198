import { useState } from 'react'
import { counted, formatDay, formatNumber, formatPercent } from '#kernel'
import { Button, DataTable, Desk, EmptyState, FigureRow, MiniBar, PageTitle, Pagination, PrintButton, Select, StateBadge, type TableColumn, TextField, useAddressParam, useApi, useAsOf, useFilters, usePage } from '#design'
import { type PortfolioAnswer, type ProjectLine, projectSorts, stageTitle } from '../contract.ts'
import { projectHref } from '../hrefs.ts'

const names = ['texto', 'etapa', 'unidad', 'fuente', 'atraso'] as const
const every = { value: 'todos', title: 'Todos' } as const
const columns: readonly TableColumn<ProjectLine>[] = [
  { key: 'name', title: 'Proyecto', text: ({ name }) => name },
  { key: 'stage', title: 'Etapa', text: ({ stage }) => stageTitle[stage], render: ({ stage, delayed, delayDays }) => (delayed ? <StateBadge tone="bad">{stageTitle[stage]}, atraso de {counted(delayDays ?? 0, 'día', 'días')}</StateBadge> : stageTitle[stage]) },
  { key: 'unit', title: 'Unidad técnica', text: ({ unitName }) => unitName, sortable: false },
  { key: 'cost', title: 'Costo total', align: 'right', number: ({ cost }) => cost, text: ({ cost }) => (cost === null ? '' : formatNumber(Math.round(cost / 1000))) },
  { key: 'physical', title: 'Avance físico', align: 'right', number: ({ physical }) => physical, text: ({ physical }) => (physical === null ? '' : formatPercent(physical)), render: ({ physical, programmed }) => (physical === null ? '– sin informes' : <>{formatPercent(physical)} <MiniBar share={physical} mark={programmed ?? undefined} /></>) },
  { key: 'gap', title: 'Brecha', align: 'right', number: ({ gapPoints }) => gapPoints, text: ({ gapPoints }) => (gapPoints === null ? '' : formatNumber(gapPoints, 1)) },
  { key: 'measuredOn', title: 'Último informe', text: ({ measuredOn }) => (measuredOn ? formatDay(measuredOn) : ''), sortable: false },
]

/** The portfolio: filters, order and page in the address; figures of the whole portfolio above, whatever is filtered. */
const ProjectsPage = () => {
  const { effectiveOn, knownOn } = useAsOf()
  const { values, change, clear, active } = useFilters(names)
  const [page, turn] = usePage()
  const [order] = useAddressParam('orden', 'name')
  const [typed, type] = useState(values.texto)
  const sort = projectSorts.find((one) => one === order) ?? 'name'
  const { data, problem, loading } = useApi<PortfolioAnswer>('projects/list-projects', { text: values.texto, stage: values.etapa, unit: values.unidad, source: values.fuente, delayed: values.atraso, sort, page, effectiveOn, knownOn })
  const select = (label: string, name: (typeof names)[number], items: readonly { value: string; title: string }[]) =>
    <Select label={label} value={values[name] || every.value} onChange={(value) => change({ [name]: value === every.value ? undefined : value })} choices={[every, ...items]} />
  return (
    <>
      <PageTitle title="Cartera de proyectos" lead="Cada iniciativa con su etapa, su costo y lo que lleva hecho contra lo programado." actions={<PrintButton />} />
      {data && <FigureRow label="La cartera en cifras" items={[
        { label: 'Proyectos en cartera', figure: data.figures.count }, { label: 'Costo total', figure: data.figures.cost, show: { thousands: true } }, { label: 'En ejecución', figure: data.figures.running },
        { label: 'Obras atrasadas', figure: data.figures.delayed, note: `más de ${formatNumber(data.alertPoints)} puntos bajo lo programado` },
      ]} />}
      <Desk filtersLabel="Filtros" filters={
        <div className="filters">
          <TextField label="Buscar" help="Nombre, código BIP o lugar." type="search" value={typed} onChange={type} onBlur={() => change({ texto: typed || undefined })} />
          <Button onPress={() => change({ texto: typed || undefined })}>Buscar</Button>
          {select('Etapa', 'etapa', (data?.stages ?? []).map(({ stage, title, count }) => ({ value: stage, title: `${title} (${count})` })))}
          {select('Unidad técnica', 'unidad', (data?.units ?? []).map(({ id, name }) => ({ value: id, title: name })))}
          {select('Fuente', 'fuente', (data?.sources ?? []).map((source) => ({ value: source, title: source })))}
          {select('Atraso', 'atraso', [{ value: '1', title: 'Solo las obras atrasadas' }])}
          {active > 0 && <Button kind="plain" icon="close" onPress={() => { type(''); clear() }}>Quitar los filtros</Button>}
        </div>
      }>
        <DataTable caption="Proyectos" subtitle="Costo en M$; avance acumulado; brecha en puntos porcentuales" columns={columns} rows={data?.projects} rowKey={({ id }) => id} rowHref={({ id }) => projectHref(id)} sort="server" loading={loading} problem={problem} phone="lines"
          source="fichas de iniciativa e informes de avance, Secplan" notes={['La marca negra de la barra es lo programado para el día del último informe.']}
          empty={<EmptyState title={active > 0 ? 'Ningún proyecto cumple lo pedido' : 'Aún no hay proyectos'} actions={active > 0 ? <Button onPress={() => { type(''); clear() }}>Quitar los filtros</Button> : undefined}>{active > 0 ? 'Cambie o quite algún filtro.' : 'Los proyectos aparecen aquí cuando la SECPLA los ingresa a la cartera.'}</EmptyState>} />
        {data && data.total > 0 && <Pagination page={data.page} pages={data.pages} total={data.total} onPage={turn} />}
      </Desk>
    </>
  )
}
export default ProjectsPage
