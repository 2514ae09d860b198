import { createContext } from 'react'

/** Where actions show their key: the head of a page (a letter) or the foot of a form (Ctrl Enter). Dialogs begin again with none. */
export const KeyPlace = createContext<'page' | 'form' | undefined>(undefined)

type Action = { readonly shortcut?: string; readonly icon?: string; readonly kind?: string; readonly type?: string }
const byIcon: Readonly<Record<string, string>> = { add: 'a', upload: 'a', edit: 'e' }

/** `a` for what adds or begins, `e` for what corrects. What acts at once has none: a letter struck by chance must not act. */
export const keyOf = ({ shortcut, icon = '', kind, type }: Action, place: 'page' | 'form' | undefined, opens = false): string | undefined => {
  if (shortcut !== undefined) return shortcut || undefined
  if (place === 'form') return type === 'submit' ? 'Control+Enter' : undefined
  return place === 'page' && opens ? (byIcon[icon] ?? (kind === 'primary' ? 'a' : undefined)) : undefined
}
/** The key as it is shown: «Ctrl Enter». */
export const keyText = (key: string): string => key.replace('Control+', 'Ctrl ')

/** Says the key to who listens and to the keyboard of the page: the button of the library takes no such attribute. */
export const saysKey = (key: string | undefined) => (node: HTMLElement | null): void => {
  if (key) node?.setAttribute('aria-keyshortcuts', key)
  else node?.removeAttribute('aria-keyshortcuts')
}
