import { counted, formatDay } from '#kernel'
import { Button, ButtonLink, ComboBox, DataTable, Desk, EmptyState, PageTitle, Pagination, PrintButton, PrintFoot, SearchBox, Select, useApi, useFilters, useMay, usePage } from '#design'
import { type ActLine, actStates, stateTitle } from '../../contract.ts'
import { ALL } from '../words.ts'
import { actColumns, kindChoices, rowHref } from './columns.tsx'
import { useActDates } from '../use-act-dates.ts'

type Answer = { readonly total: number; readonly pages: number; readonly years: readonly string[]; readonly units: readonly { readonly id: string; readonly name: string }[]; readonly acts: readonly ActLine[] }

/** Every act as it stood on the two dates. Filters and page live in the address. */
const ActsPage = () => {
  const { values, change, clear, active } = useFilters(['texto', 'clase', 'estado', 'unidad', 'ano'] as const)
  const [page, turn] = usePage()
  const { effectiveOn, knownOn } = useActDates()
  const may = useMay('correspondence.draft')
  const { data, problem, loading } = useApi<Answer>('correspondence/list-acts', { text: values.texto, kind: values.clase, state: values.estado, unitId: values.unidad, year: values.ano, page, effectiveOn, knownOn })
  const pick = (key: 'clase' | 'estado' | 'ano') => (value: string) => change({ [key]: value === ALL ? undefined : value })
  const filters = (
    <>
      <SearchBox help="Materia, número o destinatario." value={values.texto} onChange={(texto) => change({ texto })} />
      <Select label="Clase" value={values.clase || ALL} onChange={pick('clase')} choices={[{ value: ALL, title: 'Todas' }, ...kindChoices]} />
      <Select label="Estado" value={values.estado || ALL} onChange={pick('estado')} choices={[{ value: ALL, title: 'Todos menos los eliminados' }, ...actStates.map((state) => ({ value: state, title: stateTitle[state] }))]} />
      <ComboBox label="Unidad" value={values.unidad || null} onChange={(unidad) => change({ unidad: unidad ?? undefined })} choices={(data?.units ?? []).map(({ id, name }) => ({ value: id, title: name }))} placeholder="Todas" />
      <Select label="Año" value={values.ano || ALL} onChange={pick('ano')} choices={[{ value: ALL, title: 'Todos' }, ...(data?.years ?? []).map((year) => ({ value: year, title: year }))]} />
      {active > 0 && <Button kind="plain" icon="close" onPress={clear}>Quitar los filtros</Button>}
    </>
  )
  return (
    <>
      <PageTitle title="Actos y correspondencia" lead={data && `${counted(data.total, 'acto', 'actos')} al ${formatDay(effectiveOn)}.`} actions={<><PrintButton /><ButtonLink href="/actos/libros">Libros de números</ButtonLink><ButtonLink href="/actos/firma">Mesa de firma</ButtonLink>{may && <ButtonLink kind="primary" icon="add" href="/actos/nuevo">Redactar un acto</ButtonLink>}</>} />
      <Desk filters={filters} filtersLabel="Filtros de actos">
        <DataTable caption="Actos y correspondencia" hideCaption columns={actColumns} rows={data?.acts} rowKey={({ id }) => id} rowHref={rowHref} sort="none" loading={loading} problem={problem} phone="lines" source="registro de actos de la Secretaría Municipal"
          empty={<EmptyState title={active > 0 ? 'Ningún acto cumple lo pedido' : 'Aún no hay actos'} actions={active > 0 ? <Button onPress={clear}>Quitar los filtros</Button> : may ? <ButtonLink href="/actos/nuevo">Redactar el primero</ButtonLink> : undefined}>{active > 0 ? 'Cambie o quite algún filtro.' : 'Un acto empieza como borrador, pasa por sus vistos buenos, y Secretaría Municipal le da número.'}</EmptyState>} />
        {data && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de actos" />}
      </Desk>
      <PrintFoot text={`Actos y correspondencia. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default ActsPage
