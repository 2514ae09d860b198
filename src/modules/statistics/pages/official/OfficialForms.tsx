import { useState } from 'react'
import type { Day } from '#kernel'
import { Checkbox, ComboBox, DateField, Fields, FileDrop, FormDialog, newId, NumberField, RadioGroup, Select, TextField, useApi, useSession } from '#design'
import { type ActKind, actKinds, actKindTitle, type ConceptView, type SourceView, type Use, uses, useTitle } from '../../contract.ts'
import type { DatasetAnswer, DatasetsAnswer } from '../../datasets/dataset-queries.ts'

type Fieldset = { code: string; title: string; definition: string; unit: string; decimals: number | null; reconciliation: string }
type Hands = { values: Fieldset; set: (patch: Partial<Fieldset>) => void; error: (field: string) => string | undefined }
const REFRESH = ['statistics', 'evidence']
const ConceptFields = ({ values, set, error }: Hands) => (
  <>
    <TextField label="Nombre" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
    <TextField label="Qué mide" name="definition" lines={2} value={values.definition} onChange={(definition) => set({ definition })} error={error('definition')} required />
    <Fields columns={3}><TextField label="Código" name="code" value={values.code} onChange={(code) => set({ code })} error={error('code')} required /><TextField label="Unidad" name="unit" value={values.unit} onChange={(unit) => set({ unit })} error={error('unit')} required /><NumberField label="Decimales" name="decimals" value={values.decimals} onChange={(decimals) => set({ decimals })} minimum={0} maximum={6} error={error('decimals')} required /></Fields>
    <TextField label="Nota de conciliación" name="reconciliation" lines={4} help="Por qué difieren las fuentes y cuándo se usa cada una. Se imprime junto a la cifra." value={values.reconciliation} onChange={(reconciliation) => set({ reconciliation })} error={error('reconciliation')} required={false} />
  </>
)
export const NewConcept = () => (
  <FormDialog<Fieldset & { id: string }, unknown> button="Nuevo concepto" icon="add" kind="primary" title="Nuevo concepto" action="statistics/create-concept" refresh={REFRESH} done="Concepto creado" submit="Crear" start={() => ({ id: newId(), code: '', title: '', definition: '', unit: 'personas', decimals: 0, reconciliation: '' })} input={(values) => ({ ...values, decimals: values.decimals ?? 0 })}>{(draft) => <ConceptFields {...draft} />}</FormDialog>
)
export const ChangeConcept = ({ concept }: { concept: ConceptView }) => (
  <FormDialog<Fieldset, unknown> button="Cambiar o anotar" kind="plain" size="compact" title={`Cambiar «${concept.title}»`} action="statistics/change-concept" refresh={REFRESH} done="Concepto guardado" submit="Guardar" labels={{ title: 'Nombre', reconciliation: 'Nota' }} start={() => ({ code: concept.code, title: concept.title, definition: concept.definition, unit: concept.unit, decimals: concept.decimals, reconciliation: concept.reconciliation })} input={(values) => ({ ...values, decimals: values.decimals ?? 0, id: concept.id, version: concept.version })}>{(draft) => <ConceptFields {...draft} />}</FormDialog>
)

