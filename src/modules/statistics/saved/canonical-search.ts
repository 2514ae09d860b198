import { addressToRequest, requestToAddress, TABLE_NAMES, textToLayer } from '../builder/table-address.ts'
import type { TableRequest } from '../model/request.ts'

/** The names that only change how a table is looked at. */
export const LOOK_NAMES = ['capa', 'grafico', 'clases', 'mapa'] as const
const written = (names: readonly string[], values: Readonly<Record<string, string | undefined>>): string => {
  const search = new URLSearchParams()
  for (const name of names) { const value = values[name]; if (value) search.set(name, value) }
  return search.toString()
}
export const readSearch = (text: string): Readonly<Record<string, string>> => Object.fromEntries(new URLSearchParams(text))
/** The request of a saved table with its version, and its text written the one way; nothing when it names no table. */
export const canonicalSearch = (dataset: string, text: string, version: TableRequest['version']): { readonly request: TableRequest; readonly search: string } | undefined => {
  const request = addressToRequest(dataset, readSearch(text))
  if (!request) return undefined
  const made = { ...request, version }
  return { request: made, search: written(TABLE_NAMES, requestToAddress(made)) }
}
export const canonicalLook = (text: string): string => {
  const read = readSearch(text)
  return written(LOOK_NAMES, Object.keys(textToLayer(read['capa'])).length > 0 ? read : { ...read, capa: undefined })
}
/** The whole address part of a table: its request and how it is looked at. */
export const wholeSearch = (search: string, look: string): string => [search, look].filter(Boolean).join('&')
