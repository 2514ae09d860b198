import type { Sheet } from '#platform/spreadsheets'
import { textOf } from './plain-text.ts'

export type FootnoteKind = 'none' | 'digits' | 'stars'
const BELOW: Readonly<Record<Exclude<FootnoteKind, 'none'>, RegExp>> = { digits: /^\(?(\d{1,2})\)?[.)]\s*(\S.*)$/su, stars: /^\(?(\*{1,5})\)?[.:]?\s*(\S.*)$/su }

/** Notes printed below a table, by their mark. `pattern` (two groups: mark and text) replaces the usual forms. Texts without mark come in `others`. */
export const notesBelow = (sheet: Sheet, from: number, kind: FootnoteKind, pattern?: string): { readonly marked: ReadonlyMap<string, string>; readonly others: readonly string[] } => {
  const marked = new Map<string, string>()
  const others: string[] = []
  const shape = pattern ? new RegExp(pattern, 'su') : kind === 'none' ? undefined : BELOW[kind]
  for (let row = from; row < sheet.rowCount; row++) {
    const text = sheet.row(row).map((cell) => textOf(cell)).find((one) => one !== '')
    if (!text) continue
    const found = shape?.exec(text)
    if (found?.[1] && found[2]) marked.set(found[1], found[2].trim())
    else if (text.length > 20) others.push(text)
  }
  return { marked, others }
}
const MARKS: Readonly<Record<Exclude<FootnoteKind, 'none'>, RegExp>> = { digits: /^(.*?[^\d\s,.])\s*(\d{1,2}(?:\s*,\s*\d{1,2})*)\s*$/su, stars: /^(.*?)\s*\(?(\*{1,5})\)?\s*$/su }

/** Takes the marks off the end of a text, only those that have a note: «Número de UPA7» loses its 7 when there is a note 7. */
export const withoutMarks = (text: string, kind: FootnoteKind, notes: ReadonlyMap<string, string>): { readonly text: string; readonly marks: readonly string[] } => {
  const found = kind === 'none' ? undefined : MARKS[kind].exec(text)
  const marks = (found?.[2] ?? '').split(',').map((mark) => mark.trim()).filter(Boolean)
  return found?.[1] && marks.length > 0 && marks.every((mark) => notes.has(mark)) ? { text: found[1].trim(), marks } : { text, marks: [] }
}
