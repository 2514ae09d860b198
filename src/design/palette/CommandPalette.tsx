import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { sortKey } from '#kernel'
import { ThinLoader } from '../feedback/progress.tsx'
import { Icon } from '../icons/Icon.tsx'

export type SearchItem = { readonly kind: string; readonly title: string; readonly subtitle?: string; readonly href: string }
export type SearchGroup = { readonly title: string; readonly items: readonly SearchItem[] }
export type CommandPaletteProps = {
  onClose: () => void
  onGo: (href: string) => void
  /** Doors and pages, found by their name without asking the server. */
  places: readonly SearchItem[]
  /** Records, asked to the server 180 ms after the last letter. */
  search: (text: string, signal: AbortSignal) => Promise<readonly SearchGroup[]>
}

const useFound = (text: string, search: CommandPaletteProps['search']) => {
  const [found, change] = useState<{ groups: readonly SearchGroup[]; loading: boolean; failed: boolean }>({ groups: [], loading: false, failed: false })
  useEffect(() => {
    if (text.trim().length < 2) return change({ groups: [], loading: false, failed: false })
    const stop = new AbortController()
    change((old) => ({ ...old, loading: true }))
    const timer = setTimeout(() => {
      search(text.trim(), stop.signal).then(
        (groups) => change({ groups, loading: false, failed: false }),
        () => { if (!stop.signal.aborted) change({ groups: [], loading: false, failed: true }) },
      )
    }, 180)
    return () => { clearTimeout(timer); stop.abort() }
  }, [text, search])
  return found
}

/** Search in everything (Ctrl+K): doors, pages and records, in one list moved with the arrows. */
const CommandPalette = ({ onClose, onGo, places, search }: CommandPaletteProps) => {
  const [text, type] = useState('')
  const [at, move] = useState(0)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { groups, loading, failed } = useFound(text, search)
  const words = sortKey(text).split(/\s+/).filter(Boolean)
  const near = places.filter(({ title, subtitle }) => { const key = sortKey(`${title} ${subtitle ?? ''}`); return words.every((word) => key.includes(word)) })
  const all: readonly SearchGroup[] = [...(near.length ? [{ title: 'Ir a', items: text ? near.slice(0, 8) : near.filter(({ kind }) => kind === 'door') }] : []), ...groups]
  const more: SearchItem[] = text.trim().length >= 2 ? [{ kind: 'page', title: `Ver todo lo que coincide con «${text.trim()}»`, subtitle: 'Buscar', href: `/buscar?q=${encodeURIComponent(text.trim())}` }] : []
  const items = [...all, { title: 'Más', items: more }].flatMap((group) => group.items)
  useEffect(() => { dialog.current?.showModal() }, [])
  useEffect(() => { document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' }) }, [at, id])
  const go = (item: SearchItem | undefined) => { if (item) { onClose(); onGo(item.href) } }
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) { event.preventDefault(); move((old) => (old + step + items.length) % Math.max(1, items.length)) }
    else if (event.key === 'Escape') { event.preventDefault(); onClose() }
    else if (event.key === 'Enter') { event.preventDefault(); go(items[at]) }
  }
  let position = -1
  return (
    <dialog ref={dialog} className="floating palette" aria-label="Buscar en todo" onClose={onClose} onClick={(event) => { if (event.target === event.currentTarget) onClose() }}>
      <div className="palette-field">
        <Icon name="search" />
        <input type="text" role="combobox" autoComplete="off" spellCheck={false} aria-label="Buscar en todo" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={items[at] ? `${id}-${at}` : undefined} aria-autocomplete="list" placeholder="Proyecto, cuenta, decreto, informe, persona" value={text} onChange={({ target }) => { type(target.value); move(0) }} onKeyDown={onKey} />
        <kbd>Esc</kbd>
      </div>
      <ThinLoader active={loading} label="Buscando" />
      <div id={`${id}-list`} role="listbox" aria-label="Resultados" className="palette-list">
        {[...all, ...(more.length ? [{ title: 'Más', items: more }] : [])].map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <p className="palette-group" aria-hidden="true">{group.title}</p>
            {group.items.map((item) => {
              position += 1
              const mine = position
              return <div key={item.href + item.title} id={`${id}-${mine}`} role="option" aria-selected={mine === at} className="palette-item" onMouseMove={() => move(mine)} onClick={() => go(item)}><span>{item.title}</span><small>{item.subtitle}</small></div>
            })}
          </div>
        ))}
      </div>
      <p className="palette-foot" role="status">{failed ? 'La búsqueda no respondió; las puertas y páginas siguen aquí.' : text.trim().length >= 2 && !loading && items.length === more.length ? `Nada coincide con «${text.trim()}». Pruebe con menos palabras o con el código.` : ''}</p>
    </dialog>
  )
}
export default CommandPalette
