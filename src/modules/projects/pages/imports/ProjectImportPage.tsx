import { counted, plural } from '#kernel'
import { api, Button, ButtonLink, DataTable, FileDrop, JobProgress, PageTitle, ProblemView, Section, StateBadge, type StoredFile, ThinLoader, ThreadLine, useAct, useAddress, useAddressParam, useLoading, usePageName } from '#design'
import { ListChanges, RepeatedCodes, Resemblances } from './DecisionSections.tsx'
import { ListColumns, ListReading, ListValues, SheetAsItCame } from './ReadingSections.tsx'
import { type ListImport, useListImport } from './use-list-import.ts'

const ChooseList = () => {
  const { set } = useAddress()
  const { run, running, problem } = useAct<{ fileHash: string }, { id: string }>('projects/start-import', { refresh: ['projects/list-imports'], onDone: ({ result }) => set({ carga: result.id }) })
  return (
    <Section title="Archivo">
      <FileDrop label="Lista de proyectos" help="Excel, LibreOffice, texto (.csv) o una capa de puntos (.geojson), tal como llegó." accept={['.xlsx', '.xls', '.ods', '.csv', '.txt', '.geojson', '.json']} onStored={(file: StoredFile) => void run({ fileHash: file.hash })} />
      {running && <p role="status">Leyendo la lista…</p>}
      {problem && <ProblemView problem={problem} />}
    </Section>
  )
}
const Bar = ({ state, id }: { state: ListImport; id: string }) => {
  const { go } = useAddress()
  const loading = useLoading(state.data?.job, ['projects', 'evidence'], () => go(`/proyectos/cargas/${id}`))
  const load = useAct<{ id: string; watermark: string }, { id: string; job?: string }>('projects/load-import', { refresh: ['projects', 'evidence'], onDone: ({ result }) => { if (result.job) loading.follow(result.job); else go(`/proyectos/cargas/${id}`) }, onProblem: () => state.again() })
  const save = useAct<{ id: string }, { hash: string }>('projects/save-rejected', { onDone: ({ result }) => { window.location.assign(api.file(result.hash)) } })
  const preview = state.data?.preview
  const problem = load.problem ?? loading.problem ?? save.problem ?? state.keepProblem
  if (!preview) return null
  const stops = preview.problems.filter(({ severity }) => severity === 'stops').length
  if (loading.job) return <div className="load-bar"><JobProgress job={loading.job} onCancel={() => void loading.cancel()} done={<p role="status">Cargada. Abriendo el recibo…</p>} /></div>
  const writes = preview.counts.new + preview.counts.changed
  return (
    <>
      {problem && <ProblemView problem={problem} />}
      <div className="load-bar">
        <p role="status">{load.running ? 'Cargando la lista.' : state.saving || state.loading ? 'Revisando la lista contra la cartera.' : loading.stopped ? <><b>Carga detenida:</b> no quedó nada en la cartera.</> : stops > 0 ? <><b>Aún no se puede cargar:</b> {plural(stops, 'queda', 'quedan')} {counted(stops, 'decisión', 'decisiones')}. Nada se ha guardado en la cartera.</> : writes === 0 ? <><b>Nada cambia:</b> la cartera ya dice lo mismo.</> : <><b>Lista para cargar:</b> {counted(writes, 'proyecto', 'proyectos')}, en un solo asiento que se puede deshacer.</>}</p>
        <div className="actions">
          {preview.counts.rejected > 0 && <Button icon="download" busy={save.running} onPress={() => void save.run({ id })}>Rechazados, con su razón</Button>}
          <Button kind="primary" disabled={state.saving || state.loading || !preview.loadable || load.running} onPress={() => { if (state.data) void load.run({ id, watermark: state.data.watermark }) }}>Cargar {counted(writes, 'proyecto', 'proyectos')}</Button>
        </div>
      </div>
    </>
  )
}
/** From any list to the portfolio: read, decide, see what changes, load. */
const ProjectImportPage = () => {
  const [id] = useAddressParam('carga')
  const state = useListImport(id)
  const preview = state.data?.preview
  const title = state.data?.record.fileName ?? 'Cargar una lista de proyectos'
  usePageName(title, [{ title: 'Cargas', href: '/proyectos/cargas' }])
  const stops = preview?.problems.filter(({ severity }) => severity === 'stops').length ?? 0
  return (
    <>
      <div className="load-title"><PageTitle title={title} lead={id ? undefined : 'Traiga la lista como la tiene. Nada entra a la cartera hasta el último paso, y todo se deshace.'} actions={id ? <ButtonLink href="/proyectos/cargas/nueva">Cambiar archivo</ButtonLink> : undefined} /></div>
      <ThreadLine label="Pasos de la carga" stops={[
        { id: 'archivo', kind: 'Paso 1', name: 'Archivo', value: state.data?.record.fileName ?? 'traiga la lista', state: preview ? 'done' : 'here' }, { id: 'leer', kind: 'Paso 2', name: 'Columnas y valores', value: preview ? counted(preview.counts.rows, 'fila', 'filas') : undefined, state: preview ? 'here' : 'missing' },
        { id: 'decidir', kind: 'Paso 3', name: 'Decidir', value: preview ? (stops === 0 ? 'nada pendiente' : counted(stops, 'pendiente', 'pendientes')) : undefined, state: preview ? (stops === 0 ? 'done' : 'here') : 'missing' }, { id: 'cargar', kind: 'Paso 4', name: 'Cargar', value: 'con deshacer', state: 'missing' },
      ]} />
      {state.problem && <ProblemView problem={state.problem} />}
      {id === '' ? <ChooseList /> : !state.data ? <ThinLoader active label="Abriendo la carga" /> : !preview ? <ButtonLink kind="primary" href={`/proyectos/cargas/${id}`}>Ver el recibo de esta carga</ButtonLink> : (
        <>
          <ThinLoader active={state.loading || state.saving} label="Revisando" />
          <SheetAsItCame state={state} preview={preview} />
          <ListColumns state={state} preview={preview} />
          <ListReading state={state} preview={preview} />
          <ListValues state={state} preview={preview} />
          <RepeatedCodes state={state} preview={preview} />
          <Resemblances state={state} preview={preview} />
          <ListChanges state={state} preview={preview} />
          {preview.problems.length > 0 && (
            <Section title="Pendientes y avisos" aside={counted(preview.problems.length, 'aviso', 'avisos')}>
              <DataTable caption="Pendientes y avisos" hideCaption rows={preview.problems.slice(0, 60)} rowKey={({ id: key, says }) => `${key}${says}`} sort="none" phone="lines" columns={[
                { key: 'severity', title: 'Gravedad', text: ({ severity }) => severity, render: ({ severity }) => <StateBadge tone={severity === 'stops' ? 'bad' : 'warning'}>{severity === 'stops' ? 'detiene' : 'puede esperar'}</StateBadge> }, { key: 'cell', title: 'Dónde', text: ({ cell }) => cell || 'toda la hoja' },
                { key: 'says', title: 'Dice', text: ({ says }) => says }, { key: 'what', title: 'Qué pasa', text: ({ what }) => what }, { key: 'remedy', title: 'Cómo se arregla', text: ({ remedy }) => remedy },
              ]} />
            </Section>
          )}
          <Bar state={state} id={id} />
        </>
      )}
    </>
  )
}
export default ProjectImportPage
