import { sortKey } from '#kernel'
import { Button, Dialog, EmptyState } from '#design'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Anchor } from '../../contract.ts'

/** Chooses the table or chart a sentence refers to, without the mouse: write, arrows, Enter. */
export const ReferencePicker = ({ anchors, onPick, onClose }: { anchors: readonly Anchor[]; onPick: (anchor: Anchor) => void; onClose: () => void }) => {
  const [text, type] = useState('')
  const [at, move] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const words = sortKey(text).split(/\s+/).filter(Boolean)
  const found = anchors.filter(({ label, title, chapter }) => { const key = sortKey(`${label} ${title} ${chapter}`); return words.every((word) => key.includes(word)) })
  const chosen = found[Math.min(at, found.length - 1)]
  useEffect(() => move(0), [text])
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) }, [at])
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) { event.preventDefault(); move((old) => Math.max(0, Math.min(found.length - 1, old + step))) }
    if (event.key === 'Enter' && chosen) { event.preventDefault(); onPick(chosen) }
  }
  return (
    <Dialog title="Referir a una tabla o gráfico" open onClose={onClose} actions={<><Button kind="plain" onPress={onClose}>Descartar (Esc)</Button><Button kind="primary" disabled={!chosen} onPress={() => { if (chosen) onPick(chosen) }}>Insertar</Button></>}>
      {anchors.length === 0 ? <EmptyState title="El informe aún no tiene tablas ni gráficos">Aparecen cuando los módulos tienen datos del período.</EmptyState> : (
        <>
          <div className="field">
            <label htmlFor={`${id}-text`}>Buscar por número, título o capítulo</label>
            <input id={`${id}-text`} className="input" autoFocus role="combobox" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined} value={text} onChange={({ target }) => type(target.value)} onKeyDown={onKey} />
          </div>
          <div className="reference-list" ref={list} role="listbox" id={`${id}-list`} aria-label="Tablas y gráficos del informe">
            {found.map((anchor) => (
              <div key={anchor.id} id={`${id}-${anchor.id}`} role="option" aria-selected={anchor === chosen} tabIndex={-1} className="reference-option" onClick={() => onPick(anchor)} onKeyDown={onKey}>
                <b>{anchor.label}</b><span>{anchor.title}<small>{anchor.chapter}</small></span>
              </div>
            ))}
          </div>
          {found.length === 0 && <p className="source">Ninguna tabla ni gráfico coincide.</p>}
          <p className="source">La frase dirá el número, y lo cambiará sola si la tabla se mueve.</p>
        </>
      )}
    </Dialog>
  )
}
