import { formatDay, formatNumber } from '#kernel'
import { Button, ButtonLink, DataTable, Desk, EmptyState, FormDialog, newId, PageTitle, PrintButton, PrintFoot, SearchBox, Select, StateBadge, TextField, useAddress, useApi, useAsOf, useFilters, useMay } from '#design'
import { type SetsAnswer, type SetView, type ZoneKind, zoneKinds, zoneKindTitle } from '../contract.ts'
import { loadZonesHref, zoneSetHref } from '../hrefs.ts'
import { useBackground } from './map/use-background.ts'
import { ZoneMap } from './map/ZoneMap.tsx'

const fold = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
const hectares = (areaM2: number): string => `${formatNumber(areaM2 / 10_000, 1)} ha`
export const SetFields = ({ values, set, error }: { values: { title: string; kind: ZoneKind; note: string }; set: (patch: Partial<{ title: string; kind: ZoneKind; note: string }>) => void; error: (field: string) => string | undefined }) => (
  <>
    <TextField label="Nombre" name="title" help="Por ejemplo, Unidades vecinales de Loncoche." value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
    <Select label="Clase" value={values.kind} onChange={(kind) => set({ kind })} choices={zoneKinds.map((kind) => ({ value: kind, title: zoneKindTitle[kind] }))} />
    <TextField label="Nota" value={values.note} onChange={(note) => set({ note })} lines={3} required={false} />
  </>
)
const NewSet = () => {
  const { go } = useAddress()
  return (
    <FormDialog button="Nuevo conjunto" shortcut="" icon="add" title="Nuevo conjunto de zonas" start={() => ({ title: '', kind: 'neighbourhood-unit' as ZoneKind, note: '' })} action="territory/create-set" input={(values) => ({ id: newId(), ...values })} refresh={['territory']} done="Conjunto creado" submit="Crear" onDone={({ id }) => go(zoneSetHref(id))}>
      {(draft) => <SetFields {...draft} />}
    </FormDialog>
  )
}
/** The sets of zones: list and map with the same filters. */
const ZoneSetsPage = () => {
  const { effectiveOn, knownOn } = useAsOf()
  const { data, problem, loading } = useApi<SetsAnswer>('territory/list-sets', { effectiveOn, knownOn })
  const { values, change, clear, active } = useFilters(['texto', 'clase'])
  const { go } = useAddress()
  const edits = useMay('territory.edit')
  const background = useBackground()
  const wanted = fold(values.texto ?? '')
  const sets = data?.sets.filter(({ title, kind, note }) => (!values.clase || kind === values.clase) && fold(`${title} ${note}`).includes(wanted))
  const shown = new Set(sets?.map(({ id }) => id))
  const zones = data?.zones.filter(({ setId }) => shown.has(setId)) ?? []
  const titleOf = new Map(data?.sets.map(({ id, title }) => [id, title]))
  return (
    <>
      <PageTitle title="Unidades vecinales y zonas" lead="Cada conjunto guarda sus versiones: un nuevo trazado no borra el anterior." actions={<><PrintButton />{edits && <><NewSet /><ButtonLink kind="primary" href={loadZonesHref}>Cargar un archivo</ButtonLink></>}</>} />
      <Desk filtersLabel="Filtros de los conjuntos de zonas" filters={<>
        <SearchBox value={values.texto ?? ''} onChange={(texto) => change({ texto })} />
        <Select label="Clase" value={values.clase || 'todas'} onChange={(clase) => change({ clase: clase === 'todas' ? undefined : clase })} choices={[{ value: 'todas', title: 'Todas' }, ...zoneKinds.map((kind) => ({ value: kind as string, title: zoneKindTitle[kind] }))]} />
        {active > 0 && <Button kind="plain" onPress={clear}>Quitar los filtros</Button>}
      </>}>
        <DataTable<SetView> caption="Conjuntos de zonas" subtitle={`vigentes al ${formatDay(effectiveOn)}`} rows={sets} rowKey={({ id }) => id} rowHref={({ id }) => zoneSetHref(id)} loading={loading} problem={problem} phone="lines"
          empty={<EmptyState title={active ? 'Ningún conjunto responde a esos filtros' : 'Aún no hay zonas'} actions={edits && active === 0 ? <ButtonLink href={loadZonesHref}>Cargar un archivo</ButtonLink> : undefined}>{active ? 'Pruebe con otra palabra o quite los filtros.' : 'Traiga las unidades vecinales en un GeoJSON, o créelas y dibújelas.'}</EmptyState>}
          columns={[
            { key: 'title', title: 'Conjunto', text: ({ title }) => title }, { key: 'kind', title: 'Clase', text: ({ kind }) => zoneKindTitle[kind] }, { key: 'zones', title: 'Zonas', align: 'right', text: ({ zones: count }) => formatNumber(count), number: ({ zones: count }) => count },
            { key: 'area', title: 'Superficie', align: 'right', text: ({ areaM2 }) => hectares(areaM2), number: ({ areaM2 }) => areaM2 }, { key: 'since', title: 'Rige desde', text: ({ validFrom }) => (validFrom ? formatDay(validFrom) : 'sin versión') },
            { key: 'state', title: 'Estado', text: ({ demonstration, draftId, currentNumber }) => [currentNumber ? `versión ${currentNumber}` : 'sin adoptar', draftId ? 'con borrador' : '', demonstration ? 'demostración' : ''].filter(Boolean).join(', '), render: ({ demonstration, draftId, currentNumber }) => <>{currentNumber ? <StateBadge tone="good">versión {currentNumber}</StateBadge> : <StateBadge tone="neutral">sin adoptar</StateBadge>} {draftId && <StateBadge tone="warning">con borrador</StateBadge>} {demonstration && <StateBadge tone="data">demostración</StateBadge>}</> },
          ]} />
        <ZoneMap label={`Mapa de las zonas vigentes: ${zones.length}`} background={background} zones={zones.map((zone) => ({ id: zone.id, title: `${titleOf.get(zone.setId) ?? ''}: ${zone.code} ${zone.name}`, shape: zone.shape }))} onChoose={(id) => { const found = zones.find((zone) => zone.id === id); if (found) go(zoneSetHref(found.setId)) }} focus={background?.commune && zones.length === 0 ? [background.commune] : undefined} />
        {background && <details className="table-alternative"><summary>Fuentes del fondo</summary>{background.sources.map(({ title, publisher, licence, date, note }) => <p key={title} className="source"><b>{title}</b> ({date}). {publisher}. Licencia: {licence}. {note}</p>)}</details>}
      </Desk>
      <PrintFoot text="Unidades vecinales y zonas" />
    </>
  )
}
export default ZoneSetsPage
