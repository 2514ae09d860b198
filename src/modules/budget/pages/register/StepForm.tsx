import { useState } from 'react'
import { type Day, formatPesos } from '#kernel'
import { api, Button, DateField, EmptyState, Fields, FileDrop, Form, FormActions, type FormMistake, NumberField, ProblemView, Select, type StoredFile, TextField, useAct, useAddressParam, useApi, useMay, useSession } from '#design'
import type { CertificateView } from '../../answers.ts'
import { LinePicker, lineText, useLine } from '../parts/LinePicker.tsx'
import { useYear } from '../parts/YearChoice.tsx'
import type { Step } from './steps.ts'
import { SupplierPicker } from './SupplierPicker.tsx'

type StepDraft = { amount: number | null; on: Day | null; text: string; paper: string; number: string; date: Day | null; rut: string; chain: string; certificate: string }

/** One step on one line: how much is left, the paper behind it, the supplier and its file. What was typed stays when it is refused. */
export const StepForm = ({ step }: { step: Step }) => {
  const may = useMay(step.permission)
  const mayUndo = useMay('budget.undo')
  const { today } = useSession().clock
  const { year } = useYear()
  const [lineId, chooseLine] = useAddressParam('linea')
  const found = useLine(lineId, year)
  const line = found?.kind === step.kind ? found : undefined
  const blank: StepDraft = { amount: null, on: today, text: '', paper: step.papers[0]?.value ?? '', number: '', date: today, rut: '', chain: '', certificate: '' }
  const [form, put] = useState<StepDraft>(blank)
  const [file, keep] = useState<StoredFile>()
  const change = (patch: Partial<StepDraft>) => put((old) => ({ ...old, ...patch }))
  const certificates = useApi<{ certificates: readonly CertificateView[] }>('budget/list-certificates', { year, line: lineId }, { enabled: step.key === 'obligacion' && lineId !== '' }).data?.certificates.filter(({ state }) => state === 'issued') ?? []
  const { run, running, problem } = useAct<object, { line: string }>(step.action, {
    refresh: ['budget', 'evidence'], done: step.done,
    undo: mayUndo ? ({ entry }) => api.act('budget/undo-entry', { entryId: entry?.id, reason: 'Deshecho al registrarlo' }) : undefined,
    onDone: () => { put({ ...blank, paper: form.paper }); keep(undefined) },
  })
  if (!may) return <EmptyState title={`Usted no registra ${step.title.toLowerCase()}`}>Lo hace Administración y Finanzas. Puede ver cada movimiento en la ficha de la línea.</EmptyState>
  const taken = certificates.find(({ id }) => id === form.certificate)
  const room = line && step.room ? step.room(line) + (taken?.amount ?? 0) : undefined
  const mistakes: FormMistake[] = problem?.body.errors?.map(({ pointer, message }) => ({ field: pointer.replace(/^\//, ''), message })) ?? []
  const error = (name: string) => problem?.field(name)
  const send = () => void run({
    line: lineId, amount: form.amount ?? 0, on: form.on, text: form.text, chain: form.chain, document: { kind: form.paper, number: form.number, date: form.date },
    ...(form.rut ? { supplierRut: form.rut } : {}), ...(file ? { fileHash: file.hash } : {}), ...(form.certificate ? { certificate: form.certificate } : {}),
  })
  return (
    <Form label={step.verb} onSubmit={send} mistakes={mistakes}>
      <LinePicker label={step.kind === 'income' ? 'Línea de ingreso' : 'Línea de gasto'} name="line" year={year} kind={step.kind} value={line ? lineId : ''} onChange={(id) => chooseLine(id || undefined)} error={error('line')} />
      {line && (
        <p className="room" role="status"><a href={`/presupuestar/lineas/${line.id}`}>{lineText(line)}</a> · vigente {formatPesos(line.adjusted)} · {room === undefined ? step.roomText : <><b>{formatPesos(room)}</b> {step.roomText} {room > 0 && <Button kind="plain" size="compact" onPress={() => change({ amount: room })}>Usar todo</Button>}</>}</p>
      )}
      <Fields columns={3}>
        <NumberField label="Monto" name="amount" value={form.amount} onChange={(amount) => change({ amount })} error={error('amount')} minimum={1} maximum={room !== undefined && room > 0 ? room : undefined} />
        <DateField label="Fecha del hecho" name="on" value={form.on} onChange={(on) => change({ on })} error={error('on')} help="Decide el mes en que cuenta." />
        <Select label="Documento" name="document.kind" value={form.paper} onChange={(value) => change({ paper: value })} choices={step.papers} />
        <TextField label="Número del documento" name="document/number" value={form.number} onChange={(number) => change({ number })} error={error('document/number')} />
        <DateField label="Fecha del documento" name="document/date" value={form.date} onChange={(date) => change({ date })} error={error('document/date')} />
        <TextField label="Compra o expediente" required={false} name="chain" help="Une la orden, la factura y el pago de una misma compra." value={form.chain} onChange={(chain) => change({ chain })} maxLength={60} />
      </Fields>
      <TextField label="De qué se trata" name="text" value={form.text} onChange={(text) => change({ text })} error={error('text')} maxLength={300} />
      <Fields columns={2}>
        {step.supplier && <SupplierPicker value={form.rut} onChange={(rut) => change({ rut })} error={error('supplierRut')} />}
        {step.key === 'obligacion' && certificates.length > 0 && <Select label="Certificado de disponibilidad" required={false} value={form.certificate || 'ninguno'} onChange={(value) => change({ certificate: value === 'ninguno' ? '' : value })} choices={[{ value: 'ninguno', title: 'Sin certificado' }, ...certificates.map(({ id, number, amount, purpose }) => ({ value: id, title: `N.º ${number}, ${formatPesos(amount)}`, note: purpose }))]} />}
      </Fields>
      {file ? <p>Respaldo: <b>{file.name}</b> <Button kind="plain" size="compact" onPress={() => keep(undefined)}>Cambiar</Button></p> : <FileDrop label="Respaldo (opcional)" help="El documento escaneado o su original." onStored={keep} />}
      {problem && mistakes.length === 0 && <ProblemView problem={problem} />}
      <FormActions><Button kind="primary" type="submit" busy={running} disabled={!line} reason={line ? undefined : 'Elija antes la línea.'}>{step.verb}</Button></FormActions>
    </Form>
  )
}
