import { Button, ComboBox, useApi } from '#design'
import { useState } from 'react'

export type Antecedent = { readonly kind: string; readonly id: string; readonly title: string; readonly href: string }
type Hit = { readonly kind: string; readonly record_id: string; readonly title: string; readonly subtitle: string; readonly href: string }

/** Looks for a record of the system by its words: the project, the amendment, the session an act rests on. */
export const AntecedentPicker = ({ onPick }: { onPick: (one: Antecedent) => void }) => {
  const [text, type] = useState('')
  const { data } = useApi<{ hits: readonly Hit[] }>('evidence/search', { text }, { enabled: text.trim().length > 1 })
  const hits = (data?.hits ?? []).filter(({ href }) => href.startsWith('/'))
  const key = ({ kind, record_id: id }: Hit) => `${kind} ${id}`
  return (
    <ComboBox label="Agregar un antecedente" help="Proyecto, modificación presupuestaria, sesión, otro acto: escriba parte de su nombre." value={null} onText={type} placeholder="Buscar en todo el sistema" choices={hits.map((hit) => ({ value: key(hit), title: hit.title, note: hit.subtitle }))}
      onChange={(value) => { const hit = hits.find((one) => key(one) === value); if (hit) onPick({ kind: hit.kind, id: hit.record_id, title: hit.title, href: hit.href }) }} />
  )
}
export const AntecedentList = ({ items, onRemove }: { items: readonly Antecedent[]; onRemove?: (one: Antecedent) => void }) => (
  <ul className="antecedents">
    {items.map((one) => <li key={`${one.kind} ${one.id}`}><a href={one.href}>{one.title}</a>{onRemove && <Button kind="plain" size="compact" icon="close" label={`Quitar ${one.title}`} onPress={() => onRemove(one)} />}</li>)}
  </ul>
)
