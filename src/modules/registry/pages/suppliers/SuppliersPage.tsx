import { counted, formatRut, type Rut } from '#kernel'
import { Button, ComboBox, DataTable, Desk, EmptyState, PageTitle, Pagination, PrintButton, PrintFoot, SearchBox, Select, StateBadge, type TableColumn, TodayOnly, useAddressParam, useApi, useFilters, useMay, usePage } from '#design'
import type { SupplierView } from '../../contract.ts'
import { supplierHref } from '../../hrefs.ts'
import { AddSupplier } from './SupplierForms.tsx'

type Answer = { readonly total: number; readonly pages: number; readonly suppliers: readonly SupplierView[]; readonly activities: readonly string[] }
const ALL = 'all'
const columns: readonly TableColumn<SupplierView>[] = [
  { key: 'name', title: 'Proveedor', text: ({ name }) => name },
  { key: 'rut', title: 'RUT', sortable: false, text: ({ rut }) => formatRut(rut as Rut) },
  { key: 'activity', title: 'Rubro', text: ({ activity }) => activity },
  { key: 'city', title: 'Ciudad', text: ({ city }) => city },
  { key: 'state', title: 'Estado', sortable: false, text: ({ active }) => (active ? 'vigente' : 'inactivo'), render: ({ active }) => <StateBadge tone={active ? 'good' : 'neutral'}>{active ? 'vigente' : 'inactivo'}</StateBadge> },
]

/** The register of suppliers. Search, filters, order and page live in the address. */
const SuppliersPage = () => {
  const { values, change, clear, active } = useFilters(['texto', 'rubro', 'estado'] as const)
  const [page, turn] = usePage()
  const [order] = useAddressParam('orden')
  const may = useMay('registry.suppliers')
  const asked = { text: values.texto, activity: values.rubro, state: values.estado, sort: /^-?(name|city|activity)$/.test(order) ? order : 'name' }
  const { data, problem, loading } = useApi<Answer>('registry/list-suppliers', { ...asked, page })
  const filters = (
    <>
      <SearchBox help="Nombre o RUT, con o sin puntos." value={values.texto} onChange={(texto) => change({ texto })} />
      <ComboBox label="Rubro" value={values.rubro || null} onChange={(rubro) => change({ rubro: rubro ?? undefined })} choices={(data?.activities ?? []).map((activity) => ({ value: activity, title: activity }))} placeholder="Todos" />
      <Select label="Estado" value={values.estado || ALL} onChange={(estado) => change({ estado: estado === ALL ? undefined : estado })} choices={[{ value: ALL, title: 'Todos' }, { value: 'active', title: 'Vigentes' }, { value: 'inactive', title: 'Inactivos' }]} />
      {active > 0 && <Button kind="plain" icon="close" onPress={clear}>Quitar los filtros</Button>}
    </>
  )
  return (
    <>
      <PageTitle title="Proveedores" lead={data && counted(data.total, 'proveedor', 'proveedores')} actions={<><PrintButton />{may && <AddSupplier />}</>} />
      <Desk filters={filters} filtersLabel="Filtros de proveedores">
        <TodayOnly why="es un registro de identidades; lo que decía antes cada proveedor está en su historia" />
        <DataTable caption="Proveedores" hideCaption columns={columns} rows={data?.suppliers} rowKey={({ id }) => id} rowHref={({ id }) => supplierHref(id)} worksheets={may ? [{ name: 'registry.suppliers', title: 'Proveedores', filters: asked }] : []} sort="server" loading={loading} problem={problem} phone="lines" source="registro de proveedores de la municipalidad"
          empty={<EmptyState title={active > 0 ? 'Ningún proveedor cumple lo pedido' : 'Aún no hay proveedores'} actions={active > 0 ? <Button onPress={clear}>Quitar los filtros</Button> : undefined}>{active > 0 ? 'Cambie o quite algún filtro.' : 'Se agregan con su RUT al registrar un contrato o una compra.'}</EmptyState>} />
        {data && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de proveedores" />}
      </Desk>
      <PrintFoot text="Registro de proveedores" />
    </>
  )
}
export default SuppliersPage
