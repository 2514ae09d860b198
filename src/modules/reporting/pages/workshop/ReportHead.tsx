import { formatDay } from '#kernel'
import { PageTitle, Seal, useSession } from '#design'
import type { OutlineView, ReportView } from '../../contract.ts'
import { reportHref } from '../report-data.ts'
import { fullDay, shortInstant, stateLook } from '../words.ts'
import { ReportActions } from './ReportActions.tsx'
import type { SaveState } from './save-state.ts'

const saveWords: Record<SaveState['kind'], string> = { clean: '', saved: '', writing: 'sin guardar aún', saving: 'guardando', failed: 'no se ha podido guardar; su texto sigue aquí', conflict: 'otra persona guardó antes: elija abajo' }

/** «Borrador, guardado 09:38»: the last thing kept, or what is happening with what is being written. */
const Saved = ({ view, saving }: { view: ReportView; saving: SaveState['kind'] }) => {
  const { today } = useSession().clock
  const last = view.sections.map(({ updatedAt }) => updatedAt ?? '').sort().at(-1)
  const edition = view.editions[0]
  const said = saveWords[saving] || (last ? `guardado ${shortInstant(last, today)}` : 'sin texto aún')
  const kind = view.report.state === 'issued' || view.report.state === 'delivered' ? `Edición ${edition?.number ?? ''}, emitida el ${edition ? formatDay(edition.issuedOn) : ''}` : `Borrador${edition ? ` de la edición ${edition.number + 1}` : ''}, ${said}`
  return <span role="status" className={saving === 'failed' || saving === 'conflict' ? 'tone-bad' : undefined}>{kind}</span>
}

/** State, what is kept, when it is due, the title and what can be done. */
export const ReportHead = ({ view, outline, saving }: { view: ReportView; outline?: OutlineView; saving: SaveState['kind'] }) => {
  const { report } = view
  const { today } = useSession().clock
  const look = stateLook[report.state]
  const late = !report.deliveredOn && report.due < today
  return (
    <div className="report-head">
      <PageTitle title={report.title} actions={<ReportActions view={view} outline={outline} />} above={
        <>
          <Seal tone={look.tone} shape={look.shape}>{look.text}</Seal>
          <Saved view={view} saving={saving} />
          {report.deliveredOn ? <span>Entregado el <b>{formatDay(report.deliveredOn)}</b></span> : <span className={late ? 'tone-bad' : undefined}>{late ? 'Venció' : 'Vence'} el <b>{fullDay(report.due)}</b></span>}
          <span>Hechos al <b>{formatDay(report.asOf.effectiveOn)}</b>, conocido al <b>{formatDay(report.asOf.knownOn)}</b>{report.pinned ? ', fijadas' : ''}</span>
          {view.editions.length > 0 && <a href={reportHref(report.id, { vista: 'ediciones' })}>{view.editions.length === 1 ? '1 edición' : `${view.editions.length} ediciones`}</a>}
        </>
      } />
    </div>
  )
}
