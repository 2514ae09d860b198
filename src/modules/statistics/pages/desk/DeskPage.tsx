import { counted, formatDay } from '#kernel'
import { api, BlockTable, Button, ButtonLink, DataTable, Desk, EmptyState, FigureRow, PageTitle, Pagination, PrintButton, PrintFoot, SearchBox, Section, Select, StateBadge, type TableColumn, useAct, useApi, useFilters, usePage, useSession } from '#design'
import type { TableBlock } from '#kernel'
import { type DataRequestLine, dataRequestStateTitle, requesters, requestStates, requesterTitle } from '../../desk/desk-contract.ts'
import { dataRequestHref, deskHref } from '../../desk/desk-hrefs.ts'
import type { DataRequestsAnswer } from '../../desk/desk-queries.ts'
import { useDataDates } from '../use-data-dates.ts'
import { NewRequest } from './NewRequest.tsx'
import { requestTone, timeText } from './request-words.ts'

const ALL = 'todas'
const SHORT = 90
const cut = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text)
const columns: readonly TableColumn<DataRequestLine>[] = [
  { key: 'asked', title: 'Qué se pide', width: '34%', text: ({ asked }) => asked, render: ({ asked, urgent }) => <>{cut(asked)}{urgent && <> <StateBadge tone="warning">urgente</StateBadge></>}</> }, { key: 'number', title: 'Solicitud', text: ({ title }) => title.replace('Solicitud de datos ', '') },
  { key: 'from', title: 'Quién pidió', text: ({ from }) => from }, { key: 'in', title: 'Ingreso', text: ({ receivedOn }) => formatDay(receivedOn) }, { key: 'due', title: 'Plazo', text: ({ dueOn }) => formatDay(dueOn) },
  { key: 'time', title: 'Tiempo', text: timeText, render: (line) => (line.left !== null && line.left < 0 ? <StateBadge tone="bad">{timeText(line)}</StateBadge> : timeText(line)) }, { key: 'who', title: 'Responde', text: ({ assignedTo }) => assignedTo || '—' },
  { key: 'state', title: 'Estado', text: ({ state }) => dataRequestStateTitle[state], render: ({ state }) => <StateBadge tone={requestTone[state]}>{dataRequestStateTitle[state]}</StateBadge> },
]
const TYPES = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' } as const
/** The year of the desk, and its report frozen as three files. */
const Year = ({ year }: { year: string }) => {
  const { effectiveOn, knownOn } = useDataDates()
  const { data } = useApi<{ table: TableBlock; total: number }>('statistics/desk-year', { year, effectiveOn, knownOn })
  const { data: kept } = useApi<{ documents: readonly { title: string; file_hash: string }[] }>('evidence/record-documents', { kind: 'desk-year', id: year })
  const { run, running } = useAct<{ year: string }, unknown>('statistics/issue-desk-report', { refresh: ['statistics', 'evidence'], done: 'Informe hecho: quedó guardado con su huella' })
  if (!data || data.total === 0) return null
  const files = (['pdf', 'docx', 'xlsx'] as const).flatMap((end) => { const file = kept?.documents.find(({ title }) => title.endsWith(`(${end.toUpperCase()})`)); return file ? [{ end, ...file }] : [] })
  return (
    <Section title={`Informe de ${year}`} id="informe" aside={<>{files.map(({ end, file_hash: hash }) => <ButtonLink key={end} size="compact" href={api.file(hash)} download icon="download">{TYPES[end]}</ButtonLink>)}<Button size="compact" busy={running} onPress={() => void run({ year })}>{files.length > 0 ? 'Hacerlo de nuevo' : 'Hacer el informe'}</Button></>}>
      <BlockTable block={data.table} />
    </Section>
  )
}

/** What the office was asked, what is due and what was late. */
const DeskPage = () => {
  const { values, change, clear, active } = useFilters(['texto', 'estado', 'quien', 'de', 'anio'] as const)
  const [page, turn] = usePage()
  const { effectiveOn, knownOn } = useDataDates()
  const { today } = useSession().clock
  const { data, problem, loading } = useApi<DataRequestsAnswer>('statistics/list-data-requests', { text: values.texto, state: values.estado, requester: values.quien, whose: values.de, year: values.anio, page, effectiveOn, knownOn })
  const pick = (value: string): string | undefined => (value === ALL ? undefined : value)
  return (
    <>
      <PageTitle title="Solicitudes de datos" lead={data && (data.mayAttend ? `${counted(data.open, 'abierta', 'abiertas')}.` : 'Lo que usted ha pedido.')} actions={<><PrintButton />{data?.mayAttend && <ButtonLink href={`${deskHref}/plazos`}>Plazos</ButtonLink>}<NewRequest /></>} />
      {data?.mayAttend && <FigureRow label="Cómo está la mesa" items={[{ label: 'Abiertas', text: String(data.open) }, { label: 'Sin asignar', text: String(data.unassigned) }, { label: 'Fuera de plazo', text: String(data.late) }]} />}
      <Desk filtersLabel="Filtros de las solicitudes" filters={<>
        <SearchBox help="Qué se pide, quién o número." value={values.texto} onChange={(texto) => change({ texto })} />
        <Select label="Estado" value={values.estado || ALL} onChange={(value) => change({ estado: pick(value) })} choices={[{ value: ALL, title: 'Todos' }, { value: 'open', title: 'abiertas' }, { value: 'late', title: 'fuera de plazo' }, ...requestStates.map((value) => ({ value, title: dataRequestStateTitle[value] }))]} />
        {data?.mayAttend && <Select label="Quién pidió" value={values.quien || ALL} onChange={(value) => change({ quien: pick(value) })} choices={[{ value: ALL, title: 'Todos' }, ...requesters.map((value) => ({ value, title: requesterTitle[value] }))]} />}
        {data?.mayAttend && <Select label="Responde" value={values.de || ALL} onChange={(value) => change({ de: pick(value) })} choices={[{ value: ALL, title: 'Cualquiera' }, { value: 'mine', title: 'Las mías' }]} />}
        <Select label="Año" value={values.anio || ALL} onChange={(value) => change({ anio: pick(value) })} choices={[{ value: ALL, title: 'Todos' }, ...(data?.years ?? []).map((year) => ({ value: year, title: year }))]} />
        {active > 0 && <Button kind="plain" icon="close" onPress={clear}>Quitar los filtros</Button>}
      </>}>
        <DataTable caption="Solicitudes de datos" hideCaption columns={columns} rows={data?.lines} rowKey={({ id }) => id} rowHref={({ id }) => dataRequestHref(id)} sort="page" loading={loading} problem={problem} phone="lines" source="mesa de solicitudes de datos"
          empty={<EmptyState title={active > 0 ? 'Nada cumple lo pedido' : 'Aún no hay solicitudes'} actions={active > 0 ? <Button onPress={clear}>Quitar los filtros</Button> : undefined}>{active > 0 ? 'Cambie o quite algún filtro.' : 'Ingrese la primera: por mesón o teléfono toma segundos.'}</EmptyState>} />
        {data && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de solicitudes" />}
      </Desk>
      {data?.mayAttend && <Year year={values.anio || today.slice(0, 4)} />}
      <PrintFoot text={`Solicitudes de datos. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default DeskPage
