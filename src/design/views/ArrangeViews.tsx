import { api, newId } from '../client/api.ts'
import { useAct } from '../client/use-api.ts'
import { ProblemView } from '../feedback/ProblemView.tsx'
import { Button } from '../form/Button.tsx'
import { FormActions } from '../form/Form.tsx'
import { Dialog } from '../overlay/Dialog.tsx'
import { type View, type Views, VIEWS } from './views-api.ts'

/** The views of a list: with which one it opens, their names, and those no longer wanted. Deleting one closes it, so that its «Deshacer» is at hand. */
export const ArrangeViews = ({ path, data, onRename, onClose }: { path: string; data: Views; onRename: (view: View) => void; onClose: () => void }) => {
  const choose = useAct<{ path: string; id: string | null }>('registry/choose-default-view', { refresh: [VIEWS], done: (_answer, { id }) => (id ? 'La lista se abrirá con esa vista' : 'La lista se abrirá completa') })
  const remove = useAct<{ id: string; version: number }, { id: string; version: number }>('registry/delete-view', { refresh: [VIEWS], onDone: onClose, done: 'Vista eliminada', undo: ({ result }) => api.act('registry/restore-view', { id: result.id, version: result.version }, { key: newId() }) })
  const problem = choose.problem ?? remove.problem
  return (
    <Dialog title="Ordenar las vistas" open onClose={onClose} wide>
      {data.views.length === 0 && <p>No queda ninguna vista guardada.</p>}
      <ul className="view-list">
        {data.views.map((view) => (
          <li key={view.id}>
            <p>{view.name}<small className="under">{[view.mine ? (view.shared ? 'suya, compartida con su unidad' : 'suya') : `la compartió ${view.by ?? 'otra persona'}`, view.id === data.defaultId ? 'con ésta se abre la lista' : ''].filter(Boolean).join(' · ')}</small></p>
            <Button kind="plain" size="compact" busy={choose.running} onPress={() => void choose.run({ path, id: view.id === data.defaultId ? null : view.id })}>{view.id === data.defaultId ? 'No abrir con ésta' : 'Abrir siempre con ésta'}<span className="visually-hidden">: {view.name}</span></Button>
            {view.mine && <Button kind="plain" size="compact" icon="edit" onPress={() => onRename(view)}>Cambiar<span className="visually-hidden"> {view.name}</span></Button>}
            {view.mine && <Button kind="plain" size="compact" busy={remove.running} onPress={() => void remove.run({ id: view.id, version: view.version })}>Eliminar<span className="visually-hidden"> {view.name}</span></Button>}
          </li>
        ))}
      </ul>
      {problem && <ProblemView problem={problem} />}
      <FormActions><Button onPress={onClose}>Listo</Button></FormActions>
    </Dialog>
  )
}
