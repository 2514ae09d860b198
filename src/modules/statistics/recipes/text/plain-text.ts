import type { Cell } from '#platform/spreadsheets'

/** Text without accents, case, nor spaces at the ends: how headers, names and statuses are compared. */
export const fold = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[\s\u00a0]+/g, ' ').trim()

/** What is not yet as a person reads it: line ends, doubled spaces, spaces at the ends. */
const ODD = /[\r\n\u00a0]| {2}|^\s|\s$/
/** Text of a cell as a person reads it: line ends become spaces (unless kept), spaces at the ends go, the case stays. */
export const textOf = (cell: Cell, lineBreaks: 'space' | 'keep' = 'space'): string => {
  if (cell === null) return ''
  if (typeof cell === 'string') {
    if (!ODD.test(cell)) return cell
    const text = cell.replaceAll('\u00a0', ' ')
    return (lineBreaks === 'space' ? text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/ {2,}/g, ' ') : text.replaceAll('\r\n', '\n')).trim()
  }
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'Si' : 'No'
  if ('date' in cell) return cell.date
  return 'percent' in cell ? String(cell.percent) : cell.error
}
/** A code out of words: «De 1 a menos de 5 ha» → «de-1-a-menos-de-5-ha». */
export const slug = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80)
