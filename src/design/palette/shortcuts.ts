import { useEffect, useRef } from 'react'
import { doors } from '../frame/doors.ts'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || Boolean(target.closest('[role="grid"]')))

/** Ctrl+K search, `?` help, `g` and a letter to go to a door. Letters rest while someone writes. */
export const useShortcuts = ({ onSearch, onHelp, onGo }: { onSearch: () => void; onHelp: () => void; onGo: (href: string) => void }) => {
  const waiting = useRef(0)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') { event.preventDefault(); return onSearch() }
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (event.key === '?') { event.preventDefault(); return onHelp() }
      const afterG = waiting.current > 0 && event.timeStamp - waiting.current < 1500
      waiting.current = event.key === 'g' ? event.timeStamp : 0
      const door = afterG ? doors.find(({ letter }) => letter === event.key) : undefined
      if (door) { event.preventDefault(); onGo(door.href) }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [onSearch, onHelp, onGo])
}

export const shortcutGroups: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  { title: 'En todas partes', keys: [['Ctrl K', 'Buscar en todo'], ['n', 'Anotar un encargo'], ['?', 'Ver estos atajos'], ['Esc', 'Cerrar lo que flota; nunca borra lo escrito'], ['Ctrl Enter', 'Guardar el formulario']] },
  { title: 'Ir a una puerta', keys: doors.map(({ letter, title }) => [`g ${letter}`, title] as const) },
  { title: 'En una lista', keys: [['Flechas', 'Pasar de un registro a otro'], ['Enter', 'Abrir el registro']] },
  { title: 'Al redactar un informe', keys: [['=', 'Insertar una cifra'], ['Ctrl Alt T', 'Referir a una tabla o gráfico'], ['Ctrl S', 'Guardar la sección']] },
  { title: 'En una grilla', keys: [['Flechas', 'Moverse'], ['Enter o F2', 'Editar la celda; Enter baja'], ['Shift + flechas', 'Extender la selección'], ['Ctrl C, Ctrl X, Ctrl V', 'Copiar, cortar y pegar, también desde Excel'], ['Supr', 'Vaciar'], ['Ctrl Z, Ctrl Y', 'Deshacer y rehacer'], ['Ctrl Enter', 'Guardar']] },
]
