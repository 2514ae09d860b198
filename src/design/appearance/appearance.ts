import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark' | 'contrast'
export type Density = 'comfortable' | 'usual' | 'compact'
export type Appearance = { readonly theme: Theme; readonly density: Density }

const place = 'secplan.appearance'
const usual: Appearance = { theme: 'auto', density: 'usual' }
const themes: readonly Theme[] = ['auto', 'light', 'dark', 'contrast']
const densities: readonly Density[] = ['comfortable', 'usual', 'compact']

/** Storage may be refused (private window); the appearance then lasts as long as the page. */
const read = (): Appearance => {
  try {
    const stored = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Appearance>
    return { theme: themes.find((theme) => theme === stored.theme) ?? usual.theme, density: densities.find((density) => density === stored.density) ?? usual.density }
  } catch {
    return usual
  }
}

let current = usual
const listeners = new Set<() => void>()

/** Puts the appearance on the document: `data-theme` and `data-density`, absent when they are the usual ones. */
const show = ({ theme, density }: Appearance): void => {
  const { dataset } = document.documentElement
  if (theme === 'auto') delete dataset['theme']
  else dataset['theme'] = theme
  if (density === 'usual') delete dataset['density']
  else dataset['density'] = density
}

/** Reads what this person chose on this machine and applies it. Called before the first drawing. */
export const startAppearance = (): void => {
  current = read()
  show(current)
}

export const chooseAppearance = (patch: Partial<Appearance>): void => {
  current = { ...current, ...patch }
  show(current)
  try {
    localStorage.setItem(place, JSON.stringify(current))
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  for (const listener of listeners) listener()
}

/** The appearance in force; the screen follows when it changes. */
export const useAppearance = (): Appearance => useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener) }, () => current, () => usual)
