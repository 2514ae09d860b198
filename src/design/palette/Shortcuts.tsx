import { shortcutGroups } from './shortcut-groups.ts'

type Keys = readonly (readonly [string, string])[]
/** Keys and what each does. */
export const KeyTable = ({ title, keys }: { title: string; keys: Keys }) => (
  <table>
    <caption>{title}</caption>
    <thead className="visually-hidden"><tr><th scope="col">Teclas</th><th scope="col">Qué hace</th></tr></thead>
    <tbody>{keys.map(([key, purpose]) => <tr key={key}><th scope="row"><kbd>{key}</kbd></th><td>{purpose}</td></tr>)}</tbody>
  </table>
)
/** The keyboard, told in tables. */
export const ShortcutTables = () => <div className="shortcut-tables">{shortcutGroups.map((group) => <KeyTable key={group.title} {...group} />)}</div>
