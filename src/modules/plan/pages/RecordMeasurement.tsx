import { useState } from 'react'
import { absenceText, type Day, formatDay } from '#kernel'
import { Button, DateField, Dialog, Fields, FileDrop, Form, newId, Notice, NumberField, ProblemView, Select, type StoredFile, TextField, useAct, useAsOf, useSession } from '#design'
import { absences, type IndicatorView } from '../contract.ts'

const hasValue = 'value'
/** Records a measurement, or why there is none; another person approves it. */
export const RecordMeasurement = ({ indicator, onClose }: { indicator: IndicatorView; onClose: () => void }) => {
  const { today } = useSession().clock
  const { effectiveOn } = useAsOf()
  const reading = effectiveOn < today ? effectiveOn : today
  const [id] = useState(newId)
  const [state, setState] = useState<string>(hasValue)
  const [value, setValue] = useState<number | null>(null)
  const [measuredOn, setDay] = useState<Day | null>(reading)
  const [source, setSource] = useState('')
  const [document, setDocument] = useState('')
  const [note, setNote] = useState('')
  const [file, setFile] = useState<StoredFile>()
  const [tried, attempt] = useState(false)
  const act = useAct('plan/record-measurement', { refresh: ['plan', 'evidence'], done: 'Medición registrada; falta que otra persona la apruebe', onDone: onClose })
  const measured = state === hasValue
  const mistakes = [...(measured && value === null ? [{ field: 'value', message: 'Escriba el valor medido' }] : []), ...(measuredOn ? [] : [{ field: 'measuredOn', message: 'Escriba la fecha del dato' }]), ...(source.trim().length < 3 ? [{ field: 'source', message: 'Diga qué unidad o registro entrega el dato' }] : [])]
  const send = () => {
    attempt(true)
    if (mistakes.length === 0) void act.run({ id, indicatorId: indicator.id, value: measured ? value : null, ...(measured ? {} : { absence: state }), measuredOn, source, document, note, ...(file ? { fileHash: file.hash } : {}) })
  }
  return (
    <Dialog title={`Medir ${indicator.code} ${indicator.name}`} open onClose={onClose} wide actions={<><Button onPress={onClose}>Cancelar</Button><Button kind="primary" busy={act.running} onPress={send}>Registrar la medición</Button></>}>
      {act.problem && <ProblemView problem={act.problem} />}
      <Form label="Medición" onSubmit={send} mistakes={tried ? mistakes : []}>
        <p className="soft">{indicator.formula}. {indicator.accrual === 'yearly' ? 'Se acumula desde enero de cada año.' : 'Se mide el nivel a la fecha.'}</p>
        <Fields columns={2}>
          <Select label="Dato" value={state} onChange={setState} choices={[{ value: hasValue, title: 'Hay un valor' }, ...absences.map((absence) => ({ value: absence, title: `No hay: ${absenceText[absence]}` }))]} />
          <DateField name="measuredOn" label="Fecha del dato" value={measuredOn} onChange={setDay} maximum={today} required error={act.problem?.field('measuredOn')} />
        </Fields>
        {measuredOn !== null && measuredOn > reading && <Notice tone="data" title="No se verá en esta página todavía">Usted mira los hechos al {formatDay(reading)}. El dato se verá desde el {formatDay(measuredOn)}: cambie «hechos al» para verlo.</Notice>}
        {measured && <NumberField name="value" label="Valor medido" unit={indicator.unit} decimals={2} value={value} onChange={setValue} required error={act.problem?.field('value')} />}
        <TextField name="source" label="Quién entrega el dato" value={source} onChange={setSource} required error={act.problem?.field('source')} />
        <TextField name="document" label="Documento" required={false} value={document} onChange={setDocument} />
        {file ? <p>Archivo: {file.name} <Button kind="plain" onPress={() => setFile(undefined)}>Quitar</Button></p> : <FileDrop label="Archivo de respaldo" onStored={setFile} />}
        <TextField name="note" label="Causas y medidas" help="Lo que explica el resultado; se imprime en el informe." required={false} lines={3} value={note} onChange={setNote} />
      </Form>
    </Dialog>
  )
}
