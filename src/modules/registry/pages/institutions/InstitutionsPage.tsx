import { formatRut, type Rut, sortKey } from '#kernel'
import { api, Button, DataTable, EmptyState, Fields, FormDialog, newId, PageTitle, PrintButton, PrintFoot, ProblemView, SearchBox, Select, StateBadge, TextField, TodayOnly, useAct, useAddressParam, useApi, useMay } from '#design'
import { institutionKinds, institutionKindTitle, type InstitutionView } from '../../contract.ts'

type Kind = (typeof institutionKinds)[number]
type Draft = { id: string; name: string; code: string; kind: Kind; rut: string }
const kindText = (kind: string): string => institutionKindTitle[kind as Kind] ?? kind

const InstitutionFields = ({ values, set, error }: { values: Draft; set: (patch: Partial<Draft>) => void; error: (field: string) => string | undefined }) => (
  <>
    <TextField label="Nombre" name="name" value={values.name} onChange={(name) => set({ name })} error={error('name')} required />
    <Select label="Clase" value={values.kind} onChange={(kind) => set({ kind })} choices={institutionKinds.map((kind) => ({ value: kind, title: institutionKindTitle[kind] }))} />
    <Fields columns={2}>
      <TextField label="Sigla" name="code" value={values.code} onChange={(code) => set({ code })} error={error('code')} required={false} />
      <TextField label="RUT" name="rut" value={values.rut} onChange={(rut) => set({ rut })} error={error('rut')} required={false} />
    </Fields>
  </>
)
const draftOf = (one: InstitutionView): Draft => ({ id: one.id, name: one.name, code: one.code ?? '', kind: one.kind as Kind, rut: one.rut ?? '' })
const SetActive = ({ one }: { one: InstitutionView }) => {
  const act = useAct<Draft & { version: number; active: boolean }, { version: number }>('registry/change-institution', { refresh: ['registry'], done: one.active ? `${one.name} deja de ofrecerse` : `${one.name} vuelve a ofrecerse`, undo: ({ result }, input) => api.act('registry/change-institution', { ...input, active: one.active, version: result.version }) })
  return <>{act.problem && <ProblemView problem={act.problem} />}<Button kind="plain" size="compact" busy={act.running} onPress={() => void act.run({ ...draftOf(one), version: one.version, active: !one.active })}>{one.active ? 'Dejar de ofrecer' : 'Volver a ofrecer'}</Button></>
}

/** Those the municipality deals with. */
const InstitutionsPage = () => {
  const may = useMay('registry.suppliers')
  const [text, search] = useAddressParam('texto')
  const { data, problem, loading } = useApi<{ institutions: readonly InstitutionView[] }>('registry/list-institutions')
  const rows = data?.institutions.filter(({ name, code, kind }) => sortKey(`${name} ${code ?? ''} ${kindText(kind)}`).includes(sortKey(text)))
  return (
    <>
      <PageTitle title="Instituciones" lead="Ministerios, servicios y organizaciones con que trabaja la municipalidad." actions={<><PrintButton />{may && <FormDialog<Draft, Draft> button="Agregar una institución" icon="add" kind="primary" title="Agregar una institución" action="registry/add-institution" refresh={['registry']} done="Institución agregada" submit="Agregar" start={() => ({ id: newId(), name: '', code: '', kind: 'service', rut: '' })} input={(values) => values}>{(draft) => <InstitutionFields {...draft} />}</FormDialog>}</>} />
      <SearchBox label="Buscar por nombre, sigla o clase" value={text} onChange={search} />
      <TodayOnly why="es un registro de identidades; lo que decía antes cada institución está en su historia" />
      <DataTable caption="Instituciones" hideCaption worksheets={may ? [{ name: 'registry.institutions', title: 'Instituciones' }] : []} phone="lines" loading={loading} problem={problem} rows={rows} rowKey={({ id }) => id} source="registro de la municipalidad"
        empty={<EmptyState title={text ? 'Ninguna institución cumple lo pedido' : 'Aún no hay instituciones'} actions={text ? <Button onPress={() => search(undefined)}>Quitar la búsqueda</Button> : undefined}>{text ? 'Pruebe con otra palabra.' : 'Agregue la primera con su nombre y clase.'}</EmptyState>}
        columns={[
          { key: 'name', title: 'Institución', text: ({ name }) => name }, { key: 'code', title: 'Sigla', text: ({ code }) => code ?? '' }, { key: 'kind', title: 'Clase', text: ({ kind }) => kindText(kind) }, { key: 'rut', title: 'RUT', text: ({ rut }) => (rut ? formatRut(rut as Rut) : '') },
          { key: 'state', title: 'Estado', text: ({ active }) => (active ? 'vigente' : 'inactiva'), render: ({ active }) => <StateBadge tone={active ? 'good' : 'neutral'}>{active ? 'vigente' : 'inactiva'}</StateBadge> },
          ...(may ? [{ key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (one: InstitutionView) => <span className="actions"><FormDialog<Draft, unknown> button="Corregir" size="compact" kind="plain" title={`Corregir ${one.name}`} action="registry/change-institution" refresh={['registry']} done="Institución corregida" submit="Guardar" labels={{ name: 'Nombre', code: 'Sigla', rut: 'RUT' }} start={() => draftOf(one)} input={(values) => ({ ...values, version: one.version, active: one.active })}>{(draft) => <InstitutionFields {...draft} />}</FormDialog><SetActive one={one} /></span> }] : []),
        ]} />
      <PrintFoot text="Instituciones" />
    </>
  )
}
export default InstitutionsPage
