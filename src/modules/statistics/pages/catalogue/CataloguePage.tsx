import { counted, formatDay } from '#kernel'
import { Button, ButtonLink, Checkbox, DataTable, Desk, EmptyState, FormDialog, PageTitle, Pagination, PrintButton, PrintFoot, SearchBox, Select, StateBadge, TextField, useApi, useFilters, usePage } from '#design'
import { useDataDates } from '../use-data-dates.ts'
import { type CatalogueAnswer, type CatalogueItem, catalogueKindTitle, topicTitle, topics, accesses, accessTitle } from '../../contract.ts'
import { AddHolding } from './AddHolding.tsx'
import { NewDataset } from '../datasets/DatasetForms.tsx'

const ANY = 'todos'
const FILTERS = ['q', 'tema', 'publica', 'territorio', 'ano', 'clase', 'acceso', 'atraso'] as const
const choice = (value: string): string => (value === ANY ? '' : value)
const Title = ({ item }: { item: CatalogueItem }) => <><a href={item.href}>{item.title}</a>{item.description && <><br /><small className="soft">{item.description.slice(0, 160)}</small></>}</>
const State = ({ item }: { item: CatalogueItem }) => (
  <>
    {!item.shared && <StateBadge tone="neutral">solo usted</StateBadge>} {item.access !== 'open' && <StateBadge tone="warning">{accessTitle[item.access]}</StateBadge>} {item.overdueDays > 0 ? <StateBadge tone="bad">atrasado {counted(item.overdueDays, 'día', 'días')}</StateBadge> : item.shared && item.access === 'open' ? <StateBadge tone="good">al día</StateBadge> : null}
  </>
)
const stateText = (item: CatalogueItem): string => [item.shared ? '' : 'solo usted', item.access === 'open' ? '' : accessTitle[item.access], item.overdueDays > 0 ? `atrasado ${item.overdueDays} días` : ''].filter(Boolean).join(', ') || 'al día'

/** Everything the office holds, found in one box. */
const CataloguePage = () => {
  const { effectiveOn, knownOn } = useDataDates()
  const { values, change, clear, active } = useFilters(FILTERS)
  const [page, go] = usePage()
  const { data, problem, loading } = useApi<CatalogueAnswer>('statistics/search-catalogue', { text: values.q, topic: values.tema, publisher: values.publica, territory: values.territorio, year: /^\d{4}$/.test(values.ano) ? values.ano : undefined, kind: values.clase, access: values.acceso, overdue: values.atraso, page, effectiveOn, knownOn })
  const list = (label: string, name: (typeof FILTERS)[number], title: string, choices: readonly { value: string; title: string }[]) => <Select label={label} value={values[name] || ANY} onChange={(value) => change({ [name]: choice(value) || undefined })} choices={[{ value: ANY, title }, ...choices]} />
  const facets = data?.facets
  return (
    <>
      <PageTitle title="Datos y catálogo" lead={data && `${counted(data.total, 'resultado', 'resultados')}${facets && facets.overdue > 0 ? `; ${counted(facets.overdue, 'conjunto atrasado', 'conjuntos atrasados')}` : ''}.`}
        actions={<><PrintButton />{data?.mayLoad && <><AddHolding /><NewDataset /><ButtonLink kind="primary" icon="upload" href="/conocer/datos/cargar">Cargar datos</ButtonLink></>}</>} />
      <Desk filtersLabel="Filtros del catálogo" filters={<>
        <SearchBox label="Buscar" value={values.q} onChange={(q) => change({ q: q || undefined })} help="Título, descripción, quien publica o texto dentro de los archivos." />
        {list('Clase', 'clase', 'Todo', (facets?.kinds ?? []).map(({ kind, count }) => ({ value: kind, title: `${catalogueKindTitle[kind]} (${count})` })))}
        {list('Tema', 'tema', 'Todos los temas', topics.map((topic) => ({ value: topic, title: topicTitle[topic] })))}
        {list('Publica', 'publica', 'Cualquiera', (facets?.publishers ?? []).map((value) => ({ value, title: value })))}
        {list('Territorio', 'territorio', 'Cualquiera', (facets?.territories ?? []).map((value) => ({ value, title: value })))}
        <TextField label="Año que cubre" value={values.ano} onChange={(ano) => change({ ano: ano || undefined })} required={false} />
        {list('Acceso', 'acceso', 'Cualquiera', accesses.map((access) => ({ value: access, title: accessTitle[access] })))}
        <Checkbox checked={values.atraso === 'si'} onChange={(on) => change({ atraso: on ? 'si' : undefined })}>Solo lo atrasado</Checkbox>
        {active > 0 && <Button kind="plain" onPress={clear}>Quitar filtros</Button>}
      </>}>
        <DataTable<CatalogueItem> caption="Catálogo" hideCaption sort="page" phone="lines" loading={loading} problem={problem} rows={data?.items} rowKey={({ kind, id }) => `${kind}-${id}`} source="fichas y versiones registradas en el sistema"
          empty={active > 0 ? <EmptyState title="Nada responde a esos filtros" actions={<Button onPress={clear}>Quitar filtros</Button>}>Pruebe con menos palabras o sin el año.</EmptyState> : <EmptyState title="Aún no hay datos" actions={data?.mayLoad ? <ButtonLink kind="primary" href="/conocer/datos/cargar">Cargar el primer archivo</ButtonLink> : undefined}>Lo que se cargue o se agregue al catálogo aparecerá aquí.</EmptyState>}
          columns={[
            { key: 'title', title: 'Título', width: '36%', text: ({ title }) => title, render: (item) => <Title item={item} /> }, { key: 'kind', title: 'Clase', text: ({ kind }) => catalogueKindTitle[kind] }, { key: 'publisher', title: 'Publica', text: ({ publisher }) => publisher || '—' },
            { key: 'period', title: 'Período', text: ({ period }) => period || '—' }, { key: 'updated', title: 'Actualizado', text: ({ updatedOn }) => (updatedOn ? formatDay(updatedOn) : '—') }, { key: 'state', title: 'Estado', text: stateText, render: (item) => <State item={item} /> },
            ...(data?.mayManage ? [{ key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (item: CatalogueItem) => item.retirable && (
              <FormDialog<{ reason: string }, unknown> button="Sacar" kind="plain" size="compact" title={`Sacar «${item.title}» del catálogo`} action="statistics/retire-holding" refresh={['statistics']} done="La ficha salió del catálogo" submit="Sacar" start={() => ({ reason: '' })} input={({ reason }) => ({ id: item.id, reason })}>
                {({ values: draft, set, error }) => <TextField label="Motivo" name="reason" lines={2} value={draft.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
              </FormDialog>) }] : []),
          ]} />
        {data && <Pagination page={page} pages={data.pages} total={data.total} onPage={go} />}
      </Desk>
      <PrintFoot text={`Catálogo de datos. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default CataloguePage
