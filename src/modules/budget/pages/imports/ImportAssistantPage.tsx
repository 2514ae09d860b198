import { monthNames } from '#kernel'
import { ButtonLink, JobProgress, PageTitle, ProblemView, ThinLoader, ThreadLine, type ThreadStop, useAddressParam, usePageName } from '#design'
import '../parts/budget.css'
import { ChooseFile } from './ChooseFile.tsx'
import { ChangeMonth } from './ChangeMonth.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import { ImportBar } from './ImportBar.tsx'
import { ImportChanges } from './ImportChanges.tsx'
import { ProblemsTable } from './ProblemsTable.tsx'
import { ReadingChoices } from './ReadingChoices.tsx'
import { Reconciliation } from './Reconciliation.tsx'
import { SheetSection } from './SheetSection.tsx'
import { type ImportDraftState, useImportDraft } from './use-import-draft.ts'

const stopsOf = ({ record, draft, preview, read, loading }: ImportDraftState): readonly ThreadStop[] => {
  const header = draft?.choices.headerRows ?? []
  const stops = preview?.problemCount.stops
  const sheet = read?.sheets.find(({ index }) => index === read.sheet)?.name
  return [
    { id: 'archivo', kind: 'Paso 1', name: 'Archivo y hoja', value: sheet ? `hoja «${sheet}»` : (record?.fileName ?? 'traiga la planilla'), state: record ? (read ? 'done' : 'here') : 'here' },
    { id: 'encabezado', kind: 'Paso 2', name: 'Encabezado', value: header.length ? `fila ${header.map((row) => row + 1).join(' y ')}` : 'señale la fila', state: read ? (header.length ? 'done' : 'here') : 'missing' },
    { id: 'columnas', kind: 'Paso 3', name: 'Columnas y problemas', value: stops === undefined ? 'se revisa toda la hoja' : stops === 0 ? 'nada detiene la carga' : `${stops} ${stops === 1 ? 'detiene' : 'detienen'} la carga`, state: loading ? 'done' : header.length ? 'here' : 'missing' },
    { id: 'cargar', kind: 'Paso 4', name: 'Cargar', value: preview ? `${preview.counts.new + preview.counts.changed} líneas cambian` : undefined, state: loading ? 'here' : 'missing' },
    { id: 'recibo', kind: 'Paso 5', name: 'Recibo', value: 'con deshacer', state: 'missing' },
  ]
}

/** From any vendor's file to the ledger: read, point, see what changes, load, receipt. */
const ImportAssistantPage = () => {
  const [id] = useAddressParam('carga')
  const state = useImportDraft(id)
  const { record, draft, reading, read, problem } = state
  const title = record ? `Balance de ${monthNames[record.month - 1]} de ${record.year}` : 'Cargar un balance'
  usePageName(title, [{ title: 'Cargas', href: '/presupuestar/cargas' }])
  const started = id !== '' && record && draft
  return (
    <>
      <PageTitle title={title} above={record && <><span>Archivo <b>{record.fileName}</b></span>{read && <span>{read.sheets.length === 1 ? '1 hoja' : `${read.sheets.length} hojas`}</span>}</>}
        lead={started ? undefined : 'Traiga la planilla tal como la entrega el sistema contable. Nada se guarda en el presupuesto hasta el último paso.'}
        actions={started ? <><ChangeMonth record={record} /><ButtonLink href="/presupuestar/cargas/nueva">Cambiar archivo</ButtonLink></> : undefined} />
      <ThreadLine stops={stopsOf(state)} label="Pasos de la carga" />
      {state.recordProblem && <ProblemView problem={state.recordProblem} />}
      {problem && <ProblemView problem={problem} />}
      {id === '' ? <ChooseFile /> : !started ? <ThinLoader active label="Abriendo la carga" />
        : record.state === 'loaded' || record.state === 'undone' ? <ButtonLink kind="primary" href={`/presupuestar/cargas/${record.id}`}>Ver el recibo de esta carga</ButtonLink> : (
        <>
          {reading && reading.state !== 'done' && <JobProgress job={reading} onCancel={() => void state.cancelReading()} />}
          {read && <SheetSection state={state} read={read} />}
          {read && read.columns.length > 0 && (
            <>
              <div className="pair">
                <ColumnsTable state={state} read={read} />
                <ImportChanges state={state} />
              </div>
              <div className="pair">
                <ReadingChoices state={state} read={read} record={record} />
                <Reconciliation state={state} />
              </div>
              <ProblemsTable state={state} />
              <ImportBar state={state} id={id} />
            </>
          )}
        </>
      )}
    </>
  )
}
export default ImportAssistantPage
