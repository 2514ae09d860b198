import { ComboBox, Fields, NumberField, Select, TextField, useApi } from '#design'
import { formatThousands } from '#kernel'

export type ProjectDraft = {
  code: string; bip: string; name: string; place: string; longitude: number | null; latitude: number | null; unitId: string | null; formulatorId: string | null; inspectorId: string | null
  totalCost: number | null; genderMarker: number | null; genderNote: string; beneficiariesWomen: number | null; beneficiariesMen: number | null
}
export const emptyProject: ProjectDraft = { code: '', bip: '', name: '', place: '', longitude: null, latitude: null, unitId: null, formulatorId: null, inspectorId: null, totalCost: null, genderMarker: null, genderNote: '', beneficiariesWomen: null, beneficiariesMen: null }
const MARKERS = [{ value: 'none', title: 'Sin revisar' }, { value: '0', title: '0: no contribuye a la igualdad' }, { value: '1', title: '1: contribución significativa' }, { value: '2', title: '2: es su objetivo principal' }]

/** What describes a project, to create it and to correct it. */
export const ProjectFields = ({ values, set, error }: { values: ProjectDraft; set: (patch: Partial<ProjectDraft>) => void; error: (field: string) => string | undefined }) => {
  const units = useApi<{ units: readonly { id: string; name: string; active: boolean }[] }>('registry/list-units').data?.units ?? []
  const people = (useApi<{ people: readonly { id: string; name: string; unitName: string | null; active: boolean }[] }>('registry/list-people').data?.people ?? []).filter(({ active }) => active).map(({ id, name, unitName }) => ({ value: id, title: name, note: unitName ?? undefined }))
  return (
    <>
      <TextField label="Nombre" name="name" help="Proceso, objeto y lugar, como en la ficha." value={values.name} onChange={(name) => set({ name })} error={error('name')} required />
      <Fields columns={2}>
        <TextField label="Código corto" name="code" help="Minúsculas, números y guiones." value={values.code} onChange={(code) => set({ code })} error={error('code')} required />
        <TextField label="Código BIP" name="bip" help="Como 40031207-0." value={values.bip} onChange={(bip) => set({ bip })} error={error('bip')} required={false} />
        <TextField label="Lugar" name="place" value={values.place} onChange={(place) => set({ place })} error={error('place')} required={false} />
        <NumberField label="Costo total" name="totalCost" help={values.totalCost === null ? undefined : formatThousands(values.totalCost)} value={values.totalCost} onChange={(totalCost) => set({ totalCost })} minimum={0} error={error('totalCost')} required />
        <ComboBox label="Unidad técnica" name="unitId" value={values.unitId} onChange={(unitId) => set({ unitId })} choices={units.filter(({ active }) => active).map(({ id, name }) => ({ value: id, title: name }))} error={error('unitId')} required={false} />
        <ComboBox label="Formula" name="formulatorId" value={values.formulatorId} onChange={(formulatorId) => set({ formulatorId })} choices={people} required={false} />
        <ComboBox label="Inspección técnica" name="inspectorId" value={values.inspectorId} onChange={(inspectorId) => set({ inspectorId })} choices={people} required={false} />
        <Select label="Marcador de género" value={values.genderMarker === null ? 'none' : String(values.genderMarker)} onChange={(marker) => set({ genderMarker: marker === 'none' ? null : Number(marker) })} choices={MARKERS} required={false} />
        <NumberField label="Beneficiarias" name="beneficiariesWomen" unit="personas" value={values.beneficiariesWomen} onChange={(beneficiariesWomen) => set({ beneficiariesWomen })} minimum={0} required={false} />
        <NumberField label="Beneficiarios" name="beneficiariesMen" unit="personas" value={values.beneficiariesMen} onChange={(beneficiariesMen) => set({ beneficiariesMen })} minimum={0} required={false} />
        <NumberField label="Longitud" name="longitude" unit="grados" decimals={5} value={values.longitude} onChange={(longitude) => set({ longitude })} minimum={-180} maximum={180} required={false} />
        <NumberField label="Latitud" name="latitude" unit="grados" decimals={5} value={values.latitude} onChange={(latitude) => set({ latitude })} minimum={-90} maximum={90} required={false} />
      </Fields>
      <TextField label="Fundamento del marcador" name="genderNote" lines={2} value={values.genderNote} onChange={(genderNote) => set({ genderNote })} required={false} />
    </>
  )
}
