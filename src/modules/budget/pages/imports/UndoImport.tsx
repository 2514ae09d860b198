import { useState } from 'react'
import { Button, Dialog, Form, FormActions, isEnded, JobProgress, ProblemView, TextField, useAct, useJob, useMay } from '#design'
import type { ImportRecord } from '../../answers.ts'
import { Dependants } from '../parts/Dependants.tsx'

/** Takes the whole load back, with its reason; refused with the list when later facts lean on it. Long ones go back in a job. */
export const UndoImport = ({ record }: { record: ImportRecord }) => {
  const may = useMay('budget.undo')
  const [open, toggle] = useState(false)
  const [reason, write] = useState('')
  const [job, follow] = useState<string>()
  const followed = useJob(job)
  const { run, running, problem, forget } = useAct<{ id: string; version: number; reason: string }, { job?: string }>('budget/undo-import', {
    refresh: ['budget', 'evidence'], done: ({ result }) => (result.job ? 'Se está deshaciendo la carga' : 'Carga deshecha'), onDone: ({ result }) => { if (result.job) follow(result.job); else toggle(false) },
  })
  const close = () => { toggle(false); forget() }
  if (!may) return <Button icon="undo" reason="La deshace la Dirección de SECPLA o Finanzas.">Deshacer</Button>
  return (
    <>
      <Button kind="danger" icon="undo" onPress={() => toggle(true)}>Deshacer la carga</Button>
      <Dialog title="Deshacer la carga" open={open} onClose={close}>
        <p>Se escribe lo contrario de todo lo que trajo «{record.fileName}». Nada se borra: con la fecha «conocido al» se sigue viendo lo que decía.</p>
        {followed.job ? <><JobProgress job={followed.job} />{isEnded(followed.job) && <FormActions><Button kind="primary" onPress={() => window.location.reload()}>Ver cómo quedó</Button></FormActions>}</> : (
          <Form label="Deshacer la carga" onSubmit={() => void run({ id: record.id, version: record.version, reason })}>
            <TextField label="Razón" name="reason" lines={2} value={reason} onChange={write} error={problem?.field('reason')} help="Queda en la historia." maxLength={300} />
            {problem && <ProblemView problem={problem} />}
            {problem && <Dependants problem={problem} />}
            <FormActions><Button onPress={close}>Volver</Button><Button kind="danger" type="submit" busy={running}>Deshacer</Button></FormActions>
          </Form>
        )}
      </Dialog>
    </>
  )
}
