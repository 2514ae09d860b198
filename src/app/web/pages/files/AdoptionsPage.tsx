import { useRef, useState } from 'react'
import { formatInstant, formatNumber } from '#kernel'
import { type ApiProblem, Button, DataTable, EmptyState, Notice, PageTitle, PrintButton, ProblemView, ProgressBar, Section, StateBadge, type TableColumn, TodayOnly, toProblem, useAddress, useApi, useMay } from '#design'
import { type FolderProgress, sendFolder } from './send-folder.ts'

type Row = { readonly id: string; readonly name: string; readonly state: string; readonly stateTitle: string; readonly files: number; readonly started_at: string; readonly mine: boolean }
const columns: readonly TableColumn<Row>[] = [
  { key: 'name', title: 'Carpeta', text: ({ name }) => name }, { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle }) => <StateBadge tone={state === 'adopted' ? 'good' : state === 'undone' || state === 'cancelled' ? 'neutral' : 'warning'}>{stateTitle}</StateBadge> },
  { key: 'files', title: 'Archivos', align: 'right', number: ({ files }) => files, text: ({ files }) => formatNumber(files) }, { key: 'at', title: 'Desde', text: ({ started_at: at }) => formatInstant(at) },
]

/** Adoptar una carpeta: an existing tree comes in whole, is reviewed, and is adopted or left. */
const AdoptionsPage = () => {
  const may = useMay('evidence.attach')
  const { go } = useAddress()
  const { data, problem, loading } = useApi<{ adoptions: readonly Row[] }>('evidence/list-adoptions', {}, { enabled: may })
  const input = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController>(undefined)
  const [sending, tell] = useState<FolderProgress>()
  const [failure, fail] = useState<ApiProblem>()
  const choose = async (files: readonly File[]) => {
    if (files.length === 0) return
    fail(undefined)
    stop.current = new AbortController()
    try {
      const id = await sendFolder(files, tell, stop.current.signal)
      go(`/archivos/adoptar/${id}`)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) fail(toProblem(error instanceof Error ? error : new Error(String(error))))
    } finally {
      tell(undefined)
      if (input.current) input.current.value = ''
    }
  }
  return (
    <>
      <PageTitle title="Adoptar una carpeta" lead="Traiga el archivo que ya tiene, con sus carpetas: se revisa antes, entra en un solo asiento y se deshace entero." actions={<PrintButton />} />
      {may && (
        <Section title="Elegir la carpeta">
          <p>Los archivos suben y se clasifican por su contenido; nada pasa a ser documento del sistema hasta que usted lo confirme. Para más de unos miles de archivos, pida a Informática «secplan adopt CARPETA» en el equipo del servidor.</p>
          <input ref={(element) => { input.current = element; element?.setAttribute('webkitdirectory', '') }} type="file" multiple className="visually-hidden" tabIndex={-1} aria-label="Carpeta por adoptar" onChange={({ target }) => void choose([...(target.files ?? [])])} />
          {sending ? <ProgressBar title={`Subiendo ${formatNumber(sending.sent)} de ${formatNumber(sending.total)}`} value={sending.total ? sending.sent / sending.total : 0} message={sending.path} onCancel={() => stop.current?.abort()} /> : <Button kind="primary" icon="upload" onPress={() => input.current?.click()}>Elegir una carpeta de este equipo</Button>}
          {failure && <ProblemView problem={failure} />}
        </Section>
      )}
      {!may ? <Notice tone="data" title="Su cargo no adjunta documentos">Pida a SECPLA que adopte la carpeta.</Notice>
        : <><TodayOnly why="cada carpeta se muestra con su estado; los documentos que entraron sí responden a ambas fechas en su registro" /><DataTable caption="Carpetas" columns={columns} rows={data?.adoptions} rowKey={({ id }) => id} rowHref={({ id }) => `/archivos/adoptar/${id}`} loading={loading} problem={problem} phone="lines" source="carpetas traídas a la comuna" empty={<EmptyState title="Aún no se ha traído ninguna carpeta"><p>Los documentos también se adjuntan de a uno, desde la página de cada registro.</p></EmptyState>} /></>}
    </>
  )
}
export default AdoptionsPage
