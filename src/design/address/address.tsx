import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'

export type Search = Readonly<Record<string, string>>
/** The search part of the address. `set` merges; an undefined or empty value removes the name. */
export type Address = { readonly path: string; /** Parameters of the path (`$id`). */ readonly params: Search; readonly search: Search; readonly set: (patch: Readonly<Record<string, string | undefined>>, options?: { replace?: boolean }) => void; readonly go: (href: string) => void }

const AddressContext = createContext<Address | undefined>(undefined)

export const AddressProvider = ({ value, children }: { value: Address; children: ReactNode }) => <AddressContext.Provider value={value}>{children}</AddressContext.Provider>

/** An address kept in memory, for stories and for pieces shown outside a router. */
export const useMemoryAddress = (start: Search = {}): Address => {
  const [search, change] = useState<Search>(start)
  return useMemo(() => ({ path: '/', params: {}, search, set: (patch) => change((old) => mergeSearch(old, patch)), go: () => undefined }), [search])
}

export const mergeSearch = (old: Search, patch: Readonly<Record<string, string | undefined>>): Search =>
  Object.fromEntries(Object.entries({ ...old, ...patch }).filter((entry): entry is [string, string] => Boolean(entry[1])))

/** Where the reader is. Filters, sort, page and selection live here, so that an address can be sent by mail. */
export const useAddress = (): Address => {
  const address = useContext(AddressContext)
  if (!address) throw new Error('Falta AddressProvider sobre esta pieza')
  return address
}

/** A parameter of the path of this page: `useRouteParam('id')`. */
export const useRouteParam = (name: string): string => useAddress().params[name] ?? ''

/** One name of the address as state: `const [text, setText] = useAddressParam('texto')`. */
export const useAddressParam = (name: string, fallback = ''): readonly [string, (value: string | undefined) => void] => {
  const { search, set } = useAddress()
  const change = useCallback((value: string | undefined) => set({ [name]: value === fallback ? undefined : value }), [set, name, fallback])
  return [search[name] ?? fallback, change]
}

/** Several filters of a list at once; changing any of them returns to the first page. */
export const useFilters = <Name extends string>(names: readonly Name[]) => {
  const { search, set } = useAddress()
  const values = Object.fromEntries(names.map((name) => [name, search[name] ?? ''])) as Record<Name, string>
  const change = (patch: Partial<Record<Name, string | undefined>>) => set({ ...patch, pagina: undefined })
  const clear = () => set({ ...Object.fromEntries(names.map((name) => [name, undefined])), pagina: undefined })
  return { values, change, clear, active: names.filter((name) => values[name]).length }
}

/** Page number of a list (`pagina`), from 1. */
export const usePage = (): readonly [number, (page: number) => void] => {
  const [text, change] = useAddressParam('pagina', '1')
  return [Math.max(1, Number.parseInt(text, 10) || 1), (page) => change(String(page))]
}
