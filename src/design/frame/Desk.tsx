import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useAddress } from '../address/address.tsx'
import { Button } from '../form/Button.tsx'
import { SavedViews } from '../views/SavedViews.tsx'

/** What the list shows whatever its filters are: changing it closes nothing. */
const KEPT = new Set(['orden', 'columnas', 'periodo', 'vigente', 'conocido'])
const isTyping = (panel: HTMLElement | null): boolean => {
  const focused = document.activeElement
  return focused instanceof HTMLInputElement && focused.type !== 'checkbox' && focused.type !== 'radio' && Boolean(panel?.contains(focused))
}

/**
 * Table desk: filters of 248 px at the left. On a narrow screen they fold under one button, which says how many are set;
 * choosing one folds them again, so that the list is what is seen. Who is typing keeps them open.
 */
export const Desk = ({ filters, filtersLabel, children }: { filters: ReactNode; filtersLabel: string; children: ReactNode }) => {
  const { search } = useAddress()
  const [open, toggle] = useState(false)
  const panel = useRef<HTMLElement>(null)
  const id = useId()
  const set = Object.entries(search).filter(([name]) => !KEPT.has(name) && name !== 'pagina').map(([name, value]) => `${name}=${value}`)
  const key = set.join('&')
  useEffect(() => { if (!isTyping(panel.current)) toggle(false) }, [key])
  return (
    <div className="desk">
      <aside ref={panel} className={open ? 'desk-filters open' : 'desk-filters'} aria-label={filtersLabel}>
        <button type="button" className="button desk-toggle" aria-expanded={open} aria-controls={id} onClick={() => toggle(!open)}>{open ? 'Cerrar los filtros' : set.length > 0 ? `Buscar y filtrar (${set.length})` : 'Buscar y filtrar'}</button>
        <div className="desk-filter-list" id={id}><SavedViews />{filters}<div className="desk-done"><Button kind="primary" onPress={() => toggle(false)}>Ver el resultado</Button></div></div>
      </aside>
      <div>{children}</div>
    </div>
  )
}
