import { useEffect, useRef, useState } from 'react'
import { Button, doors, type FieldHelpEntry, type HelpLaw, KeyTable, type PageKey, type PageRoute, pageKeys, shortcutGroups } from '#design'
import { pageHelps } from './all-help.ts'
import { fieldOf } from './field-of.ts'
import { LawList } from './LawList.tsx'

type HelpSheetProps = { page: PageRoute | undefined; path: string; title: string; field?: HTMLElement; onClose: () => void }

/** The key a person presses, as the keys of a page are after it has drawn itself. */
const usePageKeys = (path: string): readonly PageKey[] => {
  const [keys, read] = useState<readonly PageKey[]>([])
  useEffect(() => {
    const look = () => read(pageKeys())
    look()
    const later = setTimeout(look, 600)
    return () => clearTimeout(later)
  }, [path])
  return keys
}
const Field = ({ label, help, entry }: { label: string; help: string; entry?: FieldHelpEntry }) => (
  <div className="help-field">
    <b>{label}</b>
    <p>{[help, entry?.text].filter(Boolean).join(' ') || 'Escriba lo que dice su nombre; si algo falta o está mal, el formulario lo dice al guardar.'}</p>
    {entry?.law && <LawList laws={[entry.law]} />}
  </div>
)
const none: readonly HelpLaw[] = []

/** Help at the right of the page: what it is for, what commands it, its guide and its keys. Esc closes it and gives the focus back. */
const HelpSheet = ({ page, path, title, field, onClose }: HelpSheetProps) => {
  const sheet = useRef<HTMLElement>(null)
  const from = useRef(field ?? (document.activeElement instanceof HTMLElement ? document.activeElement : undefined))
  const help = page && pageHelps[page.path]
  const asked = field && fieldOf(field)
  const keys = usePageKeys(path)
  useEffect(() => { sheet.current?.focus(); const back = from.current; return () => back?.focus() }, [])
  useEffect(() => {
    const leave = (event: KeyboardEvent) => { if (event.key === 'Escape' && sheet.current?.contains(document.activeElement)) { event.preventDefault(); onClose() } }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [onClose])
  const [everywhere] = shortcutGroups
  return (
    <aside ref={sheet} className="figure-sheet help-sheet no-print" role="dialog" aria-modal="false" aria-label={`Ayuda: ${title}`} tabIndex={-1}>
      <div className="figure-sheet-head"><span>Ayuda</span><Button kind="plain" size="compact" icon="close" label="Cerrar la ayuda (Esc)" onPress={onClose} /></div>
      {asked && <Field {...asked} entry={help?.fields?.[asked.label]} />}
      <h2>{title}</h2>
      <p>{help?.purpose ?? doors.find(({ href }) => href === path)?.purpose ?? 'Esta dirección no es de una página del sistema.'}</p>
      <LawList laws={help?.law ?? none} />
      <h3>Guía</h3>
      <ul>
        {help && <li><a href={`/ayuda/manual/${help.guide}`}>Paso a paso, en dos páginas</a></li>}
        <li><a href="/ayuda">Todas las guías</a></li>
      </ul>
      {keys.length > 0 && <KeyTable title="Teclas de esta página" keys={keys.map(({ key, purpose }) => [key, purpose] as const)} />}
      {everywhere && <KeyTable {...everywhere} />}
      <p><a href="/atajos">Todos los atajos</a></p>
    </aside>
  )
}
export default HelpSheet
