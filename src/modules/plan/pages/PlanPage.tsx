import { counted, formatDay, formatPercent, sortKey } from '#kernel'
import { Button, ButtonLink, DataTable, EmptyState, Fields, FigureRow, PageTitle, PrintButton, PrintFoot, searchText, Section, Select, type TableColumn, TextField, useAddressParam, useApi, useAsOf, useFilters, useMay } from '#design'
import type { IndicatorView, Light, NodeView, PlanAnswer } from '../contract.ts'
import { indicatorHref, objectiveHref } from '../hrefs.ts'
import { indicatorColumns } from './parts/indicator-columns.tsx'
import { AddNode, ChangeNode, CreatePlan, MoveNode, Retire } from './edit/NodeForms.tsx'
import { LightBadge, lightWords } from './parts/light.tsx'

type TreeRow = { readonly id: string; readonly group: boolean; readonly node: NodeView; readonly programmes: number }
const names = ['texto', 'estado'] as const
const every = { value: 'todos', title: 'Todos' } as const
const lights: readonly Light[] = ['good', 'warning', 'bad', 'none']

const columns: readonly TableColumn<TreeRow>[] = [
  { key: 'name', title: 'Objetivo', text: ({ node, group }) => (group ? `Eje ${node.code}. ${node.name}` : `${node.code} ${node.name}`) },
  { key: 'programmes', title: 'Programas', align: 'right', text: ({ programmes }) => String(programmes) },
  { key: 'measured', title: 'Indicadores con dato', align: 'right', text: ({ node }) => (node.score ? `${node.score.measured} de ${node.score.total}` : '') },
  { key: 'score', title: 'Cumplimiento', align: 'right', text: ({ node }) => (node.score?.score == null ? '' : formatPercent(node.score.score, 0)) },
  { key: 'light', title: 'Estado', text: ({ node }) => lightWords[node.score?.light ?? 'none'], render: ({ node }) => <LightBadge light={node.score?.light ?? 'none'} /> },
]
/** Axes with the objectives that pass the filter; an axis without any is left out. */
const treeOf = (nodes: readonly NodeView[], passes: (node: NodeView) => boolean): TreeRow[] =>
  nodes.filter(({ kind }) => kind === 'axis').flatMap((axis) => {
    const objectives = nodes.filter((node) => node.kind === 'objective' && node.parentId === axis.id && passes(node))
    const row = (node: NodeView, group: boolean): TreeRow => ({ id: node.id, group, node, programmes: nodes.filter((one) => one.kind === 'programme' && one.parentId === node.id).length })
    return objectives.length === 0 ? [] : [row(axis, true), ...objectives.map((node) => row(node, false))]
  })

