import { useState } from 'react'
import { Button, Dialog, Form, FormActions, ProblemView, TextField, useAct, useMay } from '#design'
import type { AmendmentRecord } from '../../answers.ts'
import { Dependants } from '../parts/Dependants.tsx'

/** Takes an approved amendment back, when nothing leans on it. */
export const UndoAmendment = ({ record }: { record: AmendmentRecord }) => {
  const may = useMay('budget.undo')
  const [open, toggle] = useState(false)
  const [reason, write] = useState('')
  const { run, running, problem, forget } = useAct<{ entryId: string; reason: string }>('budget/undo-entry', { refresh: ['budget', 'evidence'], done: `Modificación N.º ${record.number} deshecha`, onDone: () => toggle(false) })
  if (!may || !record.entryId) return null
  const entryId = record.entryId
  const close = () => { toggle(false); forget() }
  return (
    <>
      <Button icon="undo" onPress={() => toggle(true)}>Deshacer</Button>
      <Dialog title={`Deshacer la modificación N.º ${record.number}`} open={open} onClose={close}>
        <p>Se escribe lo contrario de sus {record.lines} líneas. Se rechaza si lo ya obligado quedaría sin presupuesto.</p>
        <Form label="Deshacer la modificación" onSubmit={() => void run({ entryId, reason })}>
          <TextField label="Razón" name="reason" lines={2} value={reason} onChange={write} error={problem?.field('reason')} maxLength={300} />
          {problem && <><ProblemView problem={problem} /><Dependants problem={problem} /></>}
          <FormActions><Button onPress={close}>Volver</Button><Button kind="danger" type="submit" busy={running}>Deshacer</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
