import { useState } from 'react'
import { newId } from '../client/api.ts'
import { useAct } from '../client/use-api.ts'
import { ProblemView, VersionConflict } from '../feedback/ProblemView.tsx'
import { Button } from '../form/Button.tsx'
import { Form, FormActions } from '../form/Form.tsx'
import { Checkbox } from '../form/options.tsx'
import { TextField } from '../form/TextField.tsx'
import { Dialog } from '../overlay/Dialog.tsx'
import { type View, VIEWS } from './views-api.ts'

type SaveViewProps = { path: string; search: string; mayShare: boolean; /** The view whose name changes; a new one without it. */ of?: View; onClose: () => void }

/** Names what the list shows now, or gives another name to a view. */
export const SaveView = ({ path, search, mayShare, of, onClose }: SaveViewProps) => {
  const [id] = useState(of?.id ?? newId)
  const [name, write] = useState(of?.name ?? '')
  const [shared, share] = useState(of?.shared ?? false)
  const done = { refresh: [VIEWS], onDone: onClose }
  const add = useAct<{ id: string; path: string; name: string; search: string; shared: boolean }>('registry/save-view', { ...done, done: 'Vista guardada' })
  const change = useAct<{ id: string; version: number; name: string; shared: boolean }>('registry/rename-view', { ...done, done: 'Vista cambiada' })
  const act = of ? change : add
  const title = of ? `Cambiar la vista «${of.name}»` : 'Guardar lo que se ve'
  return (
    <Dialog title={title} open onClose={onClose}>
      <Form label={title} onSubmit={() => void (of ? change.run({ id, version: of.version, name, shared }) : add.run({ id, path, name, search, shared }))}>
        {!of && <p>Se guardan los filtros, el orden, las columnas y las fechas elegidas de esta lista.</p>}
        <TextField label="Nombre" name="name" value={name} onChange={write} error={act.problem?.field('name')} maxLength={60} required />
        <Checkbox checked={shared} disabled={!mayShare} onChange={share}>Compartirla con mi unidad</Checkbox>
        {!mayShare && <p className="source">Su cargo no tiene unidad con la cual compartir.</p>}
        {act.problem && (act.problem.status === 412 ? <VersionConflict problem={act.problem} labels={{ name: 'Nombre' }} actions={<Button onPress={onClose}>Cerrar y ver la versión guardada</Button>} /> : <ProblemView problem={act.problem} />)}
        <FormActions><Button onPress={onClose}>Volver</Button><Button kind="primary" type="submit" busy={act.running}>Guardar</Button></FormActions>
      </Form>
    </Dialog>
  )
}
