import { type Day, formatDay } from '#kernel'
import { Button, DateField, Dialog, Fields, FileDrop, Form, FormActions, type FormMistake, newId, Notice, ProblemView, RadioGroup, Select, type StoredFile, TextField, useAct, useSession } from '#design'
import { useState } from 'react'
import type { ReportView } from '../../contract.ts'
import { REFRESH } from '../report-data.ts'

/** The Secretaría Municipal states that the Concejo received an edition: the receipt of the office, or the session where account was given. */
export const DeliveryDialog = ({ view, onClose }: { view: ReportView; onClose: () => void }) => {
  const { today } = useSession().clock
  const [edition, choose] = useState(String(view.editions[0]?.number ?? 1))
  const [kind, decide] = useState<'receipt' | 'session'>('receipt')
  const [number, write] = useState('')
  const [on, date] = useState<Day | null>(today)
  const [office, name] = useState('Secretaría Municipal')
  const [file, keep] = useState<StoredFile>()
  const [tried, attempt] = useState(false)
  const [id] = useState(newId)
  const { run, running, problem } = useAct('reporting/record-delivery', { refresh: REFRESH, done: 'Entrega registrada: el deber quedó cumplido', onDone: onClose })
  const mistakes: FormMistake[] = [
    ...(number.trim() ? [] : [{ field: 'number', message: kind === 'receipt' ? 'Escriba el número del acuse de recibo.' : 'Escriba el número de la sesión.' }]),
    ...(on ? [] : [{ field: 'deliveredOn', message: 'Escriba el día de la entrega.' }]),
    ...(office.trim().length >= 3 ? [] : [{ field: 'receivedBy', message: 'Escriba qué oficina recibió.' }]),
  ]
  const issuedOn = view.editions.find((one) => String(one.number) === edition)?.issuedOn
  const send = () => {
    attempt(true)
    if (mistakes.length === 0) void run({ id, report: view.report.id, edition: Number(edition), kind, number: number.trim(), deliveredOn: on, receivedBy: office.trim(), ...(file ? { fileHash: file.hash } : {}) })
  }
  return (
    <Dialog title="Registrar la entrega al Concejo" open onClose={onClose} wide>
      <p className="soft">Emitir no basta: el deber se cumple con la entrega ({view.report.legalBasis}).</p>
      <Form label="Entrega al Concejo" onSubmit={send} mistakes={tried ? mistakes : []}>
        <Fields columns={2}>
          <Select label="Edición" value={edition} onChange={choose} choices={view.editions.map((one) => ({ value: String(one.number), title: `Edición ${one.number}`, note: `emitida el ${formatDay(one.issuedOn)}` }))} />
          <DateField label="Día de la entrega" name="deliveredOn" value={on} onChange={date} minimum={issuedOn} maximum={today} />
        </Fields>
        <RadioGroup label="Prueba de la entrega" value={kind} onChange={decide} choices={[{ value: 'receipt', title: 'Acuse de recibo', note: 'de la Secretaría Municipal para los concejales' }, { value: 'session', title: 'Sesión del Concejo', note: 'donde se dio cuenta del informe' }]} />
        <Fields columns={2}>
          <TextField label={kind === 'receipt' ? 'Número del acuse' : 'Número de la sesión'} name="number" value={number} onChange={write} maxLength={60} />
          <TextField label="Recibió" name="receivedBy" value={office} onChange={name} maxLength={120} />
        </Fields>
        {file ? <Notice tone="good" title={`Se guardará ${file.name}`} action={<Button kind="plain" size="compact" onPress={() => keep(undefined)}>Quitar</Button>} /> : <FileDrop label="Acuse o acta digitalizados (opcional)" accept={['.pdf', '.jpg', '.jpeg', '.png', '.docx']} onStored={keep} />}
        {problem && <ProblemView problem={problem} />}
        <FormActions><Button kind="plain" onPress={onClose}>Descartar</Button><Button kind="primary" type="submit" busy={running}>Registrar la entrega</Button></FormActions>
      </Form>
    </Dialog>
  )
}
