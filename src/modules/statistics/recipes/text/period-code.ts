import { serialToIso, type Cell } from '#platform/spreadsheets'
import { fold } from './plain-text.ts'

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']
const cut = { year: 4, month: 7, day: 10 } as const
export type PeriodKind = keyof typeof cut
/** Serial dates of Excel between 1927 and 2119; years are far below. */
const FIRST_SERIAL = 10_000
const LAST_SERIAL = 80_000

const isoFrom = (text: string): string | undefined => {
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text)
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3] ?? '01'}`
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  if (local) return `${local[3]}-${(local[2] ?? '').padStart(2, '0')}-${(local[1] ?? '').padStart(2, '0')}`
  const compact = /^(\d{4})M?(\d{2})$/i.exec(text)
  if (compact) return `${compact[1]}-${compact[2]}-01`
  const named = /^([a-z]{3})[a-z]*\.?(?:[\s-]|\s+de\s+)+(\d{4})$/.exec(fold(text)) ?? undefined
  const month = named ? MONTHS.indexOf(named[1] === 'set' ? 'sep' : (named[1] ?? '')) : -1
  return named && month >= 0 ? `${named[2]}-${String(month + 1).padStart(2, '0')}-01` : undefined
}
const isDay = (iso: string): boolean => {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
/** The year of a text: «2024», «1.996» (SINIM puts thousands in years), «2020/2021» (the later one of an agricultural year). */
const yearFrom = (text: string): string | undefined => {
  const found = /^(?:\d{4}\s*[/-]\s*)?([12])\.?(\d{3})$/.exec(text.replace(/^a[nñ]o\s+/i, ''))
  return found ? `${found[1]}${found[2]}` : undefined
}
/** A period of time from a cell: code and, when the cell was a serial number where a date was meant, that fact. Undefined when it is no period. */
export const periodFrom = (cell: Cell, kind: PeriodKind): { readonly code: string; readonly serial?: true } | undefined => {
  if (cell === null || typeof cell === 'boolean') return undefined
  if (typeof cell === 'object') return 'date' in cell ? { code: cell.date.slice(0, cut[kind]) } : undefined
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL) return { code: serialToIso(cell).slice(0, cut[kind]), serial: true }
  const text = String(cell).trim()
  const year = kind === 'year' ? yearFrom(text) : undefined
  if (year) return { code: year }
  const iso = isoFrom(text)
  return iso && isDay(iso) ? { code: iso.slice(0, cut[kind]) } : undefined
}
