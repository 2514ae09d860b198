import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Crumb } from './ContextLine.tsx'

type PageName = { readonly name?: string; readonly between: readonly Crumb[]; readonly change: (name: string | undefined, between: readonly Crumb[]) => void }
const PageNameContext = createContext<PageName>({ between: [], change: () => undefined })

/** Where a page says what it is called once it knows (the name of a record). */
export const PageNameProvider = ({ children }: { children: ReactNode }) => {
  const [named, set] = useState<{ name?: string; between: readonly Crumb[] }>({ between: [] })
  const value = useMemo<PageName>(() => ({ ...named, change: (name, between) => set({ name, between }) }), [named])
  return <PageNameContext.Provider value={value}>{children}</PageNameContext.Provider>
}
/** The name and crumbs given by the open page; the shell writes them in the path and in the title of the window. */
export const useNamedPage = (): Pick<PageName, 'name' | 'between'> => useContext(PageNameContext)

/**
 * Names the open page in the path and the window: `usePageName(project?.name, [{ title: 'Proyectos', href: '/proyectos' }])`.
 * Until the name is known the title of its route stands.
 */
export const usePageName = (name: string | undefined, between: readonly Crumb[] = []): void => {
  const { change } = useContext(PageNameContext)
  const key = JSON.stringify(between)
  useEffect(() => {
    change(name, JSON.parse(key) as Crumb[])
    return () => change(undefined, [])
  }, [name, key])
}