/** The plan: tree of objectives with their compliance, and every indicator with its goal and what was measured. */
const PlanPage = () => {
  const { effectiveOn, knownOn } = useAsOf()
  const { values, change, clear, active } = useFilters(names)
  const [shown] = useAddressParam('plan')
  const { data, problem, loading } = useApi<PlanAnswer>('plan/show-plan', { ...(shown ? { plan: shown } : {}), effectiveOn, knownOn })
  const mayEdit = useMay('plan.edit')
  const mayImport = useMay('plan.import')
  const mayMeasure = useMay('plan.measure')
  const filters = { ...(shown ? { plan: shown } : {}), text: values.texto, light: values.estado }
  const measured = { name: 'plan.measurements', title: 'Mediciones', filters }
  const axes = data?.nodes.filter(({ kind }) => kind === 'axis') ?? []
  const wanted = sortKey(values.texto)
  const matches = (text: string, light: Light) => sortKey(text).includes(wanted) && (!values.estado || light === values.estado)
  const rows = data && treeOf(data.nodes, (node) => matches(`${node.code} ${node.name} ${node.description}`, node.score?.light ?? 'none'))
  const indicators: readonly IndicatorView[] | undefined = data?.indicators.filter((one) => matches(`${one.code} ${one.name}`, one.light))
  const rule = data?.nodes.find(({ score }) => score)?.score?.rule
  if (data && !data.plan) return <><PageTitle title="Plan de desarrollo comunal" /><EmptyState title="Aún no hay un plan registrado para esta fecha" actions={mayEdit ? <CreatePlan /> : undefined}>La SECPLA lo ingresa con sus ejes, objetivos, programas e indicadores; desde entonces cada unidad mide los suyos.</EmptyState></>
  return (
    <>
      <PageTitle title={data?.plan?.name ?? 'Plan de desarrollo comunal'} lead={data?.plan ? `Rige del ${formatDay(data.plan.starts_on)} al ${formatDay(data.plan.ends_on)}. ${data.plan.note}`.trim() : undefined} actions={<><PrintButton />{mayImport && <ButtonLink icon="upload" href="/plan/cargas/nueva">Cargar un plan</ButtonLink>}</>} />
      {data && <FigureRow label="El plan en cifras" items={[
        { label: 'Objetivos en meta', figure: data.figures.onTrack, note: `${data.compliance.good} de ${counted(data.compliance.withData, 'objetivo con dato', 'objetivos con dato')}` }, { label: 'En meta', figure: data.figures.good },
        { label: 'Atrasados', figure: data.figures.bad }, { label: 'Indicadores con medición vigente', figure: data.figures.measured },
      ]} />}
      <div className="no-print"><Fields columns={2}>
        <TextField label="Buscar" type="search" value={values.texto} onChange={(text) => change({ texto: text || undefined })} />
        <Select label="Estado" value={values.estado || every.value} onChange={(value) => change({ estado: value === every.value ? undefined : value })} choices={[every, ...lights.map((light) => ({ value: light, title: lightWords[light] }))]} />
        </Fields>
        <div className="actions">
        {active > 0 && <Button kind="plain" icon="close" onPress={clear}>Quitar los filtros</Button>}
        {mayEdit && data?.plan && <><AddNode kind="axis" planId={data.plan.id} parents={[]} /><AddNode kind="objective" planId={data.plan.id} parents={axes} /></>}
        </div>
      </div>
      <Section title="Ejes y objetivos">
        <DataTable caption="Ejes y objetivos" worksheets={mayEdit ? [{ name: 'plan.nodes', title: 'Ejes, objetivos y programas', filters }] : []} subtitle="Avance sobre lo esperado a la fecha, promedio de los indicadores con dato" hideCaption columns={rows?.some(({ programmes }) => programmes > 0) ? columns : columns.filter(({ key }) => key !== 'programmes')} rows={rows} rowKey={({ id }) => id} rowKind={({ group }) => (group ? 'group' : 'row')} rowHref={({ group, id }) => (group ? undefined : objectiveHref(id))}
          sort="none" loading={loading} problem={problem} phone="lines" notes={rule ? [rule, 'Los indicadores sin medición en doce meses no cuentan como cero.'] : []} source="fichas de indicador y mediciones de las unidades, Secplan" />
      </Section>
      {mayEdit && axes.length > 0 && (
        <details className="no-print"><summary>Corregir, trasladar o retirar ejes</summary>
          <ul>{axes.map((axis) => <li key={axis.id}>{axis.code}. {axis.name} <ChangeNode node={axis} /> <MoveNode node={axis} parents={[]} /> <Retire what={`el eje ${axis.code}`} action="plan/retire-node" id={axis.id} version={axis.version} /></li>)}</ul>
        </details>
      )}
      {(mayEdit || mayMeasure) && (data?.indicators.length ?? 0) > 0 && <div className="actions no-print"><ButtonLink size="compact" href={`/planillas/grilla/plan.measurements${searchText(filters)}`}>Medir varias</ButtonLink>{mayEdit && <ButtonLink size="compact" href={`/planillas/grilla/plan.targets${searchText(filters)}`}>Metas por año</ButtonLink>}</div>}
      <Section title="Indicadores" aside={indicators && counted(indicators.length, 'indicador', 'indicadores')}>
        <DataTable caption="Indicadores del plan" hideCaption worksheets={mayEdit ? [{ name: 'plan.indicators', title: 'Fichas de indicadores', filters }, { name: 'plan.targets', title: 'Metas por año', filters }, measured] : mayMeasure ? [measured] : []} columns={indicatorColumns} rows={indicators} rowKey={({ id }) => id} rowHref={({ id }) => indicatorHref(id)} loading={loading} phone="lines" notes={data?.indicators[0] ? [data.indicators[0].rule] : []} source="fichas de indicador y mediciones de las unidades, Secplan" />
      </Section>
      <PrintFoot text={data?.plan?.name ?? ''} />
    </>
  )
}
export default PlanPage
