import { useState } from 'react'
import type { Day } from '#kernel'
import { Button, DateField, Dialog, Fields, FileDrop, Form, newId, NumberField, ProblemView, type StoredFile, TextField, useAct, useSession } from '#design'

/** Reports the accumulated progress of a work with its evidence; another person approves it. */
export const ReportProgress = ({ projectId, onClose }: { projectId: string; onClose: () => void }) => {
  const { today } = useSession().clock
  const [id] = useState(newId)
  const [share, setShare] = useState<number | null>(null)
  const [measuredOn, setDay] = useState<Day | null>(today)
  const [evidence, setEvidence] = useState('')
  const [file, setFile] = useState<StoredFile>()
  const [cause, setCause] = useState('')
  const [effect, setEffect] = useState('')
  const [measure, setMeasure] = useState('')
  const act = useAct('projects/report-progress', { refresh: ['projects', 'evidence'], done: 'Avance informado; falta que otra persona lo apruebe', onDone: onClose })
  const mistakes = [...(share === null ? [{ field: 'share', message: 'Escriba el avance acumulado' }] : []), ...(measuredOn ? [] : [{ field: 'measuredOn', message: 'Escriba la fecha de la medición' }])]
  const [tried, attempt] = useState(false)
  const send = () => {
    attempt(true)
    if (share !== null && measuredOn) void act.run({ id, projectId, share: share / 100, measuredOn, evidence, ...(file ? { fileHash: file.hash } : {}), cause, effect, measure })
  }
  return (
    <Dialog title="Informar el avance físico" open onClose={onClose} wide actions={<><Button onPress={onClose}>Cancelar</Button><Button kind="primary" busy={act.running} onPress={send}>Informar el avance</Button></>}>
      {act.problem && <ProblemView problem={act.problem} />}
      <Form label="Avance físico" onSubmit={send} mistakes={tried ? mistakes : []}>
        <Fields columns={2}>
          <NumberField name="share" label="Avance acumulado" unit="%" decimals={1} minimum={0} maximum={100} value={share} onChange={setShare} required error={act.problem?.field('share')} />
          <DateField name="measuredOn" label="Medido el" value={measuredOn} onChange={setDay} maximum={today} required error={act.problem?.field('measuredOn')} />
        </Fields>
        <TextField name="evidence" label="Documento de respaldo" help="Por ejemplo, informe de inspección técnica N.º 6. Si tiene el archivo, súbalo también." value={evidence} onChange={setEvidence} error={act.problem?.field('evidence')} />
        {file ? <p>Archivo: {file.name} <Button kind="plain" onPress={() => setFile(undefined)}>Quitar</Button></p> : <FileDrop label="Archivo de respaldo" onStored={setFile} />}
        <TextField name="cause" label="Causa de la diferencia" required={false} lines={2} value={cause} onChange={setCause} />
        <TextField name="effect" label="Efecto" required={false} lines={2} value={effect} onChange={setEffect} />
        <TextField name="measure" label="Medida y responsable" required={false} lines={2} value={measure} onChange={setMeasure} />
      </Form>
    </Dialog>
  )
}
