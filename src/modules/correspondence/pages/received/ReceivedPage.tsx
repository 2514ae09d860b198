import { counted, formatDay } from '#kernel'
import { Button, ButtonLink, DataTable, Desk, EmptyState, PageTitle, Pagination, PrintButton, PrintFoot, SearchBox, Select, type TableColumn, useApi, useFilters, usePage } from '#design'
import { receivedWhy, type ReceivedLine } from '../../contract.ts'
import { useActDates } from '../use-act-dates.ts'
import { ALL } from '../words.ts'
import '../acts.css'

type Answer = { readonly total: number; readonly pages: number; readonly years: readonly string[]; readonly acts: readonly ReceivedLine[] }
const columns: readonly TableColumn<ReceivedLine>[] = [
  { key: 'title', title: 'Acto', width: '24%', text: ({ title }) => title }, { key: 'subject', title: 'Materia', width: '40%', text: ({ subject }) => subject }, { key: 'on', title: 'Fecha', text: ({ actOn }) => formatDay(actOn) },
  { key: 'given', title: 'Le llegó', text: ({ deliveredOn }) => formatDay(deliveredOn) }, { key: 'why', title: 'Por qué', text: ({ why }) => receivedWhy[why] },
]

/** The signed acts that were given to who reads: notified, in the folder of a session, or the answer to what they asked. */
const ReceivedPage = () => {
  const { values, change, clear, active } = useFilters(['texto', 'ano'] as const)
  const [page, turn] = usePage()
  const { effectiveOn, knownOn } = useActDates()
  const { data, problem, loading } = useApi<Answer>('correspondence/list-received', { text: values.texto, year: values.ano, page, effectiveOn, knownOn })
  return (
    <>
      <PageTitle title="Actos que le llegaron" lead={data && data.total > 0 && `${counted(data.total, 'acto firmado', 'actos firmados')}, sólo los que se le entregaron a usted.`} actions={<><PrintButton /><ButtonLink href="/concejo">Mesa del Concejo</ButtonLink></>} />
      <Desk filtersLabel="Filtros de lo recibido" filters={<>
        <SearchBox help="Materia, clase o número." value={values.texto} onChange={(texto) => change({ texto })} />
        <Select label="Año" value={values.ano || ALL} onChange={(ano) => change({ ano: ano === ALL ? undefined : ano })} choices={[{ value: ALL, title: 'Todos' }, ...(data?.years ?? []).map((year) => ({ value: year, title: year }))]} />
        {active > 0 && <Button kind="plain" icon="close" onPress={clear}>Quitar los filtros</Button>}
      </>}>
        <DataTable caption="Actos que le llegaron" hideCaption columns={columns} rows={data?.acts} rowKey={({ id }) => id} rowHref={({ id }) => `/actos/recibidos/${id}`} sort="none" loading={loading} problem={problem} phone="lines" source="registro de actos"
          empty={<EmptyState title={active > 0 ? 'Nada cumple lo pedido' : 'Aún no le ha llegado ningún acto'} actions={active > 0 ? <Button onPress={clear}>Quitar los filtros</Button> : undefined}>{active > 0 ? 'Cambie o quite algún filtro.' : 'Aquí quedan los actos firmados que le notifican, los de la carpeta de sus sesiones y las respuestas a lo que pide.'}</EmptyState>} />
        {data && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de lo recibido" />}
      </Desk>
      <PrintFoot text={`Actos recibidos. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default ReceivedPage
