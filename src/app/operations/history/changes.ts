import { type Day, formatDay, formatInstant, formatNumber, formatPesos, isDay } from '#kernel'
import { labels, pesos, unsaid, values } from './labels.ts'

export type Change = { readonly label: string; readonly from: string; readonly to: string }
type Data = Readonly<Record<string, unknown>>
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const LONGEST = 300
const EMPTY = 'nada'

/** Identifiers among the values of versions: their titles are looked up before telling. */
export const idsIn = (data: readonly (Data | undefined)[]): readonly string[] => [...new Set(data.flatMap((one) => Object.values(one ?? {})).filter((value): value is string => typeof value === 'string' && UUID.test(value)))]

const labelOf = (key: string): string => labels[key] ?? (() => { const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase(); return words.charAt(0).toUpperCase() + words.slice(1) })()
/** A value as people say it: days, money, yes or no, titles instead of identifiers. */
export const told = (key: string, value: unknown, titles: ReadonlyMap<string, string>): string => {
  if (value === null || value === undefined || value === '') return EMPTY
  if (typeof value === 'boolean') return value ? 'sí' : 'no'
  if (typeof value === 'number') return pesos.test(key) ? formatPesos(value) : /year|version|number/i.test(key) ? String(value) : formatNumber(value, Number.isInteger(value) ? 0 : 2)
  if (Array.isArray(value)) return value.length === 0 ? EMPTY : value.every((one) => typeof one === 'string' || typeof one === 'number') ? value.map((one) => told(key, one, titles)).join(', ').slice(0, LONGEST) : `${formatNumber(value.length)} ${value.length === 1 ? 'elemento' : 'elementos'}`
  if (typeof value === 'object') return Object.entries(value).filter(([name]) => !unsaid.has(name)).map(([name, one]) => `${labelOf(name).toLowerCase()}: ${told(name, one, titles)}`).join('; ').slice(0, LONGEST)
  const text = String(value)
  if (isDay(text)) return formatDay(text as Day)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return formatInstant(text)
  if (UUID.test(text)) return titles.get(text) ?? 'otro registro'
  return (values[text] ?? text).slice(0, LONGEST)
}
/** What a version changed of the one before, in words. Of the first version, what it began with. */
export const changesOf = (before: Data | undefined, after: Data, titles: ReadonlyMap<string, string>): readonly Change[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].filter((key) => !unsaid.has(key)).flatMap((key) => {
    const [from, to] = [told(key, before?.[key], titles), told(key, after[key], titles)]
    if (JSON.stringify(before?.[key] ?? null) === JSON.stringify(after[key] ?? null) || (!before && to === EMPTY)) return []
    // Two long texts or lists may be told alike: say that it changed.
    return [{ label: labelOf(key), from, to: from === to ? `${to}, con otro contenido` : to }]
  })
