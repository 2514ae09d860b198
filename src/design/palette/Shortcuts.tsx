import { Dialog } from '../overlay/Dialog.tsx'
import { shortcutGroups } from './shortcuts.ts'

/** The keyboard, told in tables. */
export const ShortcutTables = () => (
  <div className="shortcut-tables">
    {shortcutGroups.map(({ title, keys }) => (
      <table key={title}>
        <caption>{title}</caption>
        <thead className="visually-hidden"><tr><th scope="col">Teclas</th><th scope="col">Qué hace</th></tr></thead>
        <tbody>{keys.map(([key, purpose]) => <tr key={key}><th scope="row"><kbd>{key}</kbd></th><td>{purpose}</td></tr>)}</tbody>
      </table>
    ))}
  </div>
)
/** The same in a dialog (`?`). */
export const ShortcutsHelp = ({ open, onClose }: { open: boolean; onClose: () => void }) => <Dialog title="Atajos del teclado" open={open} onClose={onClose} wide><ShortcutTables /></Dialog>