type Source = { id: string; title: string; datasetId: string | null; measure: string; codes: Record<string, string> }
/** Which cell of the data set: its measure and one code of each variable that is not the period. */
const CellFields = ({ values, set, error }: { values: Source; set: (patch: Partial<Source>) => void; error: (field: string) => string | undefined }) => {
  const structure = useApi<DatasetAnswer>('statistics/show-dataset', { id: values.datasetId ?? '' }, { enabled: values.datasetId !== null }).data?.structure
  if (!structure) return null
  return (
    <>
      <ComboBox label="Medida" name="measure" value={values.measure || null} onChange={(measure) => set({ measure: measure ?? '' })} choices={structure.measures.map(({ key, title, unit }) => ({ value: key, title, note: unit }))} error={error('measure')} required />
      {structure.dimensions.filter(({ role }) => role !== 'time').map(({ key, title, codes, total }) => (
        <ComboBox key={key} label={title} help={total ? 'Sin elegir, el total que trae la fuente.' : 'Sin elegir, la suma de todos.'} value={values.codes[key] ?? null} onChange={(code) => { const { [key]: _gone, ...rest } = values.codes; set({ codes: code === null ? rest : { ...rest, [key]: code } }) }} choices={codes.map(({ code, label }) => ({ value: code, title: label, note: code }))} required={false} />
      ))}
    </>
  )
}
export const AddSource = ({ concept }: { concept: ConceptView }) => {
  const datasets = useApi<DatasetsAnswer>('statistics/list-datasets').data?.datasets ?? []
  return (
    <FormDialog<Source, unknown> button="Agregar fuente" kind="plain" size="compact" title={`Otra fuente de «${concept.title}»`} action="statistics/add-source" refresh={REFRESH} done="Fuente agregada" submit="Agregar" start={() => ({ id: newId(), title: '', datasetId: null, measure: '', codes: {} })} input={(values) => ({ ...values, datasetId: values.datasetId ?? '', conceptId: concept.id })}>
      {({ values, set, error }) => (
        <>
          <ComboBox label="Conjunto de datos" name="datasetId" value={values.datasetId} onChange={(datasetId) => set({ datasetId, measure: '', codes: {}, title: values.title || (datasets.find(({ id }) => id === datasetId)?.title ?? '') })} choices={datasets.filter(({ newest }) => newest).map(({ id, title, publisher }) => ({ value: id, title, note: publisher }))} error={error('datasetId')} required />
          <TextField label="Cómo se llama esta fuente" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
          <CellFields values={values} set={set} error={error} />
        </>
      )}
    </FormDialog>
  )
}
export const RetireSource = ({ source }: { source: SourceView }) => (
  <FormDialog<{ reason: string }, unknown> button="Quitar" kind="plain" size="compact" title={`Dejar de usar «${source.title}»`} action="statistics/retire-source" refresh={REFRESH} done="La fuente ya no se usa" submit="Quitar" start={() => ({ reason: '' })} input={({ reason }) => ({ id: source.id, reason })}>
    {({ values, set, error }) => <TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
  </FormDialog>
)
export const PreferSource = ({ concept, source }: { concept: ConceptView; source: SourceView }) => (
  <FormDialog<{ id: string; use: Use; note: string }, unknown> button="Preferir" kind="plain" size="compact" title={`Preferir «${source.title}»`} action="statistics/prefer-source" refresh={REFRESH} done="Preferencia anotada" submit="Preferir" start={() => ({ id: newId(), use: 'planning', note: '' })} input={(values) => ({ ...values, conceptId: concept.id, sourceId: source.id })}>
    {({ values, set, error }) => <><Select label="Para qué uso" value={values.use} onChange={(use) => set({ use: use as Use })} choices={uses.map((use) => ({ value: use, title: useTitle[use] }))} /><TextField label="Por qué" name="note" lines={2} value={values.note} onChange={(note) => set({ note })} error={error('note')} required={false} /></>}
  </FormDialog>
)

type Adoption = { id: string; period: string; from: 'source' | 'document'; sourceId: string; fileHash: string; value: number | null; actKind: ActKind; actNumber: string; actOn: Day | null; note: string; today: boolean }
export const AdoptFigure = ({ concept, period }: { concept: ConceptView; period: string }) => {
  const { today } = useSession().clock
  const [file, name] = useState('')
  const start = (): Adoption => { name(''); return { id: newId(), period, from: concept.sources.length > 0 ? 'source' : 'document', sourceId: concept.sources[0]?.id ?? '', fileHash: '', value: null, actKind: 'decree', actNumber: '', actOn: null, note: '', today: false } }
  return (
    <FormDialog<Adoption, unknown> button="Adoptar" size="compact" title={`Adoptar la cifra oficial: ${concept.title}`} wide action="statistics/adopt-figure" refresh={REFRESH} done="Cifra oficial adoptada" submit="Adoptar" start={start}
      input={(values) => ({ id: values.id, conceptId: concept.id, period: values.period, effectiveOn: values.today ? today : (values.actOn ?? ''), actKind: values.actKind, actNumber: values.actNumber, actOn: values.actOn ?? '', note: values.note, origin: values.from === 'source' ? { kind: 'source', sourceId: values.sourceId } : { kind: 'document', fileHash: values.fileHash, value: values.value } })}>
      {({ values, set, error }) => (
        <>
          <TextField label="Período" name="period" value={values.period} onChange={(next) => set({ period: next })} error={error('period')} required />
          <RadioGroup label="De dónde sale" value={values.from} onChange={(from) => set({ from: from as Adoption['from'] })} choices={[{ value: 'source', title: 'De una fuente', note: 'el número se toma de su celda' }, { value: 'document', title: 'De un documento' }]} />
          {values.from === 'source'
            ? <Select label="Fuente" value={values.sourceId} onChange={(sourceId) => set({ sourceId })} choices={concept.sources.map((one) => ({ value: one.id, title: `${one.title}: ${one.values.find((point) => point.period === values.period)?.value ?? 'sin dato'}`, ...(one.loadedByMe ? { note: 'la cargó usted: debe adoptarla otra persona' } : {}) }))} />
            : <><FileDrop label="Documento" help={file ? `Quedó «${file}».` : undefined} onStored={(stored) => { name(stored.name); set({ fileHash: stored.hash }) }} /><NumberField label="Valor" name="value" unit={concept.unit} decimals={concept.decimals} value={values.value} onChange={(value) => set({ value })} error={error('origin/value') ?? error('origin/fileHash')} required /></>}
          <Fields columns={3}>
            <Select label="Acto" value={values.actKind} onChange={(actKind) => set({ actKind: actKind as ActKind })} choices={actKinds.map((kind) => ({ value: kind, title: actKindTitle[kind] }))} />
            <TextField label="Número" name="actNumber" value={values.actNumber} onChange={(actNumber) => set({ actNumber })} error={error('actNumber')} required />
            <DateField label="Fecha del acto" name="actOn" value={values.actOn} onChange={(actOn) => set({ actOn })} maximum={today} error={error('actOn')} required />
          </Fields>
          <Checkbox checked={values.today} onChange={(on) => set({ today: on })}>Rige desde hoy, no desde la fecha del acto</Checkbox>
          <TextField label="Nota" name="note" lines={2} value={values.note} onChange={(note) => set({ note })} error={error('note')} required={false} />
        </>
      )}
    </FormDialog>
  )
}
