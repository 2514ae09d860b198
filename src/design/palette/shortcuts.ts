import { useEffect, useRef } from 'react'
import { doors } from '../frame/doors.ts'

const OWN_KEYS = 'input, textarea, select, [role="grid"], [role="menu"], [role="listbox"], [role="dialog"][aria-modal="true"], section[role="dialog"], dialog, [aria-haspopup="listbox"]'
/** Does this place use the letters itself? There the shortcuts rest. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || Boolean(target.closest(OWN_KEYS)))

/** Letters that belong to the open page: each presses what shows it (`aria-keyshortcuts`), or goes to its list. */
const PAGE_KEYS = 'acefjkpvx/'

type Listeners = { onSearch: () => void; /** F1 inside a field brings the field. */ onHelp: (field?: HTMLElement) => void; onGo: (href: string) => void }
/** Ctrl+K search, F1 and `?` help, `g` and a letter to go to a door, and the letters of the page. Letters rest while someone writes. */
export const useShortcuts = ({ onSearch, onHelp, onGo }: Listeners) => {
  const waiting = useRef(0)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, target } = event
      if (key === 'F1') { event.preventDefault(); return onHelp(target instanceof HTMLElement && target.matches('input, textarea, button[aria-haspopup="listbox"], [contenteditable="true"]') ? target : undefined) }
      if ((event.ctrlKey || event.metaKey) && !event.altKey && key.toLowerCase() === 'k') { event.preventDefault(); return onSearch() }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return
      if (key === '?') { event.preventDefault(); return onHelp() }
      const afterG = waiting.current > 0 && event.timeStamp - waiting.current < 1500
      waiting.current = key === 'g' ? event.timeStamp : 0
      const door = afterG ? doors.find(({ letter }) => letter === key) : undefined
      if (door) { event.preventDefault(); onGo(door.href) }
      else if (PAGE_KEYS.includes(key)) { event.preventDefault(); void import('./page-keys.ts').then(({ pressPageKey }) => pressPageKey(key)) }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [onSearch, onHelp, onGo])
}
