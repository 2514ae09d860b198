import { useState } from 'react'
import { counted } from '#kernel'
import { Button, Checkbox, Dialog, Form, FormActions, ProblemView, TextField, useAct } from '#design'
import type { LoadAnswer } from '../contract.ts'

/** Takes the whole load back. When somebody changed records since, they are listed and the rest may still go back. */
export const UndoLoad = ({ load, onUndone }: { load: LoadAnswer['load']; onUndone: () => void }) => {
  const [open, toggle] = useState(false)
  const [reason, write] = useState('')
  const [rest, leave] = useState(false)
  const act = useAct<object>('worksheets/undo', { refresh: ['worksheets'], onDone: () => { toggle(false); onUndone() } })
  const later = act.problem?.body.facts?.['dependants']
  const names = Array.isArray(later) ? later.filter((one): one is string => typeof one === 'string') : []
  return (
    <>
      <Button icon="undo" onPress={() => toggle(true)}>Deshacer la planilla</Button>
      <Dialog title={`Deshacer «${load.title}»`} open={open} onClose={() => { toggle(false); leave(false); act.forget() }}>
        <Form label="Deshacer la planilla" onSubmit={() => void act.run({ id: load.id, version: load.version, reason, rest })}>
          <p>{counted(load.done, 'registro vuelve', 'registros vuelven')} a lo que decía{load.done === 1 ? '' : 'n'} antes, por la misma acción de cada uno. La historia guarda las dos cosas.</p>
          <TextField label="Por qué" name="reason" value={reason} onChange={write} lines={2} maxLength={300} error={act.problem?.field('reason')} required />
          {act.problem && <ProblemView problem={act.problem} />}
          {names.length > 0 && <><ul className="plain-list">{names.map((one) => <li key={one}>{one}</li>)}</ul><Checkbox checked={rest} onChange={leave}>Deshacer los demás y dejar esos como están</Checkbox></>}
          <FormActions><Button onPress={() => toggle(false)}>Volver</Button><Button kind="danger" type="submit" busy={act.running}>Deshacer</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
