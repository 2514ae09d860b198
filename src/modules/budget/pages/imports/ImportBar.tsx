import { useEffect } from 'react'
import { counted, plural } from '#kernel'
import { api, Button, ButtonLink, isEnded, JobProgress, Notice, useAddress, useApi } from '#design'
import type { MonthView } from '../../answers.ts'
import type { ImportDraftState } from './use-import-draft.ts'

/** The last step: says what stops the load or how much it will write, and loads it with progress. */
export const ImportBar = ({ state, id }: { state: ImportDraftState; id: string }) => {
  const { preview, previewing, loading } = state
  const { go } = useAddress()
  const finished = loading?.state === 'done'
  const { record } = state
  const months = useApi<{ months: readonly MonthView[] }>('budget/list-months', { year: record?.year }, { enabled: Boolean(record) }).data?.months
  const closed = months?.find(({ month, state: is }) => month === record?.month && is === 'closed')
  useEffect(() => { if (finished) go(`/presupuestar/cargas/${id}`) }, [finished, id])
  if (loading) {
    return (
      <div className="import-bar">
        <div><JobProgress job={loading} onCancel={() => void state.cancelLoading()} done={<p role="status">Cargado. Abriendo el recibo…</p>} /></div>
        {isEnded(loading) && !finished && <Button icon="undo" onPress={state.reviewAgain}>Volver a revisar</Button>}
      </div>
    )
  }
  const stops = preview?.problemCount.stops ?? 0
  const writes = preview ? preview.counts.new + preview.counts.changed : 0
  const waiting = !preview || Boolean(previewing)
  return (
    <>
      {closed && <Notice tone="warning" title={`El mes está cerrado: ${closed.title}`} action={<ButtonLink size="compact" href={`/presupuestar/meses?ano=${closed.year}`}>Ver los meses</ButtonLink>}><p>Un mes cerrado no recibe hechos nuevos. Administración y Finanzas puede reabrirlo con su razón; lo decidido en esta carga sigue aquí.</p></Notice>}
      <div className="import-bar">
        <p role="status">
          {waiting ? 'Revisando toda la hoja contra lo ya cargado.'
            : stops > 0 ? <><b>Aún no se puede cargar:</b> {plural(stops, 'queda', 'quedan')} {counted(stops, 'problema que la detiene', 'problemas que la detienen')}. Nada se ha guardado todavía.</>
              : writes === 0 ? <><b>Nada cambia:</b> el libro ya dice lo mismo que el archivo. Puede dejar constancia de que se comprobó.</> : <><b>Lista para cargar:</b> {counted(writes, 'línea cambia', 'líneas cambian')}, en un solo asiento que se puede deshacer.</>}
        </p>
        <div className="actions">
          {preview?.rejectedHash && <ButtonLink icon="download" href={api.file(preview.rejectedHash)} download>Rechazadas, con su razón</ButtonLink>}
          <Button kind="primary" disabled={waiting || stops > 0 || !preview?.loadable || Boolean(closed)} onPress={() => { if (preview) state.load(preview.watermark) }}>{writes > 0 ? `Cargar ${counted(writes, 'línea', 'líneas')}` : 'Dejar constancia'}</Button>
        </div>
      </div>
    </>
  )
}
