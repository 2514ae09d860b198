import { Button, ButtonLink, Icon, Menu, ProblemView, useAct, useAddress } from '#design'
import { useState } from 'react'
import type { OutlineView, ReportAction, ReportState, ReportView } from '../../contract.ts'
import { DeliveryDialog } from '../dialogs/DeliveryDialog.tsx'
import { IssueDialog } from '../dialogs/IssueDialog.tsx'
import { PinDialog } from '../dialogs/PinDialog.tsx'
import { ReopenDialog, ReturnDialog } from '../dialogs/ReasonDialog.tsx'
import { fileHref, REFRESH, reportHref } from '../report-data.ts'

type Opened = 'issue' | 'return' | 'deliver' | 'reopen' | 'pin'
/** The step that moves the report on, by its state. */
const next: Record<ReportState, ReportAction> = { draft: 'send', 'in-review': 'approve', approved: 'issue', issued: 'deliver', delivered: 'reopen' }

/** One main act by state and office, with the reason when it is not for this person; the rest behind «Más». */
export const ReportActions = ({ view, outline }: { view: ReportView; outline?: OutlineView }) => {
  const { report, may } = view
  const { go } = useAddress()
  const [opened, open] = useState<Opened>()
  const input = { report: report.id, version: report.version }
  const send = useAct('reporting/send-to-review', { refresh: REFRESH, done: 'El informe pasó a revisión' })
  const approve = useAct('reporting/approve-report', { refresh: REFRESH, done: 'Informe aprobado' })
  const main = next[report.state]
  const reason = may[main] === true ? undefined : String(may[main])
  const gaps = outline?.gaps.filter(({ severity }) => severity !== 'notice').length ?? 0
  const doing: Partial<Record<ReportAction, { text: string; run: () => void; busy?: boolean }>> = {
    send: { text: 'Enviar a revisión', run: () => void send.run(input), busy: send.running }, approve: { text: 'Aprobar', run: () => void approve.run(input), busy: approve.running },
    issue: { text: gaps ? 'Emitir con reservas' : 'Emitir como final', run: () => open('issue') }, deliver: { text: 'Registrar la entrega', run: () => open('deliver') }, reopen: { text: 'Preparar otra edición', run: () => open('reopen') },
  }
  const act = doing[main]
  const entry = (id: ReportAction, title: string, to: Opened) => ({ id, title, disabled: may[id] !== true, ...(may[id] === true ? {} : { note: String(may[id]) }), onPress: () => open(to) })
  const edition = report.state === 'issued' || report.state === 'delivered' ? view.editions[0]?.number : undefined
  const file = (format: 'docx' | 'pdf' | 'html' | 'json', paper?: 'letter' | 'oficio') => fileHref({ report: report.id, format, ...(edition ? { edition } : {}), ...(paper ? { paper } : {}) })
  const show = (vista: string) => () => go(reportHref(report.id, { vista }))
  const problem = send.problem ?? approve.problem
  return (
    <>
      <ButtonLink href={file('docx')} download icon="download">Word</ButtonLink>
      <ButtonLink href={file('pdf')} download>PDF</ButtonLink>
      <Menu button={<>Más <Icon name="down" /></>} label="Más acciones del informe" groups={[
        { title: 'Leer', entries: [{ id: 'read', title: 'Leer en reunión', note: 'Letra grande, un capítulo a la vez', onPress: show('lectura') }, { id: 'editions', title: 'Ediciones y entregas', onPress: show('ediciones') }, { id: 'changes', title: 'Diferencias desde la emisión', disabled: view.editions.length === 0, ...(view.editions.length ? {} : { note: 'Aún no se emite' }), onPress: show('diferencias') }, { id: 'print', title: 'Imprimir este capítulo', onPress: () => window.print() }] },
        { title: edition ? `Bajar la edición ${edition}` : 'Bajar el borrador', entries: [{ id: 'oficio-docx', title: 'Word, oficio', href: file('docx', 'oficio'), disabled: Boolean(edition) }, { id: 'oficio', title: 'PDF, oficio', href: file('pdf', 'oficio'), disabled: Boolean(edition) }, { id: 'html', title: 'Página (HTML)', href: file('html') }, { id: 'json', title: 'Datos (JSON)', href: file('json') }] },
        { title: 'Informe', entries: [{ id: 'pin', title: report.pinned ? 'Cambiar o soltar las fechas…' : 'Fijar las dos fechas…', disabled: may.edit !== true, onPress: () => open('pin') }, entry('return', 'Devolver con observaciones…', 'return'), ...(main === 'reopen' ? [entry('deliver', 'Registrar otra entrega…', 'deliver')] : [entry('reopen', 'Preparar otra edición…', 'reopen')])] },
      ]} />
      {report.state === 'in-review' && may.return === true && <Button onPress={() => open('return')}>Devolver</Button>}
      {act && <Button kind="primary" busy={act.busy} reason={reason} disabled={Boolean(reason) || (main === 'issue' && !outline)} onPress={act.run}>{act.text}</Button>}
      {problem && <ProblemView problem={problem} />}
      {opened === 'issue' && outline && <IssueDialog view={view} outline={outline} onClose={() => open(undefined)} />}
      {opened === 'return' && <ReturnDialog view={view} onClose={() => open(undefined)} />}
      {opened === 'deliver' && <DeliveryDialog view={view} onClose={() => open(undefined)} />}
      {opened === 'reopen' && <ReopenDialog view={view} onClose={() => open(undefined)} />}
      {opened === 'pin' && <PinDialog view={view} onClose={() => open(undefined)} />}
    </>
  )
}
