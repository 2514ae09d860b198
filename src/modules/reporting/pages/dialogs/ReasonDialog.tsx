import { Button, Dialog, Form, FormActions, ProblemView, TextField, useAct } from '#design'
import { type ReactNode, useState } from 'react'
import type { ReportView } from '../../contract.ts'
import { REFRESH } from '../report-data.ts'

const Asking = ({ title, lead, label, help, verb, done, action, input, minimum, onClose }: { title: string; lead: ReactNode; label: string; help?: string; verb: string; done: string; action: string; input: (text: string) => unknown; minimum: number; onClose: () => void }) => {
  const [text, write] = useState('')
  const { run, running, problem } = useAct(action, { refresh: REFRESH, done, onDone: onClose })
  return (
    <Dialog title={title} open onClose={onClose}>
      <div className="soft">{lead}</div>
      <Form label={title} onSubmit={() => { if (text.trim().length >= minimum) void run(input(text.trim())) }}>
        <TextField label={label} help={help} lines={4} value={text} onChange={write} required={minimum > 0 ? undefined : false} autoFocus maxLength={2000} error={problem?.field('text') ?? problem?.field('reason')} />
        {problem && <ProblemView problem={problem} />}
        <FormActions><Button kind="plain" onPress={onClose}>Descartar</Button><Button kind="primary" type="submit" busy={running} disabled={text.trim().length < minimum}>{verb}</Button></FormActions>
      </Form>
    </Dialog>
  )
}

/** Sends the report back with something to correct. */
export const ReturnDialog = ({ view, onClose }: { view: ReportView; onClose: () => void }) => {
  const open = view.comments.filter(({ resolvedAt }) => !resolvedAt).length
  return <Asking title="Devolver con observaciones" lead={open ? `Van con el informe las ${open === 1 ? 'observación pendiente' : `${open} observaciones pendientes`}.` : 'No hay observaciones escritas: diga aquí qué corregir.'} label="Qué debe corregirse" verb="Devolver" done="El informe volvió a redacción"
    action="reporting/return-report" minimum={open ? 0 : 2} input={(text) => ({ report: view.report.id, version: view.report.version, text })} onClose={onClose} />
}
/** Opens an issued report to prepare a corrected edition. */
export const ReopenDialog = ({ view, onClose }: { view: ReportView; onClose: () => void }) => (
  <Asking title="Preparar una nueva edición" lead="Las ediciones ya emitidas quedan como están; la nueva dirá cuál reemplaza." label="Por qué se corrige" verb="Reabrir" done="El informe está otra vez en redacción"
    action="reporting/reopen-report" minimum={5} input={(reason) => ({ report: view.report.id, version: view.report.version, reason })} onClose={onClose} />
)
/** Reverses a delivery recorded by mistake. */
export const UndoDeliveryDialog = ({ id, onClose }: { id: string; onClose: () => void }) => (
  <Asking title="Anular la entrega" lead="El deber de informar queda pendiente otra vez. El asiento anterior no se borra." label="Por qué se anula" verb="Anular la entrega" done="La entrega quedó anulada"
    action="reporting/undo-delivery" minimum={5} input={(reason) => ({ id, reason })} onClose={onClose} />
)
