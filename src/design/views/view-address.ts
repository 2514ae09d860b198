import type { Search } from '../address/address.tsx'

/** What a view keeps of the address: everything but the page of the list, in a fixed order, so that two equal views have one text. */
export const viewText = (search: Search): string =>
  new URLSearchParams(Object.entries(search).filter(([name, value]) => name !== 'pagina' && value !== '').sort(([a], [b]) => (a < b ? -1 : 1))).toString()

/** The change of address that shows a view: what it does not name is taken away. */
export const viewPatch = (current: Search, text: string): Record<string, string | undefined> =>
  ({ ...Object.fromEntries(Object.keys(current).map((name) => [name, undefined])), ...Object.fromEntries(new URLSearchParams(text)) })
