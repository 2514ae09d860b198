import { type ObservationStatus, statuses } from '../../model/status.ts'
import { fold } from '../text/plain-text.ts'

/** How publishers write the absence of a number. */
const USUAL: Readonly<Record<string, ObservationStatus>> = {
  'no recepcionado': 'not-received', 'no recepcionada': 'not-received', 'no informado': 'not-received', 'no aplica': 'not-applicable', 'no corresponde': 'not-applicable', 'n/a': 'not-applicable', '.': 'not-applicable',
  'sin servicio': 'no-service', 'sin dato oficial': 'no-data', 'sin dato': 'no-data', 'sin datos': 'no-data', 'sin informacion': 'no-data', 's/i': 'no-data', 's/d': 'no-data', nd: 'no-data', 'n/d': 'no-data', '..': 'no-data', descontinuado: 'no-data',
  '-': 'none', '–': 'none', '—': 'none', '*': 'reserved', '...': 'reserved', '…': 'reserved',
}
/** Marks that come beside a number, or in a column of their own. */
const MARKS: Readonly<Record<string, ObservationStatus>> = { p: 'provisional', e: 'estimated', r: 'revised', b: 'break', q: 'break', u: 'unreliable', pf: 'unreliable', nf: 'not-publishable', i: 'incomplete', s: 'reserved', c: 'reserved', m: 'no-data' }

/** Meaning of the words a file uses for its own symbols. */
const MEANINGS: readonly (readonly [RegExp, ObservationStatus])[] = [
  [/secret|reserv|confiden|anonim/, 'reserved'], [/no (aplica|correspond|pertinent)|not applicable/, 'not-applicable'], [/no (dispon|hay inform)|sin (dato|inform)|not available|missing/, 'no-data'], [/cero|nada|no hay casos|nil|zero/, 'none'],
]
export type StatusWords = { readonly absence: (text: string) => ObservationStatus | undefined; readonly mark: (text: string) => ObservationStatus | undefined }

/** The words of a recipe over the usual ones, and those a file says of its own symbols over both. */
export const statusWords = (own: Readonly<Record<string, ObservationStatus>>, symbols: Readonly<Record<string, string>> = {}): StatusWords => {
  const said = Object.entries(symbols).flatMap(([symbol, meaning]) => { const found = MEANINGS.find(([shape]) => shape.test(fold(meaning))); return found ? [[symbol, found[1]] as const] : [] })
  const table = new Map<string, ObservationStatus>([...Object.entries(USUAL), ...said, ...Object.entries(own).map(([text, status]) => [fold(text), status] as const)])
  return { absence: (text) => { const found = table.get(fold(text)); return found && !statuses[found].hasValue ? found : undefined }, mark: (text) => table.get(fold(text)) ?? MARKS[fold(text)] }
}
/** The usual words for the absence of a number, folded, with their status. */
export const usualAbsences: readonly (readonly [string, ObservationStatus])[] = Object.entries(USUAL)
