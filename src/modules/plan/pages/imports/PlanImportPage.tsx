import { counted, plural } from '#kernel'
import { api, Button, ButtonLink, Checkbox, DataTable, DateField, Fields, FileDrop, JobProgress, newId, PageTitle, ProblemView, Section, Select, StateBadge, type StoredFile, TextField, ThinLoader, ThreadLine, type Tone, useAct, useAddress, useAddressParam, useLoading, usePageName } from '#design'
import { planFields, planFieldTitle, type PlanPreview, type ReadTable } from '../../imports/plan-import-contract.ts'
import { PlanTree } from './PlanTree.tsx'
import { type PlanImport, usePlanImport } from './use-plan-import.ts'

const ChooseDocument = () => {
  const { set } = useAddress()
  const { run, running, problem } = useAct<{ fileHash: string }, { id: string }>('plan/start-import', { refresh: ['plan/list-imports'], onDone: ({ result }) => set({ carga: result.id }) })
  return (
    <Section title="Documento">
      <FileDrop label="Plan de la consultora" help="Word (.docx) o planilla (.xlsx, .xls, .ods, .csv), tal como llegó." accept={['.docx', '.docm', '.xlsx', '.xls', '.ods', '.csv']} onStored={(file: StoredFile) => void run({ fileHash: file.hash })} />
      {running && <p role="status">Leyendo el documento…</p>}
      {problem && <ProblemView problem={problem} />}
    </Section>
  )
}
const tones: Readonly<Record<ReadTable['rows'][number]['state'], readonly [Tone, string]>> = { understood: ['good', 'se entendió'], header: ['neutral', 'título'], doubt: ['warning', 'con dudas'], 'not-understood': ['bad', 'no se entendió'] }
const howText: Readonly<Record<ReadTable['how'], string>> = { matrix: 'matriz', sheet: 'ficha de indicador', continues: 'continuación', unknown: 'no es del plan', skipped: 'fuera' }
/** Each table of the document: how it was read, and row by row what was understood and what was not. */
const ReadTables = ({ state, preview }: { state: PlanImport; preview: PlanPreview }) => {
  const { choices } = state
  if (!choices) return null
  return (
    <Section title="El documento, tabla por tabla" aside={`${counted(preview.counts.understood, 'fila entendida', 'filas entendidas')} · ${counted(preview.counts.doubts, 'con dudas', 'con dudas')} · ${counted(preview.counts.notUnderstood, 'sin entender', 'sin entender')}`}>
      {preview.tables.map((table) => (
        <details key={table.number} open={table.rows.some(({ state: is }) => is === 'not-understood' || is === 'doubt') && table.how !== 'unknown'}>
          <summary>{table.title}: {howText[table.how]}. {table.why}.</summary>
          <Checkbox checked={!choices.skipped.includes(table.number)} onChange={(on) => state.choose({ skipped: on ? choices.skipped.filter((one) => one !== table.number) : [...choices.skipped, table.number] })}>Es parte del plan</Checkbox>
          {table.columns.length > 0 && <Fields columns={3}>{table.columns.map(({ key, says, example, field }) => <Select key={key} label={says || 'sin título'} help={example ? `Ejemplo: ${example}` : undefined} value={field} onChange={(value) => state.choose({ columns: { ...choices.columns, [key]: value } })} choices={planFields.map((value) => ({ value, title: planFieldTitle[value] }))} />)}</Fields>}
          <DataTable caption={`Filas de ${table.title}`} hideCaption rows={table.rows} rowKey={({ number }) => String(number)} sort="none" phone="lines" columns={[
            { key: 'row', title: 'Fila', align: 'right', text: ({ number }) => String(number) }, { key: 'text', title: 'El documento dice', text: ({ text }) => text },
            { key: 'state', title: 'Se entendió', text: ({ state: is }) => tones[is][1], render: ({ state: is }) => <StateBadge tone={tones[is][0]}>{tones[is][1]}</StateBadge> }, { key: 'why', title: 'Por qué', text: ({ why }) => why },
          ]} />
        </details>
      ))}
    </Section>
  )
}
const Bar = ({ state, preview, id }: { state: PlanImport; preview: PlanPreview; id: string }) => {
  const { go } = useAddress()
  const loading = useLoading(state.data?.job, ['plan', 'evidence'], () => go(`/plan/cargas/${id}`))
  const load = useAct<{ id: string; planId: string }, { id: string; job?: string }>('plan/load-import', { refresh: ['plan', 'evidence'], onDone: ({ result }) => { if (result.job) loading.follow(result.job); else go(`/plan/cargas/${id}`) }, onProblem: () => state.again() })
  const save = useAct<{ id: string }, { hash: string }>('plan/save-not-understood', { onDone: ({ result }) => { window.location.assign(api.file(result.hash)) } })
  const stops = preview.problems.filter(({ severity }) => severity === 'stops').length
  const waiting = state.saving || state.loading
  const problem = load.problem ?? loading.problem ?? save.problem ?? state.keepProblem
  if (loading.job) return <div className="load-bar"><JobProgress job={loading.job} onCancel={() => void loading.cancel()} done={<p role="status">Cargado. Abriendo el recibo…</p>} /></div>
  return (
    <>
      {problem && <ProblemView problem={problem} />}
      <div className="load-bar">
        <p role="status">{load.running ? 'Cargando el plan.' : waiting ? 'Rehaciendo el árbol.' : loading.stopped ? <><b>Carga detenida:</b> no quedó nada del plan.</> : stops > 0 ? <><b>Aún no se puede cargar:</b> {plural(stops, 'queda', 'quedan')} {counted(stops, 'pendiente', 'pendientes')}.</> : <><b>Listo para cargar</b> como borrador, en un solo asiento que se puede deshacer. El plan que rige no cambia.</>}</p>
        <div className="actions">
          {preview.tables.some(({ rows }) => rows.some(({ state: is }) => is === 'not-understood')) && <Button icon="download" busy={save.running} onPress={() => void save.run({ id })}>Lo que no se entendió</Button>}
          <Button kind="primary" disabled={waiting || !preview.loadable || load.running} onPress={() => void load.run({ id, planId: newId() })}>Cargar el plan</Button>
        </div>
      </div>
    </>
  )
}
/** From the consultant's document to a draft: read, compare, correct the tree, load. */
const PlanImportPage = () => {
  const [id] = useAddressParam('carga')
  const state = usePlanImport(id)
  const preview = state.data?.preview
  const { choices } = state
  const title = state.data?.record.fileName ?? 'Cargar un plan'
  usePageName(title, [{ title: 'Cargas', href: '/plan/cargas' }])
  const stops = preview?.problems.filter(({ severity }) => severity === 'stops').length ?? 0
  return (
    <>
      <div className="load-title"><PageTitle title={title} lead={id ? undefined : 'Traiga el documento como lo entregó la consultora. Nada se guarda en el plan hasta el último paso.'} actions={id ? <ButtonLink href="/plan/cargas/nueva">Cambiar documento</ButtonLink> : undefined} /></div>
      <ThreadLine label="Pasos de la carga" stops={[
        { id: 'documento', kind: 'Paso 1', name: 'Documento', value: state.data?.record.fileName ?? 'traiga el plan', state: preview ? 'done' : 'here' }, { id: 'arbol', kind: 'Paso 2', name: 'Árbol', value: preview ? counted(preview.tree.length, 'elemento', 'elementos') : undefined, state: preview ? 'here' : 'missing' },
        { id: 'pendientes', kind: 'Paso 3', name: 'Pendientes', value: preview ? (stops === 0 ? 'ninguno' : String(stops)) : undefined, state: preview ? (stops === 0 ? 'done' : 'here') : 'missing' }, { id: 'cargar', kind: 'Paso 4', name: 'Cargar', value: 'como borrador', state: 'missing' },
      ]} />
      {state.problem && <ProblemView problem={state.problem} />}
      {id === '' ? <ChooseDocument /> : !state.data ? <ThinLoader active label="Abriendo la carga" /> : !preview || !choices ? <ButtonLink kind="primary" href={`/plan/cargas/${id}`}>Ver el recibo de esta carga</ButtonLink> : (
        <>
          <ThinLoader active={state.loading || state.saving} label="Rehaciendo el árbol" />
          <Section title="El plan"><Fields columns={3}>
            <TextField label="Nombre del plan" value={choices.name ?? preview.name} onChange={(name) => state.choose({ name })} maxLength={250} />
            <DateField label="Rige desde" value={choices.startsOn ?? preview.startsOn} onChange={(startsOn) => state.choose({ startsOn: startsOn ?? undefined })} />
            <DateField label="Rige hasta" value={choices.endsOn ?? preview.endsOn} onChange={(endsOn) => state.choose({ endsOn: endsOn ?? undefined })} />
            <TextField label="Recordar esta lectura como" required={false} help="Otro documento con los mismos títulos se lee igual." value={choices.recipe} onChange={(recipe) => state.choose({ recipe })} maxLength={80} />
          </Fields></Section>
          <PlanTree state={state} preview={preview} />
          {preview.problems.length > 0 && (
            <Section title="Pendientes y avisos" aside={counted(preview.problems.length, 'aviso', 'avisos')}>
              <DataTable caption="Pendientes y avisos" hideCaption rows={preview.problems.slice(0, 80)} rowKey={({ id: key, says }) => `${key}${says}`} sort="none" phone="lines" columns={[
                { key: 'severity', title: 'Gravedad', text: ({ severity }) => severity, render: ({ severity }) => <StateBadge tone={severity === 'stops' ? 'bad' : 'warning'}>{severity === 'stops' ? 'detiene' : 'puede esperar'}</StateBadge> }, { key: 'place', title: 'Dónde', text: ({ place }) => place || 'todo el documento' },
                { key: 'says', title: 'Dice', text: ({ says }) => says }, { key: 'what', title: 'Qué pasa', text: ({ what }) => what }, { key: 'remedy', title: 'Cómo se arregla', text: ({ remedy }) => remedy },
              ]} />
            </Section>
          )}
          <ReadTables state={state} preview={preview} />
          <Bar state={state} preview={preview} id={id} />
        </>
      )}
    </>
  )
}
export default PlanImportPage
