import { type KeyboardEvent, useState } from 'react'
import { Button } from '../form/Button.tsx'
import { FormActions } from '../form/Form.tsx'
import { Checkbox } from '../form/options.tsx'
import { Dialog } from '../overlay/Dialog.tsx'
import { moveKey } from './chosen-columns.ts'

export type ColumnChoice = { readonly key: string; readonly title: string }
type ColumnsDialogProps = { caption: string; all: readonly ColumnChoice[]; seen: readonly string[]; onChange: (keys: readonly string[] | undefined) => void; onClose: () => void }

/** Marks and moves columns; the table behind follows at once. Alt and an arrow move the one with the focus. */
export const ColumnsDialog = ({ caption, all, seen, onChange, onClose }: ColumnsDialogProps) => {
  const [told, tell] = useState('')
  const shown = new Set(seen)
  const titles = new Map(all.map(({ key, title }) => [key, title || 'Sin título']))
  const list = [...seen, ...all.map(({ key }) => key).filter((key) => !shown.has(key))]
  const usual = all.map(({ key }) => key)
  const choose = (keys: readonly string[]) => onChange(keys.join() === usual.join() ? undefined : keys)
  const move = (key: string, step: -1 | 1) => {
    const moved = moveKey(seen, key, step)
    if (moved === seen) return
    choose(moved)
    tell(`${titles.get(key) ?? key}, lugar ${moved.indexOf(key) + 1} de ${moved.length}`)
  }
  const onKey = (key: string) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(key, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <Dialog title={`Columnas de ${caption}`} open onClose={onClose}>
      <p className="soft small">Quedan en la dirección y en las vistas guardadas; Excel y CSV llevan las que se ven. Alt con ↑ o ↓ cambia de lugar la que tiene el foco.</p>
      <ul className="column-list">
        {list.map((key, at) => (
          <li key={key} onKeyDown={onKey(key)}>
            <Checkbox checked={shown.has(key)} disabled={at === 0} onChange={(on) => choose(on ? [...seen, key] : seen.filter((one) => one !== key))}>{titles.get(key)}</Checkbox>
            {at === 0 ? <span className="soft small">nombra la fila</span> : shown.has(key) && (
              <span className="column-moves">
                <Button kind="plain" size="compact" icon="up" label={`Subir ${titles.get(key) ?? key}`} disabled={at === 1} onPress={() => move(key, -1)} />
                <Button kind="plain" size="compact" icon="down" label={`Bajar ${titles.get(key) ?? key}`} disabled={at === seen.length - 1} onPress={() => move(key, 1)} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">{told}</p>
      <FormActions><Button disabled={seen.join() === usual.join()} onPress={() => onChange(undefined)}>Como venía</Button><Button kind="primary" onPress={onClose}>Listo</Button></FormActions>
    </Dialog>
  )
}
