import type { Day } from '#kernel'
import { DateField, Fields, FormDialog, newId, Select, TextField, useApi } from '#design'
import { type Access, accesses, accessTitle, type DatasetView, type Periodicity, periodicities, periodicityTitle, type Topic, topicTitle, topics } from '../../contract.ts'

type Draft = Pick<DatasetView, 'id' | 'code' | 'title' | 'topic' | 'description' | 'publisher' | 'sourceLink' | 'licence' | 'universe' | 'method' | 'unitNote' | 'geography' | 'populationBase' | 'periodicity' | 'unitId' | 'nextExpectedOn' | 'quality' | 'contact' | 'access'>
type Units = { readonly units: readonly { readonly id: string; readonly name: string }[] }
type Hands = { values: Draft; set: (patch: Partial<Draft>) => void; error: (field: string) => string | undefined }
const NONE = 'ninguna'
const labels = { title: 'Título', publisher: 'Publica', source_link: 'Fuente', description: 'Descripción' }
const empty = (): Draft => ({ id: newId(), code: '', title: '', topic: 'other', description: '', publisher: '', sourceLink: '', licence: '', universe: '', method: '', unitNote: '', geography: '', populationBase: '', periodicity: 'yearly', unitId: null, nextExpectedOn: null, quality: '', contact: '', access: 'open' })

const DatasetFields = ({ values, set, error }: Hands) => {
  const units = useApi<Units>('registry/list-units').data?.units ?? []
  const text = (name: keyof Draft, label: string, more: { help?: string; lines?: number; required?: boolean } = {}) => <TextField label={label} name={name} value={String(values[name] ?? '')} onChange={(value) => set({ [name]: value })} error={error(name)} required={more.required ?? false} help={more.help} lines={more.lines} />
  return (
    <>
      {text('title', 'Título', { required: true, help: 'Qué mide, dónde y de cuándo.' })}
      <Fields columns={2}>
        {text('code', 'Código', { required: true, help: 'Con minúsculas y guiones: no cambia.' })}
        <Select label="Tema" value={values.topic} onChange={(topic) => set({ topic: topic as Topic })} choices={topics.map((topic) => ({ value: topic, title: topicTitle[topic] }))} />
        {text('publisher', 'Quién lo publica', { help: 'Sin esto no se puede compartir.' })}
        {text('sourceLink', 'Fuente', { help: 'Dirección o documento de donde sale.' })}
        {text('licence', 'Licencia')}{text('contact', 'A quién preguntar')}
        {text('universe', 'Universo', { help: 'A quiénes o a qué se refiere.' })}{text('unitNote', 'Unidad de medida')}
        {text('geography', 'Geografía', { help: 'Por ejemplo, CUT 2018.' })}{text('populationBase', 'Base de población', { help: 'Por ejemplo, proyección base 2017.' })}
        <Select label="Periodicidad" value={values.periodicity} onChange={(periodicity) => set({ periodicity: periodicity as Periodicity })} choices={periodicities.map((one) => ({ value: one, title: periodicityTitle[one] }))} />
        <DateField label="Próxima versión esperada" name="nextExpectedOn" value={values.nextExpectedOn} onChange={(nextExpectedOn: Day | null) => set({ nextExpectedOn })} error={error('nextExpectedOn')} required={false} />
        <Select label="Unidad que responde" value={values.unitId ?? NONE} onChange={(unit) => set({ unitId: unit === NONE ? null : unit })} choices={[{ value: NONE, title: 'Sin unidad' }, ...units.map(({ id, name }) => ({ value: id, title: name }))]} />
        <Select label="Acceso" help="Restringido: se abre con finalidad. Confidencial: además, no se exporta." value={values.access} onChange={(access) => set({ access: access as Access })} choices={accesses.map((access) => ({ value: access, title: accessTitle[access] }))} />
      </Fields>
      {text('description', 'Descripción', { lines: 3 })}{text('method', 'Método', { lines: 3 })}{text('quality', 'Calidad y advertencias', { lines: 3 })}
    </>
  )
}

/** A data set is described before its first file. */
export const NewDataset = ({ onMade }: { onMade?: (id: string) => void }) => (
  <FormDialog<Draft, Draft> button="Nuevo conjunto" icon="add" title="Nuevo conjunto de datos" wide action="statistics/create-dataset" refresh={['statistics']} done="Conjunto creado; solo usted lo ve hasta que lo comparta" submit="Crear" start={empty} input={(values) => values} onDone={({ id }) => onMade?.(id)}>
    {(draft) => <DatasetFields {...draft} />}
  </FormDialog>
)
export const ChangeDataset = ({ dataset }: { dataset: DatasetView }) => (
  <FormDialog<Draft, Draft & { version: number }> button="Cambiar" title={`Cambiar «${dataset.title}»`} wide action="statistics/change-dataset" refresh={['statistics', 'evidence']} done="Descripción guardada" submit="Guardar" labels={labels} input={(values) => ({ ...values, version: dataset.version })}
    start={() => ({ id: dataset.id, code: dataset.code, title: dataset.title, topic: dataset.topic, description: dataset.description, publisher: dataset.publisher, sourceLink: dataset.sourceLink, licence: dataset.licence, universe: dataset.universe, method: dataset.method, unitNote: dataset.unitNote, geography: dataset.geography, populationBase: dataset.populationBase, periodicity: dataset.periodicity, unitId: dataset.unitId, nextExpectedOn: dataset.nextExpectedOn, quality: dataset.quality, contact: dataset.contact, access: dataset.access })}>
    {(draft) => <DatasetFields {...draft} />}
  </FormDialog>
)
