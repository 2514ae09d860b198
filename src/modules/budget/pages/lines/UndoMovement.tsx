import { useState } from 'react'
import { Button, Dialog, Form, FormActions, ProblemView, TextField, useAct, useMay } from '#design'
import type { MovementView } from '../../answers.ts'
import { Dependants } from '../parts/Dependants.tsx'

/** Takes back the entry a movement came in, with its reason. Loads and amendments are undone from their own page. */
export const UndoMovement = ({ row }: { row: MovementView }) => {
  const may = useMay('budget.undo')
  const [open, toggle] = useState(false)
  const [reason, write] = useState('')
  const { run, running, problem, forget } = useAct<{ entryId: string; reason: string }>('budget/undo-entry', { refresh: ['budget', 'evidence'], done: 'Se deshizo el asiento; la historia lo conserva', onDone: () => toggle(false) })
  if (!may || row.reversal || row.phase === 'initial' || row.phase === 'modification' || row.locator) return <span className="faint"><span aria-hidden="true">–</span><span className="visually-hidden">no se deshace desde aquí</span></span>
  const close = () => { toggle(false); forget() }
  return (
    <>
      <Button kind="plain" size="compact" icon="undo" label={`Deshacer ${row.phaseTitle.toLowerCase()} de ${row.document}`} onPress={() => toggle(true)} />
      <Dialog title={`Deshacer «${row.document}»`} open={open} onClose={close}>
        <p>Se escribe lo contrario de todo el asiento, con su razón; nada se borra y lo conocido antes queda como estaba.</p>
        <Form label="Deshacer un asiento" onSubmit={() => void run({ entryId: row.entryId, reason })}>
          <TextField label="Razón" name="reason" value={reason} onChange={write} lines={2} error={problem?.field('reason')} maxLength={300} />
          {problem && <ProblemView problem={problem} />}
          {problem && <Dependants problem={problem} />}
          <FormActions><Button onPress={close}>Volver</Button><Button kind="danger" type="submit" busy={running}>Deshacer</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
