import { counted, formatDay, formatNumber } from '#kernel'
import { Button, ButtonLink, DataTable, DateField, DefinitionList, FigureRow, FormDialog, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, TextField, ThinLoader, useAct, useApi, useEvidence, useMay, usePageName, useRouteParam, useSession } from '#design'
import { useDataDates } from '../use-data-dates.ts'
import type { Day } from '#kernel'
import { accessTitle, type DatasetView, periodicityTitle, topicTitle } from '../../contract.ts'
import { tableHref } from '../../hrefs.ts'
import { SavedTables } from '../saved/SavedTables.tsx'
import type { DatasetAnswer } from '../../datasets/dataset-queries.ts'
import type { Structure } from '../../model/structure.ts'
import { ChangeDataset } from './DatasetForms.tsx'
import { VersionList } from './VersionList.tsx'

const roleTitle = { place: 'lugar', time: 'período', sex: 'sexo', age: 'edad', category: 'categoría' } as const
const Dictionary = ({ structure }: { structure: Structure }) => (
  <Section title="Qué significa cada columna" id="diccionario">
    <DataTable caption="Variables" sort="none" phone="lines" rows={structure.dimensions} rowKey={({ key }) => key} columns={[{ key: 'title', title: 'Variable', text: ({ title }) => title }, { key: 'role', title: 'Qué es', text: ({ role }) => roleTitle[role] }, { key: 'codes', title: 'Códigos', align: 'right', text: ({ codes }) => formatNumber(codes.length), number: ({ codes }) => codes.length }, { key: 'list', title: 'Lista', text: ({ list }) => list || 'propia', render: ({ list }) => (list === 'cut' ? <a href="/conocer/listas/cut">CUT</a> : list || 'propia') }, { key: 'note', title: 'Nota', text: ({ note }) => note ?? '' }]} />
    <DataTable caption="Medidas" sort="none" phone="lines" rows={structure.measures} rowKey={({ key }) => key} columns={[{ key: 'title', title: 'Medida', width: '40%', text: ({ title }) => title }, { key: 'unit', title: 'Unidad', text: ({ unit }) => unit }, { key: 'adds', title: 'Se suma', text: ({ adds }) => (adds ? 'sí' : 'no') }, { key: 'base', title: 'Base', text: ({ base }) => base ?? '—' }]} />
    {structure.notes.length > 0 && <ul>{structure.notes.map((note) => <li key={note}>{note}</li>)}</ul>}
    {structure.breaks.map(({ from, note }) => <p key={from}><b>Quiebre desde {from}:</b> {note}</p>)}
  </Section>
)
const Share = ({ dataset }: { dataset: DatasetView }) => {
  const { run, running, problem } = useAct<{ id: string; version: number }, unknown>('statistics/share-dataset', { refresh: ['statistics', 'evidence'], done: 'El conjunto ya se ve' })
  return <>{problem && <ProblemView problem={problem} />}<Button kind="primary" busy={running} onPress={() => void run({ id: dataset.id, version: dataset.version })}>Compartir</Button></>
}
const Retire = ({ dataset, today }: { dataset: DatasetView; today: Day }) => (
  <FormDialog<{ on: Day | null; reason: string }, unknown> button={dataset.retiredOn ? 'Volver a actualizar' : 'Dejar de actualizar'} title={dataset.retiredOn ? 'Volver a actualizar el conjunto' : 'Dejar de actualizar el conjunto'} action="statistics/retire-dataset" refresh={['statistics', 'evidence']} done="Anotado" submit="Anotar" start={() => ({ on: today, reason: '' })} input={({ on, reason }) => ({ id: dataset.id, version: dataset.version, on: on ?? '', reason })}>
    {({ values, set, error }) => <><DateField label="Desde" name="on" value={values.on} onChange={(on) => set({ on })} error={error('on')} required /><TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
  </FormDialog>
)
const OpenRestricted = ({ dataset }: { dataset: DatasetView }) => (
  <FormDialog<{ purpose: string }, unknown> button="Abrir con finalidad" kind="primary" title={`Abrir «${dataset.title}»`} action="statistics/open-restricted" refresh={['statistics', 'evidence']} done="Acceso abierto por hoy; quedó anotado" submit="Abrir" start={() => ({ purpose: '' })} input={({ purpose }) => ({ id: dataset.id, purpose })}>
    {({ values, set, error }) => <TextField label="Para qué lo necesita" name="purpose" lines={3} help="Queda en la bitácora con su nombre. El acceso vale por el día." value={values.purpose} onChange={(purpose) => set({ purpose })} error={error('purpose')} required />}
  </FormDialog>
)
const Notices = ({ dataset, standing }: { dataset: DatasetView; standing: DatasetAnswer['standing'] }) => (
  <>
    {!dataset.shared && <Notice tone="warning" title="Solo usted ve este conjunto" action={<Share dataset={dataset} />}>{dataset.publisher && dataset.sourceLink ? 'Cuando esté listo, compártalo.' : 'Para compartirlo falta decir quién lo publica y de dónde sale.'}</Notice>}
    {dataset.overdueDays > 0 && <Notice tone="warning" title={`Su próxima versión se esperaba hace ${counted(dataset.overdueDays, 'día', 'días')}`}>Sus cifras salen marcadas como atrasadas dondequiera que se usen.</Notice>}
    {standing === 'purpose' && <Notice tone="warning" title="Conjunto restringido" action={<OpenRestricted dataset={dataset} />}>Sus números se abren escribiendo la finalidad.</Notice>}
    {standing === 'never' && <Notice tone="data" title="Conjunto restringido">Su cargo ve la ficha, no los números.</Notice>}
  </>
)

/** A data set: what it is, every version with its differences, what its columns mean and where it came from. */
const DatasetPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useDataDates()
  const { today } = useSession().clock
  const [mayLoad, mayManage] = [useMay('statistics.load'), useMay('statistics.manage')]
  const { data, problem, loading } = useApi<DatasetAnswer>('statistics/show-dataset', { id, effectiveOn, knownOn })
  const evidence = useEvidence('dataset', data ? id : '')
  usePageName(data?.dataset.title, [{ title: 'Datos y catálogo', href: '/conocer/datos' }])
  if (!data) return problem ? <><PageTitle title="Conjunto de datos" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando el conjunto" />
  const { dataset, versions, structure, standing } = data
  const newest = versions.find(({ withdrawn }) => !withdrawn)
  return (
    <>
      <ThinLoader active={loading} label="Actualizando el conjunto" />
      <RecordPage title={dataset.title} above={<><span>{topicTitle[dataset.topic]}</span><b>{dataset.code}</b>{dataset.access !== 'open' && <Seal tone="warning">{accessTitle[dataset.access]}</Seal>}{dataset.retiredOn && <Seal tone="neutral">ya no se actualiza</Seal>}</>} lead={dataset.description || undefined}
        actions={<><PrintButton />{newest && <ButtonLink href={tableHref(id)} shortcut="">Armar un cuadro</ButtonLink>}{mayLoad && <ButtonLink kind="primary" icon="upload" href={`/conocer/datos/cargar?conjunto=${id}`}>Cargar una versión</ButtonLink>}</>}
        notice={<Notices dataset={dataset} standing={standing} />}
        thread={[{ id: 'source', kind: 'Fuente', name: dataset.publisher || 'sin fuente', state: dataset.publisher ? 'full' : 'missing' }, { id: 'dataset', kind: 'Datos', name: dataset.title, state: 'here' }, { id: 'figures', kind: 'Cifras oficiales', name: 'ver', href: '/conocer/cifras', state: 'full' }]}
        summary={<>
          {newest && <FigureRow label="La última versión" items={[{ label: 'Versión', text: String(newest.number) }, { label: 'Período', text: newest.period }, { label: 'Filas', text: formatNumber(newest.rows) }, { label: 'Vigente desde', text: formatDay(newest.effectiveOn) }]} />}
          <VersionList versions={versions} mayManage={mayManage} today={today} />
          <SavedTables datasetId={id} />
          {structure && <Dictionary structure={structure} />}
        </>}
        data={<DefinitionList columns={2} items={[
          { term: 'Publica', value: dataset.publisher, absence: 'falta' }, { term: 'Fuente', value: /^https?:/.test(dataset.sourceLink) ? <a href={dataset.sourceLink} rel="noreferrer">{dataset.sourceLink}</a> : dataset.sourceLink, absence: 'falta' }, { term: 'Licencia', value: dataset.licence, absence: 'no dice' }, { term: 'Universo', value: dataset.universe, absence: 'no dice' },
          { term: 'Unidad de medida', value: dataset.unitNote, absence: 'no dice' }, { term: 'Geografía', value: dataset.geography, absence: 'no dice' }, { term: 'Base de población', value: dataset.populationBase, absence: 'no corresponde' }, { term: 'Periodicidad', value: periodicityTitle[dataset.periodicity] },
          { term: 'Próxima versión', value: dataset.nextExpectedOn ? formatDay(dataset.nextExpectedOn) : '', absence: 'sin fecha' }, { term: 'Responde', value: dataset.unitName ?? '', absence: 'sin unidad' }, { term: 'Contacto', value: dataset.contact, absence: 'no dice' }, { term: 'Método', value: dataset.method, absence: 'no dice' }, { term: 'Calidad', value: dataset.quality, absence: 'sin advertencias' },
        ]} />}
        dataActions={<>{(dataset.shared ? mayManage : mayLoad) && <ChangeDataset dataset={dataset} />}{mayManage && <Retire dataset={dataset} today={today} />}</>} {...evidence} />
      <PrintFoot text={`${dataset.title}. Fuente: ${dataset.publisher}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default DatasetPage
